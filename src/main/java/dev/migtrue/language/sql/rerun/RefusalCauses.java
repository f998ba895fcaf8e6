package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why statements were refused, without those that only follow from others. */
final class RefusalCauses {

    private final Dialect dialect;
    private final Trail earlier;
    private final Followers followers;

    RefusalCauses(Dialect dialect, Trail earlier, Followers followers) {
        this.dialect = dialect;
        this.earlier = earlier;
        this.followers = followers;
    }

    List<Told> of(List<Refusal> refusals) {
        List<Told> causes = new ArrayList<>();
        for (Refusal refusal : refusals) {
            Optional<Key> object = refusal.refused().object();
            boolean isNews = object.filter(followers::follows).isEmpty()
                    && refusal.needed().stream().noneMatch(followers::follows);
            if (isNews) {
                causes.add(cause(refusal));
            }
            object.ifPresent(followers::lead);
        }
        return causes;
    }

    private Told cause(Refusal refusal) {
        Refused refused = refusal.refused();
        String object = refused.object().map(Object::toString).orElse("");
        return dropper(refusal)
                .map(line -> Told.of(
                        Cause.Kind.SOURCE_DROPPED,
                        refusal.line(),
                        object,
                        "\"%s\" is dropped in line %d, and so not there%s"
                                .formatted(object, line.at().startLine(), code(refused))))
                .orElseGet(() -> Told.of(Cause.Kind.REFUSED, refusal.line(), object, refused.message() + code(refused))
                        .guarded());
    }

    private String code(Refused refused) {
        return refused.code().isEmpty() || dialect == Dialect.ANSI ? "" : " (" + refused.code() + ")";
    }

    /** The statement that dropped, later in the program, what this one reads. */
    private Optional<Line> dropper(Refusal refusal) {
        if (refusal.refused().fault() != Fault.MISSING
                || !isReading(refusal.line().action())) {
            return Optional.empty();
        }
        return refusal.refused()
                .object()
                .flatMap(object -> earlier.steps().reversed().stream()
                        .filter(step -> step.changed().contains(object))
                        .findFirst()
                        .filter(step -> isDropping(step.action())
                                && step.line().number() > refusal.line().number())
                        .map(Trail.Step::line));
    }

    private static boolean isReading(Action action) {
        return switch (action) {
            case Action.Insert insert -> true;
            case Action.Update update -> true;
            case Action.Delete delete -> true;
            case Action.Merge merge -> true;
            case Action.Select select -> true;
            case Action.Several several -> true;
            case Action.Create create ->
                create.definition() instanceof Definition.View
                        || (create.definition() instanceof Definition.Table table
                                && table.query().isPresent());
            default -> false;
        };
    }

    private static boolean isDropping(Action action) {
        return action instanceof Action.Drop
                || (action instanceof Action.Alter alter
                        && alter.changes().stream().anyMatch(Change.DropColumn.class::isInstance));
    }
}
