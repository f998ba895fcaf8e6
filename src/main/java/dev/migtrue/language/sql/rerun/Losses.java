package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.ddl.Source;
import dev.migtrue.language.sql.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run takes away with the objects that it drops or clears. */
final class Losses {

    private final Program program;
    private final World before;
    private final World after;
    private final Trail trail;

    Losses(Program program, Engine engine, World before) {
        this.program = program;
        this.before = before;
        this.after = engine.world();
        this.trail = engine.trail();
    }

    /** Rows that nothing holds at the end. */
    List<Told> destroyed() {
        return trail.losses().stream()
                .filter(loss -> before.has(loss.table()) && isLost(loss))
                .map(loss -> Told.of(
                        Cause.Kind.DESTROYED,
                        loss.line(),
                        loss.table(),
                        "what \"" + loss.table() + "\" holds goes, and nothing brings it back"))
                .toList();
    }

    private boolean isLost(Trail.Loss loss) {
        Rows rows = loss.entry().rows();
        if (rows.isEmpty() || holders(rows).findAny().isPresent() || isMadeInto(rows)) {
            return false;
        }
        boolean isOfOthers = rows.origin().contains("given ") && !rows.origin().contains("given moment");
        return isOfOthers
                || after.find(loss.table()).map(entry -> entry.rows().isEmpty()).orElse(true);
    }

    /** Whether a query made of them what is there at the end: that may be other rows, but they are not gone. */
    private boolean isMadeInto(Rows rows) {
        String source = rows.toString();
        return !after.keys(
                        Space.RELATION,
                        key -> after.find(key)
                                .filter(entry -> entry.rows().origin().contains(source))
                                .isPresent())
                .isEmpty();
    }

    private Stream<Key> holders(Rows rows) {
        return after
                .keys(
                        Space.RELATION,
                        key -> after.find(key)
                                .filter(entry -> holds(entry.rows(), rows))
                                .isPresent())
                .stream();
    }

    /** Whether these are the others with something done to them. */
    private static boolean holds(Rows rows, Rows others) {
        int size = others.effects().size();
        return rows.origin().equals(others.origin())
                && rows.effects().size() >= size
                && rows.effects().subList(0, size).equals(others.effects());
    }

    /** What others put on or into objects that are dropped and made anew. */
    List<Told> ofOthers(Followers followers) {
        List<Told> causes = new ArrayList<>();
        trail.losses().stream()
                .filter(loss -> isMadeAnew(loss) && !followers.follows(loss.table()) && !isMadeFromOthers(loss.table()))
                .map(loss -> Told.of(
                        Cause.Kind.ROWS_OF_OTHERS_LOST,
                        loss.line(),
                        loss.table(),
                        "\"" + loss.table() + "\" is dropped with the rows that it got meanwhile"))
                .forEach(causes::add);
        for (Trail.Step step : trail.steps()) {
            if (step.action() instanceof Action.Drop drop) {
                step.changed().stream()
                        .filter(key -> before.has(key) && after.has(key) && !followers.follows(key))
                        .flatMap(key -> ofOthers(key, drop, step).stream())
                        .forEach(causes::add);
            }
        }
        return causes;
    }

    private Optional<Told> ofOthers(Key key, Action.Drop drop, Trail.Step step) {
        ObjectKind kind = before.find(key).orElseThrow().kind();
        Line line = step.line();
        return switch (kind) {
            case SEQUENCE ->
                Optional.of(Told.of(
                        Cause.Kind.COUNTER_MOVED,
                        line,
                        key,
                        "\"" + key + "\" begins anew, with values that were given out"));
            case VIEW, MATERIALIZED_VIEW, FUNCTION, PROCEDURE, AGGREGATE, TYPE, DOMAIN -> ofCode(key, kind, drop, line);
            default -> Optional.empty();
        };
    }

    /** Whether it went as a whole, and another one of its name has come without what it held. */
    private boolean isMadeAnew(Trail.Loss loss) {
        boolean isEmptied = loss.action() instanceof Action.Delete || loss.action() instanceof Action.Truncate;
        List<Trail.Step> later = trail.of(loss.table()).stream()
                .filter(step -> step.line().number() >= loss.line().number())
                .toList();
        return !isEmptied
                && before.has(loss.table())
                && after.has(loss.table())
                && later.stream().anyMatch(step -> step.action() instanceof Action.Create)
                && later.stream().noneMatch(Losses::isCopying);
    }

    private static boolean isCopying(Trail.Step step) {
        return step.action() instanceof Action.Insert insert && insert.source() instanceof Source.Rows;
    }

    /** A table that a query fills has what it had; a temporary one is nobody else's. */
    private boolean isMadeFromOthers(Key table) {
        boolean isTemporary = before.find(table)
                .filter(entry -> entry.facets().containsKey("temporary"))
                .isPresent();
        return isTemporary
                || trail.of(table).stream()
                        .anyMatch(step -> step.action() instanceof Action.Create create
                                && create.definition() instanceof Definition.Table made
                                && made.query().isPresent());
    }

    private Optional<Told> ofCode(Key key, ObjectKind kind, Action.Drop drop, Line line) {
        if (drop.kind() == ObjectKind.SCHEMA || drop.kind() == ObjectKind.DATABASE) {
            return Optional.empty();
        }
        if (drop.modifiers().has(Modifier.CASCADE) && hasCascade()) {
            return Optional.of(Told.of(
                    Cause.Kind.DEPENDENTS_LOST,
                    line,
                    key,
                    "CASCADE takes whatever uses \"" + key + "\", and only this one is made anew"));
        }
        boolean isGranted = trail.of(key).stream().anyMatch(step -> step.action() instanceof Action.Grant);
        return isGranted || !losesGrants(kind)
                ? Optional.empty()
                : Optional.of(
                        Told.of(Cause.Kind.GRANTS_LOST, line, key, "who may use \"" + key + "\" is forgotten with it"));
    }

    /** Others read the word, and do nothing. */
    private boolean hasCascade() {
        return switch (program.dialect()) {
            case POSTGRESQL, H2, ORACLE, ANSI -> true;
            case MYSQL, MARIADB, SQLITE, SQL_SERVER -> false;
        };
    }

    /** MySQL keeps what was granted on a table by its name, but not what was granted on a routine. */
    private boolean losesGrants(ObjectKind kind) {
        boolean isRoutine = kind == ObjectKind.FUNCTION || kind == ObjectKind.PROCEDURE;
        return switch (program.dialect()) {
            case POSTGRESQL, SQL_SERVER, ORACLE, H2 -> true;
            case MYSQL, MARIADB -> isRoutine;
            case SQLITE, ANSI -> false;
        };
    }
}
