package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code WITH gone AS (DELETE … RETURNING …) INSERT …}: where a part changes no row, the next has none to read. */
final class NamedParts {

    private static final Pattern NAME =
            Pattern.compile("(?i)([\\w\"]+) ?(?:\\([^()]*\\) ?)?AS (?:NOT )?(?:MATERIALIZED )?\\(");

    /** With these a part does something though what it reads is empty. */
    private static final Set<String> BESIDE = Set.of("NOT", "LEFT", "FULL", "UNION", "EXCEPT", "COALESCE", "COUNT");

    private final Engine engine;
    private final World world;
    private final Text text;

    NamedParts(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    void run(Action.Several several) {
        Set<String> names = new HashSet<>();
        NAME.matcher(text.plain()).results().forEach(found -> names.add(Equalities.last(found.group(1))));
        boolean isIdle = false;
        for (Action part : several.parts()) {
            if (isIdle && isOf(part, names)) {
                continue;
            }
            World before = world.copy();
            engine.run(part, text);
            boolean isOfRows =
                    part instanceof Action.Delete || part instanceof Action.Insert || part instanceof Action.Update;
            isIdle = isOfRows && before.differing(world).isEmpty();
        }
    }

    /** Whether it takes its rows from the parts before it and from nowhere else. */
    private static boolean isOf(Action part, Set<String> names) {
        List<Clause> read = read(part).toList();
        return read.stream().anyMatch(clause -> reads(clause, names))
                && read.stream().noneMatch(NamedParts::goesOn);
    }

    private static Stream<Clause> read(Action part) {
        return switch (part) {
            case Action.Insert insert ->
                insert.source() instanceof Source.Rows rows
                        ? Stream.of(rows.query().clause())
                        : Stream.empty();
            case Action.Update update -> Stream.concat(update.from().stream(), update.where().stream());
            case Action.Delete delete -> Stream.concat(delete.using().stream(), delete.where().stream());
            default -> Stream.empty();
        };
    }

    private static boolean reads(Clause clause, Set<String> names) {
        return clause.words().stream().map(Equalities::last).anyMatch(names::contains);
    }

    private static boolean goesOn(Clause clause) {
        return clause.words().stream().anyMatch(word -> BESIDE.contains(word.toUpperCase(Locale.ROOT)));
    }
}
