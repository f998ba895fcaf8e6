package dev.migtrue.language.code.node;

import dev.migtrue.language.code.follow.Arguments;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statements of tables and columns that Sequelize is told of by objects. */
record SequelizeTable(SchemaText text) {

    /** What PostgreSQL, MySQL and SQLite call a type. */
    private record Row(String postgresql, String mysql, String sqlite) {}

    private static final Map<String, Row> TYPES = Map.ofEntries(
            Map.entry("STRING", new Row("VARCHAR(255)", "VARCHAR(255)", "VARCHAR(255)")),
            Map.entry("DATE", new Row("TIMESTAMP WITH TIME ZONE", "DATETIME", "DATETIME")),
            Map.entry("DATEONLY", new Row("DATE", "DATE", "DATE")),
            Map.entry("BOOLEAN", new Row("BOOLEAN", "TINYINT(1)", "TINYINT(1)")),
            Map.entry("UUID", new Row("UUID", "CHAR(36) BINARY", "UUID")),
            Map.entry("BLOB", new Row("BYTEA", "BLOB", "BLOB")),
            Map.entry("DOUBLE", new Row("DOUBLE PRECISION", "DOUBLE PRECISION", "DOUBLE PRECISION")),
            Map.entry("CITEXT", new Row("CITEXT", "TEXT", "TEXT COLLATE NOCASE")),
            Map.entry("ENUM", new Row("", "ENUM", "TEXT")));

    private static final Map<String, String> KINDS =
            Map.of("unique", "uk", "primary key", "pk", "foreign key", "fk", "check", "ck", "default", "df");

    /** A table's name, with the schema that an object may have beside it. */
    static Optional<String> name(Value value) {
        return Values.text(value)
                .or(() -> Fields.of(value)
                        .text("tableName")
                        .map(name -> Fields.of(value)
                                        .text("schema")
                                        .map(schema -> schema + ".")
                                        .orElse("")
                                + name));
    }

    /** Absent where a column is not known. Sequelize asks by itself whether the table is there. */
    Optional<List<String>> created(String table, Fields columns, Arguments given) {
        List<String> parts = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Fields.Field column : columns.each()) {
            Optional<String> written = column(table, column.name(), column.value());
            if (written.isEmpty()) {
                return Optional.empty();
            }
            parts.add(written.get());
            if (Fields.of(column.value()).isTrue("primaryKey")) {
                keys.add(Fields.of(column.value()).text("field").orElse(column.name()));
            }
        }
        if (!keys.isEmpty()
                && !(text.dialect() == Dialect.SQLITE && parts.toString().contains("AUTOINCREMENT"))) {
            parts.add("PRIMARY KEY " + text.list(keys));
        }
        Fields unique = given.get(2, "")
                .map(Fields::of)
                .flatMap(options -> options.get("uniqueKeys"))
                .map(Fields::of)
                .orElseGet(Fields::none);
        unique.each()
                .forEach(key -> Fields.of(key.value())
                        .texts("fields")
                        .ifPresent(names -> parts.add("UNIQUE " + text.list(names))));
        return parts.isEmpty() ? Optional.empty() : Optional.of(List.of(text.create(When.UNLESS_THERE, table, parts)));
    }

    private Optional<String> column(String table, String name, Value definition) {
        Fields fields = isType(definition) ? Fields.none() : Fields.of(definition);
        Optional<Value> typed = isType(definition) ? Optional.of(definition) : fields.get("type");
        String written = fields.text("field").orElse(name);
        return typed.flatMap(type -> type(table, written, type))
                .map(type -> new Identifiers(text.dialect()).of(written) + " " + type + modifiers(fields));
    }

    private static boolean isType(Value value) {
        return !(value instanceof Value.Entries);
    }

    private Optional<String> type(String table, String column, Value type) {
        if (type instanceof Value.Text written) {
            return Optional.of(written.value());
        }
        String name = typeName(type);
        Arguments given = type instanceof Value.Made made ? made.arguments() : Arguments.of();
        if (name.isEmpty() || !name.equals(name.toUpperCase(Locale.ROOT))) {
            return Optional.empty();
        }
        if (name.equals("ARRAY")) {
            return given.get(0, "").flatMap(of -> type(table, column, of)).map(of -> of + "[]");
        }
        if (name.equals("ENUM") && text.dialect() == Dialect.POSTGRESQL) {
            return Optional.of(new Identifiers(text.dialect()).of("enum_" + table + "_" + column));
        }
        Row row = TYPES.getOrDefault(name, new Row(name, name, name));
        String known = switch (text.dialect()) {
            case POSTGRESQL -> row.postgresql();
            case MYSQL, MARIADB -> row.mysql();
            default -> row.sqlite();
        };
        return Optional.of(
                known.replaceAll("\\(\\d+\\)$", given.positional().isEmpty() ? "$0" : "") + size(name, given));
    }

    /** {@code Sequelize.STRING}, {@code DataTypes.STRING(10)}, {@code DataTypes.INTEGER.UNSIGNED}. */
    private static String typeName(Value type) {
        String path = switch (type) {
            case Value.Named named -> named.path();
            case Value.Made made ->
                made.function() instanceof Value.Named named ? named.path() : Values.lastName(made.function());
            case Value.Member member -> member.name();
            default -> "";
        };
        return path.replaceAll("\\.(?:UNSIGNED|ZEROFILL|BINARY)\\b", "").replaceAll(".*\\.", "");
    }

    private static String size(String name, Arguments given) {
        if (name.equals("ENUM")) {
            return "";
        }
        String sizes = given.positional().stream()
                .filter(Value.Numeral.class::isInstance)
                .map(value -> ((Value.Numeral) value).digits())
                .collect(Collectors.joining(", "));
        return sizes.isEmpty() ? "" : "(" + sizes + ")";
    }

    private String modifiers(Fields fields) {
        StringBuilder all = new StringBuilder();
        if (fields.isTrue("autoIncrement")) {
            all.append(
                    switch (text.dialect()) {
                        case SQLITE -> " PRIMARY KEY AUTOINCREMENT";
                        case MYSQL, MARIADB -> " auto_increment";
                        default -> "";
                    });
        }
        if (fields.isFalse("allowNull")) {
            all.append(" NOT NULL");
        }
        if (fields.isTrue("unique")) {
            all.append(" UNIQUE");
        }
        fields.get("defaultValue")
                .filter(value -> !(value instanceof Value.None))
                .ifPresent(value -> all.append(" DEFAULT ").append(written(value)));
        fields.get("references").map(Fields::of).flatMap(this::references).ifPresent(all::append);
        fields.get("references")
                .ifPresent(target -> all.append(fields.text("onDelete")
                                .map(action -> " ON DELETE " + action)
                                .orElse(""))
                        .append(fields.text("onUpdate")
                                .map(action -> " ON UPDATE " + action)
                                .orElse("")));
        return all.toString();
    }

    private Optional<String> references(Fields target) {
        return target.get("model")
                .or(() -> target.get("table"))
                .flatMap(SequelizeTable::name)
                .map(name -> " "
                        + text.references(
                                name,
                                List.of(target.text("key")
                                        .or(() -> target.text("field"))
                                        .orElse("id"))));
    }

    private static String written(Value value) {
        if (value instanceof Value.Made made) {
            return switch (made.maker()) {
                case "literal" -> made.arguments().text(0, "").orElse("unknown_default()");
                case "fn" ->
                    made.arguments().text(0, "").map(name -> name + "()").orElse("unknown_default()");
                default -> "unknown_default()";
            };
        }
        return Execute.quoted(value).orElse("unknown_default()");
    }

    /** What a call does to a table; absent where it is not known. */
    Optional<List<String>> changed(String table, Call call) {
        Arguments given = call.arguments();
        Optional<String> column = given.text(1, "");
        return switch (call.name()) {
            case "addColumn" ->
                column.flatMap(name -> given.get(2, "").flatMap(definition -> column(table, name, definition)))
                        .map(definition -> List.of(text.addColumn(When.ALWAYS, table, definition)));
            case "changeColumn" ->
                column.flatMap(name -> given.get(2, "")
                        .flatMap(definition -> column(table, name, definition))
                        .map(definition -> List.of(text.changeColumn(table, name, definition))));
            case "renameColumn" ->
                column.flatMap(from -> given.text(2, "").map(to -> List.of(text.renameColumn(table, from, to))));
            case "addIndex" -> index(table, given).map(List::of);
            case "removeIndex" ->
                indexName(table, given.get(1, ""))
                        .map(name -> List.of(text.dropIndex(
                                text.dialect() == Dialect.MYSQL || text.dialect() == Dialect.MARIADB
                                        ? When.ALWAYS
                                        : When.IF_THERE,
                                name,
                                table)));
            case "addConstraint" -> constraint(table, given).map(List::of);
            case "removeConstraint" -> column.map(name -> List.of(text.dropConstraint(When.ALWAYS, table, name)));
            default -> Optional.empty();
        };
    }

    private static Optional<String> indexName(String table, Optional<Value> given) {
        return given.flatMap(value -> value instanceof Value.Text name
                ? Optional.of(name.value())
                : Values.texts(value)
                        .or(() -> Fields.of(value).texts("fields"))
                        .map(names -> underscored(table + "_" + String.join("_", names))));
    }

    private static String underscored(String name) {
        return name.replaceAll("([A-Z\\d]+)([A-Z][a-z])", "$1_$2")
                .replaceAll("([a-z\\d])([A-Z])", "$1_$2")
                .replace('-', '_')
                .toLowerCase(Locale.ROOT);
    }

    private Optional<String> index(String table, Arguments given) {
        boolean isList = given.get(1, "").filter(Value.Items.class::isInstance).isPresent();
        Fields options = given.get(isList ? 2 : 1, "").map(Fields::of).orElseGet(Fields::none);
        Optional<List<String>> columns = isList ? given.texts(1, "") : options.texts("fields");
        Optional<String> name = options.text("name")
                .or(() -> options.text("indexName"))
                .or(() -> columns.map(names -> underscored(table + "_" + String.join("_", names))));
        boolean isUnique = options.isTrue("unique")
                || options.text("type").filter("UNIQUE"::equalsIgnoreCase).isPresent();
        return columns.flatMap(names -> name.map(known -> {
            String sql = text.index(isUnique ? Index.UNIQUE : Index.PLAIN, When.ALWAYS, known, table, text.list(names));
            return options.isTrue("concurrently") ? sql.replaceFirst("INDEX ", "INDEX CONCURRENTLY ") : sql;
        }));
    }

    private Optional<String> constraint(String table, Arguments given) {
        boolean isList = given.get(1, "").filter(Value.Items.class::isInstance).isPresent();
        Fields options = given.get(isList ? 2 : 1, "").map(Fields::of).orElseGet(Fields::none);
        Optional<List<String>> columns = isList ? given.texts(1, "") : options.texts("fields");
        String kind = options.text("type").orElse("").toLowerCase(Locale.ROOT);
        String name = options.text("name")
                .orElseGet(() ->
                        table + "_" + String.join("_", columns.orElse(List.of())) + "_" + KINDS.getOrDefault(kind, ""));
        Optional<String> definition = switch (kind) {
            case "unique" -> columns.map(names -> "UNIQUE " + text.list(names));
            case "primary key" -> columns.map(names -> "PRIMARY KEY " + text.list(names));
            case "check" -> Optional.of("CHECK (unknown_condition())");
            case "foreign key" ->
                columns.flatMap(names -> options.get("references")
                        .map(Fields::of)
                        .flatMap(this::references)
                        .map(target -> "FOREIGN KEY " + text.list(names) + target
                                + options.text("onDelete")
                                        .map(action -> " ON DELETE " + action)
                                        .orElse("")
                                + options.text("onUpdate")
                                        .map(action -> " ON UPDATE " + action)
                                        .orElse("")));
            default -> Optional.empty();
        };
        return definition.map(words -> text.addConstraint(table, name, words));
    }
}
