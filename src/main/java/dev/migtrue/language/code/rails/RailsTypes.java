package dev.migtrue.language.code.rails;

import static java.util.Map.entry;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.rails.RailsStatements.Maker;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements about what only PostgreSQL has: extensions, enumerations, schemas. */
record RailsTypes(Identifiers identifiers) {

    Map<String, Maker> makers() {
        return Map.ofEntries(
                entry("enable_extension", this::enabled),
                entry("disable_extension", this::disabled),
                entry("create_enum", this::made),
                entry("drop_enum", this::dropped),
                entry("rename_enum", this::renamed),
                entry("add_enum_value", this::extended),
                entry("rename_enum_value", this::relabelled),
                entry("create_schema", this::schemaMade),
                entry("drop_schema", this::schemaDropped));
    }

    /** Other databases have none, and Rails says nothing of it. */
    private Optional<List<Operation>> ofPostgres(String sql, Span at) {
        return identifiers.dialect() == Dialect.POSTGRESQL ? RailsStatements.one(sql, at) : Optional.of(List.of());
    }

    private Optional<List<Operation>> enabled(Arguments given, Span at) {
        return given.text(0, "").flatMap(name -> ofPostgres("CREATE EXTENSION IF NOT EXISTS " + extension(name), at));
    }

    private String extension(String name) {
        return identifiers.of(name.substring(name.lastIndexOf('.') + 1));
    }

    private Optional<List<Operation>> disabled(Arguments given, Span at) {
        boolean isCascading =
                RailsStatements.text(given, "force").map("cascade"::equals).orElse(true);
        return given.text(0, "")
                .flatMap(name -> ofPostgres(
                        "DROP EXTENSION IF EXISTS " + extension(name) + (isCascading ? " CASCADE" : ""), at));
    }

    /** Rails looks whether it is there. */
    private Optional<List<Operation>> made(Arguments given, Span at) {
        Optional<List<String>> labels = given.texts(1, "values");
        return given.text(0, "")
                .flatMap(name -> labels.flatMap(all -> ofPostgres(
                                "CREATE TYPE " + identifiers.of(name) + " AS ENUM ("
                                        + all.stream().map(RailsTypes::quoted).collect(Collectors.joining(", ")) + ")",
                                at)
                        .map(operations -> operations.isEmpty()
                                ? operations
                                : List.<Operation>of(new Operation.Guarded(
                                        new Guard.Not(new Guard.Exists(ObjectKind.TYPE, name, Optional.empty())),
                                        operations,
                                        List.of(),
                                        at)))));
    }

    private static String quoted(String text) {
        return Execute.quoted(new Value.Text(text)).orElse("''");
    }

    private Optional<List<Operation>> dropped(Arguments given, Span at) {
        return given.text(0, "")
                .flatMap(name -> ofPostgres(
                        "DROP TYPE " + (given.isTrue("if_exists") ? "IF EXISTS " : "") + identifiers.of(name), at));
    }

    private Optional<List<Operation>> renamed(Arguments given, Span at) {
        Optional<String> now = RailsStatements.text(given, "to").or(() -> given.text(1, ""));
        return given.text(0, "")
                .flatMap(name -> now.flatMap(to ->
                        ofPostgres("ALTER TYPE " + identifiers.of(name) + " RENAME TO " + identifiers.of(to), at)));
    }

    private Optional<List<Operation>> extended(Arguments given, Span at) {
        String place = RailsStatements.text(given, "before")
                .map(label -> " BEFORE " + quoted(label))
                .or(() -> RailsStatements.text(given, "after").map(label -> " AFTER " + quoted(label)))
                .orElse("");
        return given.text(0, "")
                .flatMap(name -> given.text(1, "")
                        .flatMap(label -> ofPostgres(
                                "ALTER TYPE " + identifiers.of(name) + " ADD VALUE "
                                        + (given.isTrue("if_not_exists") ? "IF NOT EXISTS " : "") + quoted(label)
                                        + place,
                                at)));
    }

    private Optional<List<Operation>> relabelled(Arguments given, Span at) {
        Optional<String> old = RailsStatements.text(given, "from");
        Optional<String> now = RailsStatements.text(given, "to");
        return given.text(0, "")
                .flatMap(name -> old.flatMap(from -> now.flatMap(to -> ofPostgres(
                        "ALTER TYPE " + identifiers.of(name) + " RENAME VALUE " + quoted(from) + " TO " + quoted(to),
                        at))));
    }

    private Optional<List<Operation>> schemaMade(Arguments given, Span at) {
        return given.text(0, "")
                .flatMap(name -> ofPostgres(
                        "CREATE SCHEMA " + (given.isTrue("if_not_exists") ? "IF NOT EXISTS " : "")
                                + identifiers.of(name),
                        at));
    }

    private Optional<List<Operation>> schemaDropped(Arguments given, Span at) {
        return given.text(0, "")
                .flatMap(name -> ofPostgres(
                        "DROP SCHEMA " + (given.isTrue("if_exists") ? "IF EXISTS " : "") + identifiers.of(name)
                                + " CASCADE",
                        at));
    }
}
