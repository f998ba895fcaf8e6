package dev.migtrue.language.code.schema;

import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.sql.Dialect;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Statements that define something, in the words of a dialect. A name may have its schema before it, with a dot between. */
public record SchemaText(Dialect dialect) {

    /** What a statement says about whether its object is there. */
    public enum When {
        ALWAYS(""),
        UNLESS_THERE("IF NOT EXISTS "),
        IF_THERE("IF EXISTS ");

        private final String words;

        When(String words) {
            this.words = words;
        }
    }

    /** Whether the same values may stand in an index twice. */
    public enum Index {
        PLAIN(""),
        UNIQUE("UNIQUE ");

        private final String words;

        Index(String words) {
            this.words = words;
        }
    }

    private boolean isMysql() {
        return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
    }

    /** A name with what stands before it. */
    public String name(String name) {
        Identifiers identifiers = new Identifiers(dialect);
        return Arrays.stream(name.split("\\.")).map(identifiers::of).collect(Collectors.joining("."));
    }

    /** Several names, in parentheses. */
    public String list(List<String> names) {
        return "(" + names.stream().map(new Identifiers(dialect)::of).collect(Collectors.joining(", ")) + ")";
    }

    /**
     * Makes a table.
     *
     * @param parts columns and constraints
     */
    public String create(When when, String table, List<String> parts) {
        return "CREATE TABLE " + when.words + name(table) + " (" + String.join(", ", parts) + ")";
    }

    public String drop(When when, String table) {
        return "DROP TABLE " + when.words + name(table);
    }

    public String rename(String table, String to) {
        return isMysql()
                ? "RENAME TABLE " + name(table) + " TO " + name(to)
                : "ALTER TABLE " + name(table) + " RENAME TO " + new Identifiers(dialect).of(to);
    }

    public String addColumn(When when, String table, String definition) {
        return alter(table) + "ADD COLUMN " + when.words + definition;
    }

    public String dropColumn(When when, String table, String column) {
        return alter(table) + "DROP COLUMN " + when.words + new Identifiers(dialect).of(column);
    }

    public String renameColumn(String table, String from, String to) {
        Identifiers identifiers = new Identifiers(dialect);
        return alter(table) + "RENAME COLUMN " + identifiers.of(from) + " TO " + identifiers.of(to);
    }

    /**
     * Makes a column another.
     *
     * @param definition the column as it is to be from now on
     */
    public String changeColumn(String table, String column, String definition) {
        return isMysql()
                ? alter(table) + "MODIFY COLUMN " + definition
                : alter(table) + "ALTER COLUMN " + new Identifiers(dialect).of(column) + " TYPE "
                        + definition
                                .substring(new Identifiers(dialect).of(column).length() + 1)
                                .replaceAll(" (?:NOT NULL|DEFAULT .*|UNIQUE|PRIMARY KEY).*", "");
    }

    /**
     * Changes something of a column.
     *
     * @param what of a column: {@code DROP NOT NULL}
     */
    public String alterColumn(String table, String column, String what) {
        return alter(table) + "ALTER COLUMN " + new Identifiers(dialect).of(column) + " " + what;
    }

    /**
     * Makes an index.
     *
     * @param columns as the dialect writes them, in parentheses
     */
    public String index(Index kind, When when, String name, String table, String columns) {
        return "CREATE " + kind.words + "INDEX " + when.words + new Identifiers(dialect).of(name) + " ON " + name(table)
                + " " + columns;
    }

    public String dropIndex(When when, String name, String table) {
        return "DROP INDEX " + when.words + name(name)
                + (isMysql() || dialect == Dialect.SQL_SERVER ? " ON " + name(table) : "");
    }

    /**
     * Adds a constraint to a table.
     *
     * @param definition without its name: {@code UNIQUE (a)}
     */
    public String addConstraint(String table, String name, String definition) {
        return alter(table) + "ADD " + constraint(name, definition);
    }

    /** A constraint inside a table. */
    public String constraint(String name, String definition) {
        return "CONSTRAINT " + new Identifiers(dialect).of(name) + " " + definition;
    }

    public String dropConstraint(When when, String table, String name) {
        return alter(table) + "DROP CONSTRAINT " + when.words + new Identifiers(dialect).of(name);
    }

    /** What a foreign key points at. */
    public String references(String table, List<String> columns) {
        return "REFERENCES " + name(table) + " " + list(columns);
    }

    public String alter(String table) {
        return "ALTER TABLE " + name(table) + " ";
    }
}
