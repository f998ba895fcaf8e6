package dev.migtrue.language.code.laravel;

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

/** The statements of a blueprint, out of what its function says of the table. */
final class LaravelTable {

    /** What stands for the table in the function. */
    static final Value.Made BUILDER = new Value.Made(new Value.Named("laravel.table"), Arguments.of());

    private static final Set<String> SETTINGS =
            Set.of("comment", "engine", "charset", "collation", "innoDb", "temporary", "after");

    private final SchemaText text;
    private final String table;
    private final LaravelColumn columns;
    private final List<String> parts = new ArrayList<>();
    private final List<Operation> behind = new ArrayList<>();

    LaravelTable(SchemaText text, String table) {
        this.text = text;
        this.table = table;
        this.columns = new LaravelColumn(text);
    }

    /** Whether something is called on a table, or on a column of it. */
    static boolean isPart(Value function) {
        return function instanceof Value.Member member
                && Chain.of(member.of(), BUILDER::equals).root().equals(BUILDER);
    }

    List<Operation> created(Following.Followed block, Span at) {
        block.said().forEach(said -> add(said, parts));
        List<Operation> all = new ArrayList<>(block.outcome().operations());
        all.add(new Operation.Called(text.create(When.ALWAYS, table, parts), at));
        all.addAll(behind);
        return all;
    }

    List<Operation> altered(Following.Followed block) {
        List<Operation> all = new ArrayList<>(block.outcome().operations());
        for (Following.Said said : block.said()) {
            List<String> added = new ArrayList<>();
            add(said, added);
            added.forEach(definition -> all.add(
                    under(said, new Operation.Called(text.addColumn(When.ALWAYS, table, definition), said.at()))));
            behind.forEach(done -> all.add(under(said, done)));
            behind.clear();
        }
        return all;
    }

    /** What is done to a table only as guards say; they are asked before anything is. */
    private static Operation under(Following.Said said, Operation done) {
        Operation guarded = done;
        for (var guard : said.under().reversed()) {
            guarded = new Operation.Guarded(guard, List.of(guarded), List.of(), said.at());
        }
        return guarded;
    }

    private void add(Following.Said said, List<String> added) {
        Chain chain = Chain.of(said.value(), BUILDER::equals);
        if (!chain.root().equals(BUILDER) || chain.links().isEmpty()) {
            return;
        }
        boolean isNew = added == parts;
        Chain.Link link = chain.links().getFirst();
        Span at = said.at();
        if (isNew && !said.under().isEmpty()) {
            unread("a part of a table that is made under a condition", at);
        } else if (!SETTINGS.contains(link.name())
                && !key(chain, at, isNew)
                && !isDropped(link, at)
                && !several(link, at, added)) {
            column(chain.links(), at, added);
        }
    }

    /** Calls that make more than one column; whether it is one. */
    private boolean several(Chain.Link link, Span at, List<String> added) {
        String time = link.name().endsWith("Tz") ? "timestampTz" : "timestamp";
        switch (link.name()) {
            case "timestamps", "timestampsTz", "nullableTimestamps" ->
                List.of("created_at", "updated_at").forEach(name -> nullable(time, name, at, added));
            case "morphs",
                    "nullableMorphs",
                    "uuidMorphs",
                    "nullableUuidMorphs",
                    "ulidMorphs",
                    "nullableUlidMorphs",
                    "numericMorphs" -> {
                Optional<String> name = link.arguments().text(0, "name");
                if (name.isEmpty()) {
                    unread("'" + link.name() + "'", at);
                    return true;
                }
                boolean isNullable = link.name().startsWith("nullable");
                String lower = link.name().toLowerCase(Locale.ROOT);
                String id = lower.contains("uuid") ? "uuid" : lower.contains("ulid") ? "ulid" : "unsignedBigInteger";
                List<String> names = List.of(name.get() + "_type", name.get() + "_id");
                columnOf("string", names.getFirst(), isNullable, at, added);
                columnOf(id, names.getLast(), isNullable, at, added);
                sql(
                        text.index(
                                Index.PLAIN,
                                When.ALWAYS,
                                link.arguments().text(1, "indexName").orElseGet(() -> nameOf(table, names, "index")),
                                table,
                                text.list(names)),
                        at);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void nullable(String type, String name, Span at, List<String> added) {
        columnOf(type, name, true, at, added);
    }

    private void columnOf(String type, String name, boolean isNullable, Span at, List<String> added) {
        Chain.Link link = new Chain.Link(type, Arguments.of(new Value.Text(name)), Optional.of(at));
        Chain.Link nullable = new Chain.Link("nullable", Arguments.of(), Optional.of(at));
        column(isNullable ? List.of(link, nullable) : List.of(link), at, added);
    }

    /** As Laravel names what nobody names. */
    static String nameOf(String table, List<String> columns, String kind) {
        return (table + "_" + String.join("_", columns) + "_" + kind)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[-.]", "_");
    }

    /** The name of an index, which may be told by its columns. */
    static Optional<String> indexName(String table, Value given, String kind) {
        return given instanceof Value.Items
                ? Values.texts(given).map(columns -> nameOf(table, columns, kind))
                : Values.text(given);
    }

    /** Keys and indexes; whether it is one. */
    private boolean key(Chain chain, Span at, boolean isNew) {
        Chain.Link link = chain.links().getFirst();
        Optional<List<String>> names = link.arguments().texts(0, "columns");
        String kind = link.name().equals("spatialIndex")
                ? "spatialindex"
                : link.name().toLowerCase(Locale.ROOT);
        switch (link.name()) {
            case "index", "unique", "primary", "foreign", "fullText", "spatialIndex" -> {}
            case "rawIndex" -> {
                Optional<String> expression = link.arguments().text(0, "expression");
                Optional<String> name = link.arguments().text(1, "name");
                expression
                        .flatMap(words -> name.map(
                                known -> text.index(Index.PLAIN, When.ALWAYS, known, table, "(" + words + ")")))
                        .ifPresentOrElse(sql -> sql(sql, at), () -> unread("'rawIndex'", at));
                return true;
            }
            default -> {
                return false;
            }
        }
        if (names.isEmpty()) {
            unread("'" + link.name() + "'", at);
            return true;
        }
        String named = link.arguments().text(1, "name").orElseGet(() -> nameOf(table, names.get(), kind));
        switch (link.name()) {
            case "primary" -> sql(text.alter(table) + "ADD PRIMARY KEY " + text.list(names.get()), at);
            case "foreign" ->
                columns.references(names.get().getFirst(), chain.links())
                        .ifPresentOrElse(
                                target -> foreign(named, names.get(), target, at, isNew),
                                () -> unread("'foreign'", at));
            case "unique" -> unique(named, names.get(), at);
            default -> sql(text.index(Index.PLAIN, When.ALWAYS, named, table, text.list(names.get())), at);
        }
        return true;
    }

    private void foreign(String name, List<String> names, String target, Span at, boolean isNew) {
        String definition = "FOREIGN KEY " + text.list(names) + " " + target;
        if (isNew && text.dialect() == Dialect.SQLITE) {
            parts.add(definition);
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

    private boolean isDropped(Chain.Link link, Span at) {
        Optional<List<Operation>> done = new LaravelDrops(text, table).of(link, at);
        done.ifPresent(behind::addAll);
        return done.isPresent();
    }

    private void column(List<Chain.Link> links, Span at, List<String> added) {
        Optional<String> definition = columns.of(links);
        Optional<String> name = LaravelColumn.name(links.getFirst());
        if (definition.isEmpty() || name.isEmpty()) {
            unread("'" + links.getFirst().name() + "' of a table", at);
            return;
        }
        if (LaravelColumn.has(links, "change")) {
            sql(text.changeColumn(table, name.get(), definition.get()), at);
            return;
        }
        added.add(definition.get());
        more(links, name.get(), at, added == parts);
    }

    /** Indexes and keys that a column asks for besides. */
    private void more(List<Chain.Link> links, String column, Span at, boolean isNew) {
        List<String> names = List.of(column);
        for (Chain.Link link : links.subList(1, links.size())) {
            Optional<String> named = link.arguments().text(0, "indexName");
            switch (link.name()) {
                case "unique" -> unique(named.orElseGet(() -> nameOf(table, names, "unique")), names, at);
                case "index" ->
                    sql(
                            text.index(
                                    Index.PLAIN,
                                    When.ALWAYS,
                                    named.orElseGet(() -> nameOf(table, names, "index")),
                                    table,
                                    text.list(names)),
                            at);
                case "constrained", "references" ->
                    columns.references(column, links)
                            .ifPresentOrElse(
                                    target -> foreign(nameOf(table, names, "foreign"), names, target, at, isNew),
                                    () -> unread("'" + link.name() + "'", at));
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
