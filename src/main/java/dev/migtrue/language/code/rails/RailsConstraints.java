package dev.migtrue.language.code.rails;

import static java.util.Map.entry;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.code.rails.RailsStatements.Maker;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Statements about constraints, with the names that Rails makes up for them. */
record RailsConstraints(Identifiers identifiers) {

    Map<String, Maker> makers() {
        return Map.ofEntries(
                entry("add_foreign_key", (given, at) -> added(given, at, this::foreignName, this::foreign)),
                entry("remove_foreign_key", (given, at) -> removed(given, at, "FOREIGN KEY", this::foreignName)),
                entry("validate_foreign_key", (given, at) -> validated(given, at, this::foreignName)),
                entry(
                        "add_check_constraint",
                        (given, at) -> added(given, at, this::checkName, RailsConstraints::check)),
                entry("remove_check_constraint", (given, at) -> removed(given, at, "CONSTRAINT", this::checkName)),
                entry("validate_check_constraint", (given, at) -> validated(given, at, this::checkName)),
                entry("validate_constraint", (given, at) -> validated(given, at, (table, all) -> all.text(1, "name"))),
                entry("add_unique_constraint", (given, at) -> added(given, at, this::uniqueName, this::unique)),
                entry("add_unique_key", (given, at) -> added(given, at, this::uniqueName, this::unique)),
                entry("remove_unique_constraint", (given, at) -> removed(given, at, "INDEX", this::uniqueName)),
                entry("remove_unique_key", (given, at) -> removed(given, at, "INDEX", this::uniqueName)),
                entry(
                        "add_exclusion_constraint",
                        (given, at) -> added(given, at, this::exclusionName, RailsConstraints::exclusion)),
                entry(
                        "remove_exclusion_constraint",
                        (given, at) -> removed(given, at, "CONSTRAINT", this::exclusionName)));
    }

    Optional<String> foreignName(String table, Arguments given) {
        return named(given).or(() -> columns(given).map(columns -> RailsNames.foreignKey(table, columns)));
    }

    private static Optional<String> named(Arguments given) {
        return RailsStatements.text(given, "name");
    }

    /** The columns that point elsewhere: as given, or by the table that they point at. */
    private static Optional<List<String>> columns(Arguments given) {
        return given.keyword("column")
                .flatMap(Values::texts)
                .or(() -> given.text(1, "to_table").map(table -> List.of(RailsNames.reference(table))));
    }

    private Optional<String> foreign(Arguments given) {
        Optional<String> target = given.text(1, "to_table").map(name -> RailsStatements.table(identifiers, name));
        List<String> keys = given.keyword("primary_key").flatMap(Values::texts).orElse(List.of("id"));
        return target.flatMap(table -> columns(given)
                .map(columns -> "FOREIGN KEY (" + identifiers.of(columns) + ") REFERENCES " + table + " ("
                        + identifiers.of(keys) + ")" + action(given, "on_delete", " ON DELETE ")
                        + action(given, "on_update", " ON UPDATE ")));
    }

    private static String action(Arguments given, String name, String clause) {
        return RailsStatements.text(given, name)
                .map(action -> clause
                        + switch (action) {
                            case "nullify" -> "SET NULL";
                            case "cascade" -> "CASCADE";
                            case "restrict" -> "RESTRICT";
                            default -> "SET DEFAULT";
                        })
                .orElse("");
    }

    /** A foreign key inside the definition of a table. */
    Optional<String> inside(String table, Arguments given) {
        return foreign(given)
                .flatMap(text ->
                        foreignName(table, given).map(name -> "CONSTRAINT " + identifiers.of(name) + " " + text));
    }

    /** A check inside the definition of a table. */
    Optional<String> checkInside(String table, Arguments given) {
        return check(given)
                .flatMap(
                        text -> checkName(table, given).map(name -> "CONSTRAINT " + identifiers.of(name) + " " + text));
    }

    Optional<String> checkName(String table, Arguments given) {
        return named(given).or(() -> given.text(1, "expression").map(text -> RailsNames.check(table, text)));
    }

    private static Optional<String> check(Arguments given) {
        return given.text(1, "expression").map(text -> "CHECK (" + text + ")");
    }

    private Optional<String> uniqueName(String table, Arguments given) {
        return named(given).or(() -> given.texts(1, "column").map(columns -> RailsNames.unique(table, columns)));
    }

    private Optional<String> unique(Arguments given) {
        return given.texts(1, "column").map(columns -> "UNIQUE (" + identifiers.of(columns) + ")");
    }

    private Optional<String> exclusionName(String table, Arguments given) {
        return named(given).or(() -> given.text(1, "expression").map(text -> RailsNames.exclusion(table, text)));
    }

    private static Optional<String> exclusion(Arguments given) {
        return given.text(1, "expression")
                .map(text -> "EXCLUDE "
                        + RailsStatements.text(given, "using")
                                .map(method -> "USING " + method + " ")
                                .orElse("") + "("
                        + text + ")");
    }

    private Optional<List<Operation>> added(
            Arguments given,
            Span at,
            BiFunction<String, Arguments, Optional<String>> naming,
            Function<Arguments, Optional<String>> body) {
        // SQLite has no such statement: the table is made anew, with whatever constraints it then has.
        if (identifiers.dialect() == Dialect.SQLITE) {
            return Optional.empty();
        }
        return given.text(0, "from_table")
                .flatMap(table -> naming.apply(table, given)
                        .flatMap(name -> body.apply(given).map(text -> {
                            String sql = "ALTER TABLE " + RailsStatements.table(identifiers, table) + " ADD CONSTRAINT "
                                    + identifiers.of(name) + " " + text + notValid(given);
                            return RailsStatements.unlessThere(
                                    given,
                                    ObjectKind.CONSTRAINT,
                                    name,
                                    table,
                                    List.of(new Operation.Called(sql, at)),
                                    at);
                        })));
    }

    private String notValid(Arguments given) {
        return given.isFalse("validate") && identifiers.dialect() == Dialect.POSTGRESQL ? " NOT VALID" : "";
    }

    /** @param word what MySQL calls it */
    private Optional<List<Operation>> removed(
            Arguments given, Span at, String word, BiFunction<String, Arguments, Optional<String>> naming) {
        if (identifiers.dialect() == Dialect.SQLITE) {
            return Optional.empty();
        }
        return given.text(0, "from_table")
                .flatMap(table -> naming.apply(table, given).map(name -> {
                    String sql = "ALTER TABLE " + RailsStatements.table(identifiers, table) + " DROP "
                            + (RailsStatements.isMysql(identifiers) ? word : "CONSTRAINT") + " " + identifiers.of(name);
                    return RailsStatements.ifThere(
                            given, ObjectKind.CONSTRAINT, name, table, List.of(new Operation.Called(sql, at)), at);
                }));
    }

    private Optional<List<Operation>> validated(
            Arguments given, Span at, BiFunction<String, Arguments, Optional<String>> naming) {
        if (identifiers.dialect() != Dialect.POSTGRESQL) {
            return Optional.of(List.of());
        }
        return given.text(0, "from_table")
                .flatMap(table -> naming.apply(table, given)
                        .flatMap(name -> RailsStatements.one(
                                "ALTER TABLE " + RailsStatements.table(identifiers, table) + " VALIDATE CONSTRAINT "
                                        + identifiers.of(name),
                                at)));
    }
}
