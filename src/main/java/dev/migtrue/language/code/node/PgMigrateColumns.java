package dev.migtrue.language.code.node;

import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.code.schema.SchemaText;
import dev.migtrue.language.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Columns and constraints of node-pg-migrate as definitions write them. */
record PgMigrateColumns(SchemaText text) {

    private static final Map<String, String> CONSTRAINTS =
            Map.of("unique", "UNIQUE ", "primaryKey", "PRIMARY KEY ", "check", "CHECK ", "exclude", "EXCLUDE ");

    /** A name, with the schema that an object may have beside it. */
    static Optional<String> name(Value value) {
        return Values.text(value)
                .or(() -> Fields.of(value)
                        .text("name")
                        .map(name -> Fields.of(value)
                                        .text("schema")
                                        .map(schema -> schema + ".")
                                        .orElse("")
                                + name));
    }

    /** The columns that are named in a list, by themselves, or as the names of an object. */
    static Optional<List<String>> names(Optional<Value> given) {
        return given.flatMap(value -> value instanceof Value.Entries entries
                ? Values.elements(entries).map(Value.Items::new).flatMap(Values::texts)
                : Values.texts(value));
    }

    /** Absent where one of them is not known. */
    Optional<List<String>> of(Fields columns) {
        List<String> all = new ArrayList<>();
        for (Fields.Field column : columns.each()) {
            Optional<String> written = of(column.name(), column.value());
            if (written.isEmpty()) {
                return Optional.empty();
            }
            all.add(written.get());
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private Optional<String> of(String name, Value value) {
        String column = new Identifiers(text.dialect()).of(name) + " ";
        if (value instanceof Value.Text type) {
            return Optional.of(column + (type.value().equals("id") ? "serial PRIMARY KEY" : type.value()));
        }
        Fields fields = Fields.of(value);
        return fields.text("type")
                .map(type -> column + (type.equals("id") ? "serial PRIMARY KEY" : type) + modifiers(fields));
    }

    private static String modifiers(Fields fields) {
        StringBuilder all = new StringBuilder();
        if (fields.isTrue("primaryKey")) {
            all.append(" PRIMARY KEY");
        }
        if (fields.isTrue("unique")) {
            all.append(" UNIQUE");
        }
        if (fields.isTrue("notNull")) {
            all.append(" NOT NULL");
        }
        fields.get("default")
                .filter(value -> !(value instanceof Value.None))
                .ifPresent(value -> all.append(" DEFAULT ").append(written(value)));
        fields.text("check")
                .ifPresent(check -> all.append(" CHECK (").append(check).append(")"));
        references(fields).ifPresent(target -> all.append(" ").append(target));
        return all.toString();
    }

    private static Optional<String> references(Fields fields) {
        return fields.get("references")
                .flatMap(PgMigrateColumns::name)
                .map(target -> "REFERENCES "
                        + (target.contains("(") || target.startsWith("\"")
                                ? target
                                : new SchemaText(Dialect.POSTGRESQL).name(target))
                        + fields.text("onDelete")
                                .map(action -> " ON DELETE " + action)
                                .orElse("")
                        + fields.text("onUpdate")
                                .map(action -> " ON UPDATE " + action)
                                .orElse(""));
    }

    static String written(Value value) {
        if (value instanceof Value.Made made
                && (made.maker().equals("func") || made.maker().equals("raw"))) {
            return made.arguments().text(0, "").orElse("unknown_default()");
        }
        return Execute.quoted(value).orElse("unknown_default()");
    }

    /** What an object says under the names of constraints. */
    static List<String> constraints(Fields fields) {
        SchemaText text = new SchemaText(Dialect.POSTGRESQL);
        Stream<String> plain = fields.each().stream()
                .filter(field -> CONSTRAINTS.containsKey(field.name()))
                .flatMap(field -> Values.texts(field.value()).stream()
                        .map(names -> CONSTRAINTS.get(field.name())
                                + (field.name().equals("check") || field.name().equals("exclude")
                                        ? "(" + String.join(") AND (", names) + ")"
                                        : text.list(names))));
        Stream<String> foreign = fields.get("foreignKeys").stream()
                .flatMap(keys -> TypeOrm.several(keys).stream())
                .map(Fields::of)
                .flatMap(key -> key
                        .texts("columns")
                        .flatMap(names ->
                                references(key).map(target -> "FOREIGN KEY " + text.list(names) + " " + target))
                        .stream());
        return Stream.concat(plain, foreign).toList();
    }
}
