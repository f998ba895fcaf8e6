package dev.migtrue.language.code.laravel;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Chain;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.code.schema.SchemaText;
import dev.migtrue.language.code.schema.SchemaText.When;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a blueprint takes away from its table, or gives another name. */
record LaravelDrops(SchemaText text, String table) {

    /** What a call does; absent where it does nothing of the kind. */
    Optional<List<Operation>> of(Chain.Link link, Span at) {
        List<String> names = link.arguments().positional().stream()
                .flatMap(value -> Values.texts(value).stream().flatMap(List::stream))
                .toList();
        Optional<List<String>> statements =
                columns(link, names).or(() -> renamed(link, names)).or(() -> keys(link));
        return statements.map(all -> all.isEmpty()
                ? List.of(new Operation.Unrecognized("'" + link.name() + "'", at))
                : all.stream()
                        .<Operation>map(sql -> new Operation.Called(sql, at))
                        .toList());
    }

    private Optional<List<String>> columns(Chain.Link link, List<String> names) {
        return switch (link.name()) {
            case "dropColumn", "removeColumn" -> without(names);
            case "dropTimestamps", "dropTimestampsTz" -> without(List.of("created_at", "updated_at"));
            case "dropSoftDeletes", "dropSoftDeletesTz" ->
                without(List.of(link.arguments().text(0, "column").orElse("deleted_at")));
            case "dropRememberToken" -> without(List.of("remember_token"));
            case "dropConstrainedForeignId" ->
                without(names)
                        .map(columns -> Stream.concat(
                                        Stream.of(text.dropConstraint(
                                                When.ALWAYS, table, LaravelTable.nameOf(table, names, "foreign"))),
                                        columns.stream())
                                .toList());
            default -> Optional.empty();
        };
    }

    private Optional<List<String>> without(List<String> columns) {
        return Optional.of(columns.stream()
                .map(column -> text.dropColumn(When.ALWAYS, table, column))
                .toList());
    }

    private Optional<List<String>> renamed(Chain.Link link, List<String> names) {
        boolean isPair = names.size() == 2;
        return switch (link.name()) {
            case "rename" -> one(names.stream().findFirst().map(to -> text.rename(table, to)));
            case "renameColumn" ->
                one(Optional.of(names)
                        .filter(both -> isPair)
                        .map(both -> text.renameColumn(table, both.getFirst(), both.getLast())));
            case "renameIndex" -> one(Optional.of(names).filter(both -> isPair).map(this::indexRenamed));
            case "drop" -> one(Optional.of(text.drop(When.ALWAYS, table)));
            case "dropIfExists" -> one(Optional.of(text.drop(When.IF_THERE, table)));
            default -> Optional.empty();
        };
    }

    private String indexRenamed(List<String> names) {
        Identifiers identifiers = new Identifiers(text.dialect());
        String to = identifiers.of(names.getLast());
        return text.dialect() == Dialect.POSTGRESQL
                ? "ALTER INDEX " + identifiers.of(names.getFirst()) + " RENAME TO " + to
                : text.alter(table) + "RENAME INDEX " + identifiers.of(names.getFirst()) + " TO " + to;
    }

    private Optional<List<String>> keys(Chain.Link link) {
        return switch (link.name()) {
            case "dropIndex", "dropFullText", "dropSpatialIndex" -> key(link.arguments(), "index");
            case "dropUnique" -> key(link.arguments(), "unique");
            case "dropForeign" -> key(link.arguments(), "foreign");
            case "dropPrimary" ->
                one(Optional.of(text.dropConstraint(
                        When.ALWAYS, table, link.arguments().text(0, "index").orElse(table + "_pkey"))));
            default -> Optional.empty();
        };
    }

    private Optional<List<String>> key(Arguments given, String kind) {
        boolean isIndex = kind.equals("index") || (kind.equals("unique") && text.dialect() != Dialect.POSTGRESQL);
        return one(given.get(0, "index")
                .flatMap(value -> LaravelTable.indexName(table, value, kind))
                .map(name -> isIndex
                        ? text.dropIndex(When.ALWAYS, name, table)
                        : text.dropConstraint(When.ALWAYS, table, name)));
    }

    /** Nothing where it is not known what it does. */
    private static Optional<List<String>> one(Optional<String> statement) {
        return Optional.of(statement.stream().toList());
    }
}
