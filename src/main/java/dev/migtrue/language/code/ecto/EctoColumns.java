package dev.migtrue.language.code.ecto;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Following;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the block of a table says of its columns. */
final class EctoColumns {

    private final Identifiers identifiers;
    private final EctoThing table;
    private final List<String> clauses = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Operation> unread = new ArrayList<>();

    private EctoColumns(Identifiers identifiers, EctoThing table) {
        this.identifiers = identifiers;
        this.table = table;
    }

    /** The columns of a table that is made, and those of its primary key. */
    static EctoColumns ofNew(Identifiers identifiers, EctoThing table, List<Following.Said> said) {
        EctoColumns columns = new EctoColumns(identifiers, table);
        columns.key();
        said.forEach(one -> columns.add(one, ""));
        if (!columns.keys.isEmpty()) {
            columns.clauses.add("PRIMARY KEY (" + String.join(", ", columns.keys) + ")");
        }
        return columns;
    }

    /** The changes of a table that is there. */
    static EctoColumns ofChanged(Identifiers identifiers, EctoThing table, List<Following.Said> said) {
        EctoColumns columns = new EctoColumns(identifiers, table);
        said.forEach(one -> columns.add(one, "ADD COLUMN "));
        return columns;
    }

    List<String> clauses() {
        return clauses;
    }

    /** What of it is not understood. */
    List<Operation> unread() {
        return unread;
    }

    private void key() {
        if (table.given().isFalse("primary_key")) {
            return;
        }
        Optional<Value.Entries> options = table.given()
                .keyword("primary_key")
                .filter(Value.Entries.class::isInstance)
                .map(Value.Entries.class::cast);
        String name = options.flatMap(given -> given.get("name"))
                .flatMap(Values::text)
                .orElse("id");
        String type = options.flatMap(given -> given.get("type"))
                .flatMap(given -> new EctoType(identifiers.dialect()).of(given, Arguments.of()))
                .orElse(identifiers.dialect() == Dialect.POSTGRESQL ? "bigserial" : "bigint");
        clauses.add(identifiers.of(name) + " " + type);
        keys.add(identifiers.of(name));
    }

    private void add(Following.Said said, String prefix) {
        if (!(said.value() instanceof Value.Made made)) {
            return;
        }
        if (!said.under().isEmpty()) {
            unread.add(new Operation.Unrecognized("a part of a table that is made under a condition", said.at()));
            return;
        }
        if (!isUnderstood(made.maker(), made.arguments(), prefix)) {
            unread.add(new Operation.Unrecognized("'" + made.maker() + "' in a table", said.at()));
        }
    }

    private boolean isUnderstood(String method, Arguments given, String prefix) {
        if (method.equals("timestamps")) {
            times(given, prefix);
            return true;
        }
        Optional<String> name = given.text(0, "").map(identifiers::of);
        Optional<String> clause = name.flatMap(column -> switch (method) {
            case "add" -> definition(column, given).map(text -> prefix + text);
            case "add_if_not_exists" -> definition(column, given).map(text -> "ADD COLUMN IF NOT EXISTS " + text);
            case "remove" -> Optional.of("DROP COLUMN " + column);
            case "remove_if_exists" -> Optional.of("DROP COLUMN IF EXISTS " + column);
            case "modify" -> modified(column, given);
            default -> Optional.empty();
        });
        clause.ifPresent(clauses::add);
        return clause.isPresent();
    }

    private void times(Arguments given, String prefix) {
        Value type = given.keyword("type").orElse(new Value.Text("naive_datetime"));
        for (String name : List.of("inserted_at", "updated_at")) {
            Optional<Value> own = given.keyword(name);
            if (own.filter(new Value.Truth(false)::equals).isPresent()) {
                continue;
            }
            String column = identifiers.of(own.flatMap(Values::text).orElse(name));
            String required =
                    given.keyword("null").filter(new Value.Truth(true)::equals).isPresent() ? "" : " NOT NULL";
            clauses.add(prefix + column + " "
                    + new EctoType(identifiers.dialect()).of(type, given).orElse("timestamp")
                    + given.keyword("default").map(EctoColumns::standard).orElse("") + required);
        }
    }

    private Optional<String> definition(String column, Arguments given) {
        if (given.isTrue("primary_key")) {
            keys.add(column);
        }
        return given.get(1, "")
                .flatMap(type -> type(type, given))
                .map(type -> column + " " + type
                        + given.keyword("default").map(EctoColumns::standard).orElse("")
                        + (given.isFalse("null") ? " NOT NULL" : "")
                        + reference(column, given.get(1, "")));
    }

    private Optional<String> type(Value type, Arguments given) {
        return type instanceof Value.Made made && made.maker().equals("references")
                ? new EctoType(identifiers.dialect())
                        .of(made.arguments().keyword("type").orElse(new Value.Text("id")), Arguments.of())
                : new EctoType(identifiers.dialect()).of(type, given);
    }

    private String reference(String column, Optional<Value> type) {
        return type.filter(Value.Made.class::isInstance)
                .map(Value.Made.class::cast)
                .filter(made -> made.maker().equals("references"))
                .flatMap(made -> made.arguments()
                        .text(0, "")
                        .map(target -> " CONSTRAINT " + identifiers.of(constraint(column, made)) + " REFERENCES "
                                + identifiers.of(target) + " ("
                                + identifiers.of(made.arguments()
                                        .keyword("column")
                                        .flatMap(Values::text)
                                        .orElse("id"))
                                + ")" + action(made.arguments(), "on_delete") + action(made.arguments(), "on_update")))
                .orElse("");
    }

    private String constraint(String column, Value.Made reference) {
        return reference
                .arguments()
                .keyword("name")
                .flatMap(Values::text)
                .orElseGet(() -> table.bareTable() + "_" + column.replaceAll("[\"`\\[\\]]", "") + "_fkey");
    }

    private static String action(Arguments given, String name) {
        String clause = " " + name.replace('_', ' ').toUpperCase(Locale.ROOT) + " ";
        return given.keyword(name)
                .flatMap(Values::text)
                .map(action -> switch (action) {
                    case "delete_all", "update_all" -> clause + "CASCADE";
                    case "nilify_all" -> clause + "SET NULL";
                    case "restrict" -> clause + "RESTRICT";
                    default -> "";
                })
                .orElse("");
    }

    /** What only the run tells is a call here: it may be anything. */
    private static String standard(Value value) {
        boolean isText = value instanceof Value.Made made && made.maker().equals("fragment");
        Optional<String> fragment = isText ? ((Value.Made) value).arguments().text(0, "") : Execute.quoted(value);
        return " DEFAULT " + fragment.orElse("(unknown_default())");
    }

    private Optional<String> modified(String column, Arguments given) {
        Optional<String> type = given.get(1, "").flatMap(kind -> type(kind, given));
        if (identifiers.dialect() == Dialect.MYSQL || identifiers.dialect() == Dialect.MARIADB) {
            return definition(column, given).map(text -> "MODIFY " + text);
        }
        return type.map(kind -> {
            List<String> parts = new ArrayList<>();
            String alter = "ALTER COLUMN " + column;
            parts.add(alter + " TYPE " + kind);
            given.keyword("null")
                    .ifPresent(value -> parts.add(
                            alter + (value.equals(new Value.Truth(false)) ? " SET NOT NULL" : " DROP NOT NULL")));
            given.keyword("default")
                    .ifPresent(value -> parts.add(
                            alter + (value instanceof Value.None ? " DROP DEFAULT" : " SET" + standard(value))));
            from(given).ifPresent(old -> parts.addFirst("DROP CONSTRAINT " + identifiers.of(constraint(column, old))));
            String reference = reference(column, given.get(1, ""));
            if (!reference.isEmpty()) {
                parts.add("ADD" + reference.replaceFirst(" REFERENCES ", " FOREIGN KEY (" + column + ") REFERENCES "));
            }
            return parts.stream().collect(Collectors.joining(", "));
        });
    }

    /** The reference that a column was before. */
    private static Optional<Value.Made> from(Arguments given) {
        return given.keyword("from")
                .map(value ->
                        value instanceof Value.Items items && !items.values().isEmpty()
                                ? items.values().getFirst()
                                : value)
                .filter(Value.Made.class::isInstance)
                .map(Value.Made.class::cast)
                .filter(made -> made.maker().equals("references"));
    }
}
