package dev.migtrue.language.code.rails;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The methods of migrations that are statements, each under its name.
 *
 * @param makers what is made of a call; each answers with nothing where it does not understand its arguments
 */
record RailsStatements(Map<String, Maker> makers) {

    /** Makes the operations of a call; absent where it is not understood. */
    @FunctionalInterface
    interface Maker {
        Optional<List<Operation>> make(Arguments given, Span at);
    }

    RailsStatements {
        makers = Map.copyOf(makers);
    }

    static RailsStatements of(Identifiers identifiers, RailsNames names) {
        Map<String, Maker> all = new HashMap<>();
        all.putAll(new RailsTables(identifiers).makers());
        all.putAll(new RailsColumns(identifiers).makers());
        all.putAll(new RailsIndexes(identifiers, names).makers());
        all.putAll(new RailsConstraints(identifiers).makers());
        all.putAll(new RailsReferences(identifiers, names).makers());
        all.putAll(new RailsTypes(identifiers).makers());
        return new RailsStatements(all);
    }

    /** Absent where it is none of them; with a step that is not understood where its arguments are not. */
    Optional<List<Operation>> of(String name, Arguments given, Span at) {
        return Optional.ofNullable(makers.get(name))
                .map(maker -> maker.make(given, at).orElseGet(() -> List.of(unread(name, at))));
    }

    static Operation unread(String name, Span at) {
        return new Operation.Unrecognized("'" + name + "'", at);
    }

    static Optional<List<Operation>> one(String sql, Span at) {
        return Optional.of(List.of(new Operation.Called(sql, at)));
    }

    /** What is done only where something is not there, if that was asked for. */
    static List<Operation> unlessThere(
            Arguments given, ObjectKind kind, String name, String table, List<Operation> operations, Span at) {
        return given.isTrue("if_not_exists")
                ? List.of(new Operation.Guarded(
                        new Guard.Not(new Guard.Exists(kind, name, Optional.of(table))), operations, List.of(), at))
                : operations;
    }

    /** What is done only where something is there, if that was asked for. */
    static List<Operation> ifThere(
            Arguments given, ObjectKind kind, String name, String table, List<Operation> operations, Span at) {
        return given.isTrue("if_exists")
                ? List.of(new Operation.Guarded(
                        new Guard.Exists(kind, name, Optional.of(table)), operations, List.of(), at))
                : operations;
    }

    static Optional<String> text(Arguments given, String name) {
        return given.keyword(name).flatMap(Values::text);
    }

    /** All strings that are handed over without names; absent where something else is among them. */
    static Optional<List<String>> words(Arguments given) {
        List<String> words = given.positional().stream()
                .flatMap(value -> Values.texts(value).stream().flatMap(List::stream))
                .toList();
        boolean isWhole = given.positional().stream()
                .allMatch(value -> Values.texts(value).isPresent());
        return isWhole ? Optional.of(words) : Optional.empty();
    }

    static boolean isMysql(Identifiers identifiers) {
        return identifiers.dialect() == Dialect.MYSQL || identifiers.dialect() == Dialect.MARIADB;
    }

    /** A table with a schema before it is two names. */
    static String table(Identifiers identifiers, String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? identifiers.of(name)
                : identifiers.of(Optional.of(name.substring(0, dot)), name.substring(dot + 1));
    }
}
