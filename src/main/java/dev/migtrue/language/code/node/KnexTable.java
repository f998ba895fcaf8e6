package dev.migtrue.language.code.node;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Chain;
import dev.migtrue.language.code.follow.Following;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.code.schema.SchemaText;
import dev.migtrue.language.code.schema.SchemaText.Index;
import dev.migtrue.language.code.schema.SchemaText.When;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The statements of a builder of a table, out of what its function says of the table. */
final class KnexTable {

    /** What stands for the table in the function. */
    static final Value.Made BUILDER = new Value.Made(new Value.Named("knex.table"), Arguments.of());

    private static final Set<String> SETTINGS =
            Set.of("comment", "engine", "charset", "collate", "inherits", "queryContext");

    private final SchemaText text;
    private final String table;
    private final KnexColumn columns;

    /** What stands in the table, or is done to it. */
    private final List<String> parts = new ArrayList<>();

    private final List<Operation> behind = new ArrayList<>();

    KnexTable(SchemaText text, String table) {
        this.text = text;
        this.table = table;
        this.columns = new KnexColumn(text);
    }

    List<Operation> created(When when, Following.Followed block, Span at) {
        block.said().forEach(said -> add(said, true));
        List<Operation> all = new ArrayList<>(block.outcome().operations());
        all.add(new Operation.Called(text.create(when, table, parts), at));
        all.addAll(behind);
        return all;
    }

    List<Operation> altered(Following.Followed block) {
        block.said().forEach(said -> add(said, false));
        List<Operation> all = new ArrayList<>(block.outcome().operations());
        all.addAll(behind);
        return all;
    }

    private void add(Following.Said said, boolean isNew) {
        Chain chain = Chain.of(said.value(), BUILDER::equals);
        if (!chain.root().equals(BUILDER) || chain.links().isEmpty()) {
            return;
        }
        Chain.Link link = chain.links().getFirst();
        Span at = said.at();
        if (!said.under().isEmpty()) {
            unread("a part of a table that is made under a condition", at);
        } else if (!SETTINGS.contains(link.name()) && !key(chain, at, isNew) && !dropped(link, at)) {
            column(chain, at, isNew);
        }
    }

    /** Keys and indexes; whether it is one. */
    private boolean key(Chain chain, Span at, boolean isNew) {
        Chain.Link link = chain.links().getFirst();
        Arguments given = link.arguments();
        Optional<List<String>> names = given.texts(0, "");
        switch (link.name()) {
            case "index", "unique", "primary", "foreign" -> {}
            default -> {
                return false;
            }
        }
        if (names.isEmpty()) {
            unread("'" + link.name() + "'", at);
            return true;
        }
        String named = given.text(1, "")
                .or(() -> given.get(1, "").flatMap(options -> option(options, "indexName", "constraintName")))
                .orElseGet(() -> nameOf(link.name(), names.get()));
        switch (link.name()) {
            case "primary" -> constraint(named, "PRIMARY KEY " + text.list(names.get()), at, isNew);
            case "foreign" ->
                KnexColumn.references(text, chain.links())
                        .ifPresentOrElse(
                                target -> constraint(
                                        option(chain, "withKeyName").orElse(named),
                                        "FOREIGN KEY " + text.list(names.get()) + " " + target,
                                        at,
                                        isNew && text.dialect() == Dialect.SQLITE),
                                () -> unread("'foreign'", at));
            case "unique" -> unique(named, names.get(), at);
            default -> sql(text.index(Index.PLAIN, When.ALWAYS, named, table, text.list(names.get())), at);
        }
        return true;
    }

    private static Optional<String> option(Value options, String name, String other) {
        return options instanceof Value.Entries entries
                ? entries.get(name).or(() -> entries.get(other)).flatMap(Values::text)
                : Optional.empty();
    }

    private static Optional<String> option(Chain chain, String link) {
        return chain.links().stream()
                .filter(one -> one.name().equals(link))
                .flatMap(one -> one.arguments().text(0, "").stream())
                .findFirst();
    }

    /** @param isInside whether it stands in the statement that makes the table */
    private void constraint(String name, String definition, Span at, boolean isInside) {
        if (isInside) {
            parts.add(text.constraint(name, definition));
        } else {
            sql(text.addConstraint(table, name, definition), at);
        }
    }

    private void unique(String name, List<String> names, Span at) {
        sql(
                text.dialect() == Dialect.POSTGRESQL
                        ? text.addConstraint(table, name, "UNIQUE " + text.list(names))
                        : text.index(Index.UNIQUE, When.ALWAYS, name, table, text.list(names)),
                at);
    }

    /** As Knex names what nobody names. */
    private String nameOf(String kind, List<String> names) {
        String owner = table.replaceAll("[.-]", "_");
        return kind.equals("primary")
                ? owner + "_pkey"
                : (owner + "_" + String.join("_", names) + "_" + kind).toLowerCase(Locale.ROOT);
    }

    /** What takes something away, or gives it another name; whether it does. */
    private boolean dropped(Chain.Link link, Span at) {
        List<String> given = link.arguments().positional().stream()
                .flatMap(value -> Values.texts(value).stream().flatMap(List::stream))
                .toList();
        Optional<List<String>> first = link.arguments().texts(0, "");
        switch (link.name()) {
            case "dropColumn", "dropColumns" ->
                given.forEach(column -> sql(text.dropColumn(When.ALWAYS, table, column), at));
            case "dropTimestamps" ->
                List.of("created_at", "updated_at")
                        .forEach(column -> sql(text.dropColumn(When.ALWAYS, table, column), at));
            case "renameColumn" -> {
                if (given.size() == 2) {
                    sql(text.renameColumn(table, given.getFirst(), given.getLast()), at);
                } else {
                    unread("'renameColumn'", at);
                }
            }
            case "dropIndex" -> without(link, first, "index", at);
            case "dropUnique" -> without(link, first, "unique", at);
            case "dropForeign" -> without(link, first, "foreign", at);
            case "dropPrimary" ->
                sql(
                        text.dropConstraint(
                                When.ALWAYS, table, link.arguments().text(0, "").orElse(nameOf("primary", List.of()))),
                        at);
            case "setNullable" -> given.forEach(column -> sql(text.alterColumn(table, column, "DROP NOT NULL"), at));
            case "dropNullable" -> given.forEach(column -> sql(text.alterColumn(table, column, "SET NOT NULL"), at));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void without(Chain.Link link, Optional<List<String>> columnNames, String kind, Span at) {
        Optional<String> name = link.arguments().text(1, "").or(() -> columnNames.map(names -> nameOf(kind, names)));
        boolean isIndex = kind.equals("index") || (kind.equals("unique") && text.dialect() != Dialect.POSTGRESQL);
        name.ifPresentOrElse(
                known -> sql(
                        isIndex
                                ? text.dropIndex(When.ALWAYS, known, table)
                                : text.dropConstraint(When.ALWAYS, table, known),
                        at),
                () -> unread("'" + link.name() + "'", at));
    }

    private void column(Chain chain, Span at, boolean isNew) {
        Chain.Link type = chain.links().getFirst();
        if (type.name().equals("timestamps")) {
            timestamps(type, at, isNew);
            return;
        }
        Optional<String> definition = columns.of(chain.links());
        Optional<String> name = KnexColumn.name(type);
        if (definition.isEmpty() || name.isEmpty()) {
            unread("'" + type.name() + "' of a table", at);
            return;
        }
        if (KnexColumn.has(chain.links(), "alter")) {
            sql(text.changeColumn(table, name.get(), definition.get()), at);
            return;
        }
        put(definition.get(), at, isNew);
        more(chain.links(), name.get(), at, isNew);
    }

    private void put(String definition, Span at, boolean isNew) {
        if (isNew) {
            parts.add(definition);
        } else {
            sql(text.addColumn(When.ALWAYS, table, definition), at);
        }
    }

    private void timestamps(Chain.Link link, Span at, boolean isNew) {
        boolean isCamel = link.arguments().positional().stream().skip(2).anyMatch(new Value.Truth(true)::equals)
                || link.arguments()
                        .get(0, "")
                        .filter(options -> options instanceof Value.Entries entries
                                && entries.get("useCamelCase")
                                        .filter(new Value.Truth(true)::equals)
                                        .isPresent())
                        .isPresent();
        for (String name : isCamel ? List.of("createdAt", "updatedAt") : List.of("created_at", "updated_at")) {
            put(
                    text.list(List.of(name)).replaceAll("^\\(|\\)$", "") + " "
                            + columns.type("timestamp", Arguments.of()).orElse("timestamp"),
                    at,
                    isNew);
        }
    }

    /** Indexes and keys that a column asks for besides. */
    private void more(List<Chain.Link> links, String column, Span at, boolean isNew) {
        for (Chain.Link link : links.subList(1, links.size())) {
            Optional<String> named = link.arguments()
                    .text(0, "")
                    .or(() -> link.arguments()
                            .get(0, "")
                            .flatMap(options -> option(options, "indexName", "constraintName")));
            switch (link.name()) {
                case "unique" -> unique(named.orElseGet(() -> nameOf("unique", List.of(column))), List.of(column), at);
                case "index" ->
                    sql(
                            text.index(
                                    Index.PLAIN,
                                    When.ALWAYS,
                                    named.orElseGet(() -> nameOf("index", List.of(column))),
                                    table,
                                    text.list(List.of(column))),
                            at);
                case "references" ->
                    KnexColumn.references(text, links)
                            .ifPresentOrElse(
                                    target -> constraint(
                                            nameOf("foreign", List.of(column)),
                                            "FOREIGN KEY " + text.list(List.of(column)) + " " + target,
                                            at,
                                            isNew && text.dialect() == Dialect.SQLITE),
                                    () -> unread("'references'", at));
                default -> {}
            }
        }
    }

    private void sql(String statement, Span at) {
        behind.add(new Operation.Called(statement, at));
    }

    private void unread(String what, Span at) {
        behind.add(new Operation.Unrecognized(what, at));
    }
}
