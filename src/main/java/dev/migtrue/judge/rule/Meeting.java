package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.standing.Clash;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Location;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The rules that each report one way in which a statement meets what an earlier migration built, with the place where that was. */
public enum Meeting implements ScriptRule {
    GUARD_HIDES_DRIFT(
            Clash.Kind.HIDDEN,
            "the guard keeps %1$s as %2$s built it: %3$s",
            "say in a statement of its own what is to change: ALTER …"),
    MODIFY_RESTATES_DEFINITION(
            Clash.Kind.RESTATED,
            "%1$s, as %2$s had it, loses what is not said again: %3$s",
            "repeat it in the new definition"),
    REPLACE_CHANGES_SHAPE(
            Clash.Kind.OTHER_SHAPE,
            "%1$s, built at %2$s, cannot be replaced by this one: %3$s",
            "drop it first, and build again what hangs on it"),
    REPLACE_CREATES_OVERLOAD(
            Clash.Kind.OVERLOAD,
            "%1$s of %2$s takes %3$s and stays beside this one",
            "drop the old one by its arguments: DROP FUNCTION IF EXISTS name(types)"),
    REPLACE_RESETS_ATTRIBUTES(
            Clash.Kind.RESET, "%1$s of %2$s loses what is not said again: %3$s", "say it again in this statement");

    private final Clash.Kind kind;
    private final String message;
    private final String help;

    /** @param message with the object, the file and line that built it, and what is otherwise */
    Meeting(Clash.Kind kind, String message, String help) {
        this.kind = kind;
        this.message = message;
        this.help = help;
    }

    @Override
    public RuleId id() {
        return new RuleId(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        return reviewed.clashes().stream().filter(clash -> clash.kind() == kind).map(this::remark);
    }

    private Remark remark(Clash clash) {
        FileSpan built = clash.built();
        String place = "%s:%d".formatted(built.path().name(), built.span().startLine());
        return new Remark(
                clash.at(),
                clash.statement(),
                message.formatted(clash.object(), place, clash.detail()),
                help,
                List.of(new Related("%s was built here".formatted(clash.object()), new Location.InFile(built))));
    }
}
