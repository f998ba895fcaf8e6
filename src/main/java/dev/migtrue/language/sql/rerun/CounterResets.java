package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Statements that set a counter back to a value that it had once, whatever was given out since. */
final class CounterResets {

    private final Engine engine;
    private final List<Line> lines;
    private final Followers followers;

    /** @param lines the statements of the run */
    CounterResets(Engine engine, List<Line> lines, Followers followers) {
        this.engine = engine;
        this.lines = lines;
        this.followers = followers;
    }

    List<Told> all() {
        return lines.stream().flatMap(line -> of(line).stream()).toList();
    }

    private Optional<Told> of(Line line) {
        return sequence(line.action())
                .filter(key -> !followers.follows(key) && !isNew(key))
                .map(key -> Told.of(
                        Cause.Kind.COUNTER_MOVED,
                        line,
                        key,
                        "\"" + key + "\" is set back, whatever was given out since"));
    }

    private Optional<Key> sequence(Action action) {
        return switch (action) {
            case Action.Alter alter ->
                alter.kind() == ObjectKind.SEQUENCE && alter.changes().stream().anyMatch(CounterResets::isRestart)
                        ? alter.name().map(this::key)
                        : Optional.empty();
            case Action.Select select -> set(select.query().clause().words());
            default -> Optional.empty();
        };
    }

    private static boolean isRestart(Change change) {
        return change instanceof Change.Adjust adjust
                && adjust.clause().words().stream().anyMatch("RESTART"::equalsIgnoreCase);
    }

    /** {@code SELECT setval('s', 100)}: a number and nothing that is worked out. */
    private Optional<Key> set(List<String> words) {
        List<String> upper =
                words.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
        boolean isSet = upper.contains("SETVAL");
        boolean isWorkedOut = upper.stream().anyMatch(Set.of("MAX", "FROM", "COALESCE", "NEXTVAL")::contains)
                || upper.stream().filter("SELECT"::equals).count() > 1;
        return isSet && !isWorkedOut
                ? words.stream()
                        .filter(word -> word.startsWith("'"))
                        .findFirst()
                        .map(word -> Key.of(engine.names().space(ObjectKind.SEQUENCE), Equalities.content(word)))
                : Optional.empty();
    }

    private Key key(Mention name) {
        return Key.of(engine.names().space(ObjectKind.SEQUENCE), engine.names().plain(name));
    }

    /** Whether the same run made it. */
    private boolean isNew(Key key) {
        return engine.trail().of(key).stream()
                .anyMatch(step -> step.action() instanceof Action.Create || step.action() instanceof Action.Drop);
    }
}
