package dev.migtrue.language.code.node;

import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.code.schema.SchemaText;
import dev.migtrue.language.code.schema.SchemaText.Index;
import dev.migtrue.language.code.schema.SchemaText.When;
import dev.migtrue.language.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements of the tables, columns, indexes and keys that are handed to TypeORM as objects. */
record TypeOrmTable(SchemaText text, String table) {

    /** Absent where it is not known what stands in it. */
    Optional<List<String>> created(Fields definition) {
        List<String> parts = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Value column : definition.all("columns")) {
            Optional<String> written = column(column);
            if (written.isEmpty()) {
                return Optional.empty();
            }
            parts.add(written.get());
            Fields.of(column)
                    .text("name")
                    .filter(name -> Fields.of(column).isTrue("isPrimary"))
                    .ifPresent(keys::add);
        }
        if (!keys.isEmpty()) {
            parts.add("PRIMARY KEY " + text.list(keys));
        }
        List<String> behind = new ArrayList<>();
        definition.all("foreignKeys").forEach(key -> foreign(key).ifPresent(parts::add));
        definition.all("uniques").forEach(key -> unique(key).ifPresent(parts::add));
        definition.all("indices").forEach(index -> index(index).ifPresent(behind::add));
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        behind.addFirst(text.create(When.ALWAYS, table, parts));
        return Optional.of(behind);
    }

    private Optional<String> column(Value column) {
        Fields fields = Fields.of(column);
        return fields.text("name")
                .flatMap(name -> fields.text("type").map(type -> {
                    boolean isGenerated = fields.isTrue("isGenerated");
                    StringBuilder written = new StringBuilder(
                            new Identifiers(text.dialect()).of(name) + " " + type(type, fields, isGenerated));
                    if (!fields.isTrue("isNullable")) {
                        written.append(" NOT NULL");
                    }
                    fields.get("default")
                            .flatMap(TypeOrmTable::usual)
                            .ifPresent(value -> written.append(" DEFAULT ").append(value));
                    if (fields.isTrue("isUnique")) {
                        written.append(" UNIQUE");
                    }
                    return written.toString();
                }));
    }

    /** A default stands as SQL writes it. */
    private static Optional<String> usual(Value value) {
        return value instanceof Value.Text text ? Optional.of(text.value()) : Execute.quoted(value);
    }

    private String type(String type, Fields fields, boolean isGenerated) {
        String sized = fields.get("length")
                .flatMap(TypeOrmTable::usual)
                .map(size -> type + "(" + size + ")")
                .orElse(type);
        if (!isGenerated
                || fields.text("generationStrategy").filter("increment"::equals).isEmpty()) {
            return sized;
        }
        return switch (text.dialect()) {
            case POSTGRESQL -> type.startsWith("big") ? "BIGSERIAL" : "SERIAL";
            case MYSQL, MARIADB -> sized + " AUTO_INCREMENT";
            default -> sized;
        };
    }

    private Optional<String> index(Value index) {
        Fields fields = Fields.of(index);
        return fields.text("name")
                .flatMap(name -> fields.texts("columnNames")
                        .map(columns -> text.index(
                                fields.isTrue("isUnique") ? Index.UNIQUE : Index.PLAIN,
                                When.ALWAYS,
                                name,
                                table,
                                text.list(columns))));
    }

    private Optional<String> unique(Value key) {
        Fields fields = Fields.of(key);
        return fields.texts("columnNames").map(columns -> named(fields, "UNIQUE " + text.list(columns)));
    }

    private Optional<String> foreign(Value key) {
        Fields fields = Fields.of(key);
        Optional<List<String>> columns = fields.texts("columnNames");
        Optional<List<String>> others = fields.texts("referencedColumnNames");
        Optional<String> other = fields.text("referencedTableName");
        if (columns.isEmpty() || others.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(named(
                fields,
                "FOREIGN KEY " + text.list(columns.get()) + " " + text.references(other.get(), others.get())
                        + fields.text("onDelete")
                                .map(action -> " ON DELETE " + action)
                                .orElse("")
                        + fields.text("onUpdate")
                                .map(action -> " ON UPDATE " + action)
                                .orElse("")));
    }

    private String named(Fields fields, String definition) {
        return fields.text("name")
                .map(name -> text.constraint(name, definition))
                .orElse(definition);
    }

    /** What a call does to the table; absent where it is not known. */
    Optional<List<String>> changed(Call call, Value what) {
        List<Value> each = TypeOrm.several(what);
        List<Optional<String>> statements =
                each.stream().map(one -> changed(call.name(), one, call)).toList();
        return statements.isEmpty() || statements.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(statements.stream().flatMap(Optional::stream).toList());
    }

    private Optional<String> changed(String method, Value one, Call call) {
        Optional<String> name = Values.text(one).or(() -> Fields.of(one).text("name"));
        return switch (method) {
            case "addColumn", "addColumns" -> column(one).map(column -> text.addColumn(When.ALWAYS, table, column));
            case "dropColumn", "dropColumns" -> name.map(column -> text.dropColumn(When.ALWAYS, table, column));
            case "renameColumn" ->
                name.flatMap(from -> call.arguments()
                        .get(2, "")
                        .flatMap(to -> Values.text(to).or(() -> Fields.of(to).text("name")))
                        .map(to -> text.renameColumn(table, from, to)));
            case "changeColumn" ->
                name.flatMap(from -> call.arguments()
                        .get(2, "")
                        .flatMap(this::column)
                        .map(column -> text.changeColumn(table, from, column)));
            case "createIndex", "createIndices" -> index(one);
            case "dropIndex", "dropIndices" -> name.map(index -> text.dropIndex(When.ALWAYS, index, table));
            case "createForeignKey", "createForeignKeys" -> foreign(one).map(key -> text.alter(table) + "ADD " + key);
            case "createUniqueConstraint", "createUniqueConstraints" ->
                unique(one).map(key -> text.alter(table) + "ADD " + key);
            case "createPrimaryKey" ->
                Values.text(one).map(column -> text.alter(table) + "ADD PRIMARY KEY " + text.list(List.of(column)));
            case "dropForeignKey", "dropUniqueConstraint", "dropCheckConstraint" ->
                name.map(key -> isIndex(method)
                        ? text.dropIndex(When.ALWAYS, key, table)
                        : text.dropConstraint(When.ALWAYS, table, key));
            default -> Optional.empty();
        };
    }

    private boolean isIndex(String method) {
        return method.equals("dropUniqueConstraint") && text.dialect() == Dialect.MYSQL;
    }
}
