package dev.migtrue.gather.database.catalogue;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of SQLite as the statement tells that made it: no catalogue has its checks, collations and expressions. SQLite keeps the statement and
 * writes into it what is altered later.
 */
final class SqliteTable {

    private static final Set<String> CONSTRAINT_WORDS = Set.of(
            "constraint",
            "primary",
            "not",
            "null",
            "unique",
            "check",
            "default",
            "collate",
            "references",
            "generated",
            "as");
    private final Gathered gathered;
    private final ObjectId table;

    SqliteTable(Gathered gathered, String name) {
        this.gathered = gathered;
        this.table = ObjectId.of(ObjectKind.TABLE, Optional.empty(), name);
    }

    void read(String sql) {
        gathered.found(table);
        SqliteTokens tokens = SqliteTokens.of(sql);
        if (tokens.skip("create", "virtual", "table")) {
            tokens.until(List.of("using"));
            tokens.skip("using");
            gathered.put(table, "using", tokens.rest());
            return;
        }
        tokens.until(List.of("("));
        List<SqliteTokens> parts = tokens.group().split();
        for (SqliteTokens option : tokens.split()) {
            gathered.put(table, option.toString(), "yes");
        }
        parts.forEach(this::readPart);
    }

    private void readPart(SqliteTokens part) {
        Optional<String> name = constraintName(part);
        switch (part.peek()) {
            case "primary", "unique", "check", "foreign" -> readConstraint(part, name);
            default -> readColumn(part);
        }
    }

    private static Optional<String> constraintName(SqliteTokens tokens) {
        return tokens.skip("constraint") ? Optional.of(SqliteTokens.name(tokens.next())) : Optional.empty();
    }

    private void readConstraint(SqliteTokens part, Optional<String> name) {
        switch (part.next()) {
            case "primary" -> {
                part.skip("key");
                key(ObjectKind.PRIMARY_KEY, name.orElse("primary"), columns(part.group()), part);
            }
            case "unique" -> {
                String columns = columns(part.group());
                key(ObjectKind.UNIQUE_CONSTRAINT, name.orElse("(" + columns + ")"), columns, part);
            }
            case "check" -> {
                String expression = part.group().toString();
                gathered.put(
                        part(ObjectKind.CHECK_CONSTRAINT, name.orElse("(" + expression + ")")),
                        "expression",
                        expression);
            }
            default -> {
                part.skip("key");
                String columns = columns(part.group());
                part.skip("references");
                reference(name.orElse("(" + columns + ")"), columns, part);
            }
        }
    }

    private void readColumn(SqliteTokens part) {
        String name = SqliteTokens.name(part.next());
        ObjectId column = part(ObjectKind.COLUMN, name);
        gathered.put(column, "type", part.until(CONSTRAINT_WORDS).toString());
        gathered.put(column, "nullable", "yes");
        while (!part.isDone()) {
            Optional<String> constraint = constraintName(part);
            readOfColumn(column, constraint, part);
        }
    }

    private void readOfColumn(ObjectId column, Optional<String> constraint, SqliteTokens part) {
        String inParentheses = "(" + column.name() + ")";
        switch (part.next()) {
            case "not" -> {
                part.skip("null");
                gathered.put(column, "nullable", "no" + conflict(part));
            }
            case "default" -> gathered.put(column, "default", defaultValue(part));
            case "collate" -> gathered.put(column, "collation", part.next());
            case "primary" -> {
                part.skip("key");
                String direction = part.skip("desc") ? " desc" : "";
                part.skip("asc");
                key(ObjectKind.PRIMARY_KEY, constraint.orElse("primary"), column.name() + direction, part);
                if (part.skip("autoincrement")) {
                    gathered.put(column, "autoincrement", "yes");
                }
            }
            case "unique" -> key(ObjectKind.UNIQUE_CONSTRAINT, constraint.orElse(inParentheses), column.name(), part);
            case "check" -> {
                String expression = part.group().toString();
                ObjectId check = part(ObjectKind.CHECK_CONSTRAINT, constraint.orElse("of " + column.name()));
                gathered.put(
                        check,
                        "expression",
                        gathered.property(check, "expression")
                                .map(other -> "(" + other + ") and (" + expression + ")")
                                .orElse(expression));
            }
            case "references" -> reference(constraint.orElse(inParentheses), column.name(), part);
            case "as" -> {
                String expression = part.group().toString();
                gathered.put(column, "generated", expression + (part.skip("stored") ? " stored" : " virtual"));
                part.skip("virtual");
            }
            default -> {
                // "generated always", and that null is allowed, say nothing more.
            }
        }
    }

    private static String defaultValue(SqliteTokens part) {
        if (part.peek().equals("(")) {
            return "(" + part.group() + ")";
        }
        String value = part.next();
        return value.equals("+") || value.equals("-") ? value + part.next() : value;
    }

    private static String conflict(SqliteTokens part) {
        return part.skip("on", "conflict") ? " on conflict " + part.next() : "";
    }

    private void key(ObjectKind kind, String name, String columns, SqliteTokens part) {
        ObjectId key = part(kind, name);
        gathered.put(key, "columns", columns);
        String conflict = conflict(part);
        if (!conflict.isEmpty()) {
            gathered.put(key, "conflict", conflict.strip());
        }
    }

    /** Columns of a key as they are indexed: that ascending is the way to go, goes without saying. */
    static String columns(SqliteTokens list) {
        return String.join(
                ", ",
                list.split().stream()
                        .map(column -> column.toString().replaceFirst(" asc$", ""))
                        .toList());
    }

    private void reference(String name, String columns, SqliteTokens part) {
        ObjectId key = part(ObjectKind.FOREIGN_KEY, name);
        gathered.put(key, "columns", columns);
        String to = part.next();
        gathered.put(key, "references", part.peek().equals("(") ? to + "(" + columns(part.group()) + ")" : to);
        String rest = rest(part);
        for (String action : List.of("on update", "on delete")) {
            gathered.put(key, action, rest.contains(action) ? word(rest, action) : "no action");
        }
        if (rest.contains("deferrable") && !rest.contains("not deferrable")) {
            gathered.put(
                    key,
                    "deferrable",
                    rest.contains("initially deferred") ? "initially deferred" : "initially immediate");
        }
    }

    private static String word(String rest, String action) {
        String[] words =
                rest.substring(rest.indexOf(action) + action.length()).strip().split(" ");
        boolean isOneWord = words[0].equals("cascade") || words[0].equals("restrict");
        return isOneWord ? words[0] : words[0] + " " + words[1];
    }

    /** What a reference says of its actions; {@code set null} and {@code not deferrable} are of it, {@code not null} is not. */
    private static String rest(SqliteTokens part) {
        List<String> rest = new ArrayList<>();
        while (!part.isDone()) {
            if (part.skip("not", "deferrable")) {
                rest.add("not deferrable");
            } else if (part.skip("set")) {
                rest.add("set " + part.next());
            } else if (CONSTRAINT_WORDS.contains(part.peek())) {
                break;
            } else {
                rest.add(part.next());
            }
        }
        return String.join(" ", rest);
    }

    private ObjectId part(ObjectKind kind, String name) {
        return ObjectId.part(kind, table, name);
    }
}
