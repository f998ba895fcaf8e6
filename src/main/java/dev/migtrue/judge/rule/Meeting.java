package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.standing.Clash;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Location;
import dev.migtrue.model.Related;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Words about statements that meet what earlier migrations built. */
final class Meeting {

    private Meeting() {}

    /** One remark for each clash of a kind, with the place where the object was built. */
    static Stream<Remark> remarks(
            ReviewedMigration reviewed, Clash.Kind kind, Function<Clash, String> message, String help) {
        return reviewed.clashes().stream()
                .filter(clash -> clash.kind() == kind)
                .map(clash -> new Remark(
                        clash.at(),
                        clash.statement(),
                        message.apply(clash),
                        help,
                        List.of(new Related(
                                "%s was built here".formatted(clash.object()), new Location.InFile(clash.built())))));
    }

    /** Where an object was built: the file and the line. */
    static String place(Clash clash) {
        FileSpan built = clash.built();
        return "%s:%d".formatted(built.path().name(), built.span().startLine());
    }
}
