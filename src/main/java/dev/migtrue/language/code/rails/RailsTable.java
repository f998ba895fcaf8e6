package dev.migtrue.language.code.rails;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Chain;
import dev.migtrue.language.code.follow.Following;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The statements of a {@code create_table}, out of what its block says of the table. */
final class RailsTable {

    /** What stands for the table in its block. */
    static final Value.Made BUILDER = new Value.Made(new Value.Named("rails.table"), Arguments.of());

    private final Identifiers identifiers;
    private final RailsNames names;
    private final String name;
    private final Arguments options;
    private final Span at;
    private final List<String> parts = new ArrayList<>();
    /** SQLite wants them behind all columns. */
    private final List<String> constraints = new ArrayList<>();

    private final List<Operation> behind = new ArrayList<>();

    private RailsTable(Identifiers identifiers, RailsNames names, String name, Arguments options, Span at) {
        this.identifiers = identifiers;
        this.names = names;
        this.name = name;
        this.options = options;
        this.at = at;
    }

    static List<Operation> of(
            Identifiers identifiers,
            RailsNames names,
            String name,
            Arguments options,
            List<Following.Said> said,
            Span at) {
        RailsTable table = new RailsTable(identifiers, names, name, options, at);
        table.key();
        said.forEach(table::add);
        return table.statements();
    }

    /** The table that lies between two others; absent where they are not named. */
    static Optional<String> joined(Arguments given) {
        return RailsStatements.text(given, "table_name")
                .or(() -> given.text(0, "")
                        .flatMap(one -> given.text(1, "").map(other -> RailsNames.joinTable(one, other))));
    }

    /** The statements of a {@code create_join_table}; absent where its tables are not named. */
    static Optional<List<Operation>> joining(
            Identifiers identifiers, RailsNames names, Arguments given, List<Following.Said> said, Span at) {
        Optional<String> one = given.text(0, "");
        Optional<String> other = given.text(1, "");
        return joined(given)
                .filter(name -> one.isPresent() && other.isPresent())
                .map(name -> {
                    Arguments none = given.with("id", new Value.Truth(false));
                    RailsTable table = new RailsTable(identifiers, names, name, none, at);
                    Arguments required = Arguments.of().with("null", new Value.Truth(false));
                    table.column(RailsNames.reference(one.get()), "bigint", required, at);
                    table.column(RailsNames.reference(other.get()), "bigint", required, at);
                    said.forEach(table::add);
                    return table.statements();
                });
    }

    private List<Operation> statements() {
        List<Operation> all = new ArrayList<>();
        String written = RailsStatements.table(identifiers, name);
        if (options.isTrue("force") || RailsStatements.text(options, "force").isPresent()) {
            all.add(new Operation.Called("DROP TABLE IF EXISTS " + written, at));
        }
        String condition = options.isTrue("if_not_exists") ? "IF NOT EXISTS " : "";
        String query =
                RailsStatements.text(options, "as").map(sql -> " AS " + sql).orElse("");
        parts.addAll(constraints);
        String definition = query.isEmpty() || !parts.isEmpty() ? " (" + String.join(", ", parts) + ")" : "";
        all.add(new Operation.Called(
                "CREATE " + (options.isTrue("temporary") ? "TEMPORARY " : "") + "TABLE " + condition + written
                        + definition + query,
                at));
        all.addAll(behind);
        return all;
    }

    private void key() {
        if (options.isFalse("id") || options.keyword("as").isPresent()) {
            return;
        }
        Optional<List<String>> columns = options.keyword("primary_key").flatMap(Values::texts);
        if (columns.filter(several -> several.size() > 1).isPresent()) {
            constraints.add("PRIMARY KEY (" + identifiers.of(columns.get()) + ")");
            return;
        }
        String column = columns.flatMap(one -> one.stream().findFirst()).orElse("id");
        String type = RailsStatements.text(options, "id").orElse("primary_key");
        primary(column, type);
    }

    private void primary(String column, String type) {
        boolean isNumber = type.equals("primary_key");
        parts.add(identifiers.of(column) + " "
                + (isNumber ? number() : new RailsType(identifiers.dialect()).of(type, Arguments.of()))
                + (isNumber && identifiers.dialect() == Dialect.SQLITE ? "" : " PRIMARY KEY"));
    }

    private String number() {
        return switch (identifiers.dialect()) {
            case POSTGRESQL -> "bigserial";
            case MYSQL, MARIADB -> "bigint AUTO_INCREMENT";
            case SQLITE -> "integer PRIMARY KEY AUTOINCREMENT";
            default -> "bigint";
        };
    }

    private void add(Following.Said said) {
        Chain chain = Chain.of(said.value(), BUILDER::equals);
        if (!chain.root().equals(BUILDER) || chain.links().isEmpty()) {
            return;
        }
        Chain.Link link = chain.links().getFirst();
        if (!said.under().isEmpty() || chain.links().size() > 1) {
            behind.add(new Operation.Unrecognized("a part of a table that is made under a condition", said.at()));
            return;
        }
        Optional<List<String>> words = RailsStatements.words(link.arguments());
        if (words.isEmpty() || !isPart(link.name(), words.get(), link.arguments(), said.at())) {
            behind.add(new Operation.Unrecognized("'t." + link.name() + "'", said.at()));
        }
    }

    private boolean isPart(String method, List<String> words, Arguments given, Span place) {
        switch (method) {
            case "timestamps" ->
                List.of("created_at", "updated_at")
                        .forEach(column -> column(column, "datetime", required(given), place));
            case "references", "belongs_to" -> words.forEach(reference -> reference(reference, given, place));
            case "primary_key" ->
                words.stream()
                        .findFirst()
                        .ifPresent(column -> primary(column, words.size() > 1 ? words.get(1) : "primary_key"));
            case "index" -> behind.addAll(index(given, place));
            default -> {
                return isConstraint(method, given) || isColumn(method, words, given, place);
            }
        }
        return true;
    }

    private boolean isConstraint(String method, Arguments given) {
        RailsConstraints known = new RailsConstraints(identifiers);
        Arguments whole = given.behind(new Value.Text(name));
        Optional<String> made = switch (method) {
            case "foreign_key" -> known.inside(name, whole);
            case "check_constraint" -> known.checkInside(name, whole);
            default -> Optional.empty();
        };
        made.ifPresent(constraints::add);
        return made.isPresent();
    }

    private boolean isColumn(String method, List<String> words, Arguments given, Span place) {
        if (method.equals("column") && words.size() > 1) {
            column(words.getFirst(), words.get(1), given, place);
            return true;
        }
        if (words.isEmpty() || !RailsType.isKnown(method)) {
            return false;
        }
        words.forEach(column -> column(column, method, given, place));
        return true;
    }

    private void column(String column, String type, Arguments given, Span place) {
        parts.add(new RailsColumn(identifiers).of(column, type, given));
        RailsIndexes.wanted(given)
                .ifPresent(wanted -> behind.addAll(index(wanted.behind(new Value.Text(column)), place)));
    }

    private void reference(String reference, Arguments given, Span place) {
        RailsReference whole = new RailsReference(name, reference, given, names);
        whole.columns()
                .forEach(column ->
                        parts.add(new RailsColumn(identifiers).of(column.name(), column.type(), column.options())));
        whole.index().ifPresent(wanted -> behind.addAll(index(wanted.without(1), place)));
        whole.foreignKey()
                .flatMap(key -> new RailsConstraints(identifiers).inside(name, key))
                .ifPresent(constraints::add);
    }

    /** A table that is made only where it is missing gets its indexes only where they are. */
    private List<Operation> index(Arguments given, Span place) {
        Arguments whole = given.behind(new Value.Text(name));
        return new RailsStatements(new RailsIndexes(identifiers, names).makers())
                .of(
                        "add_index",
                        options.isTrue("if_not_exists") ? whole.with("if_not_exists", new Value.Truth(true)) : whole,
                        place)
                .orElse(List.of());
    }

    private Arguments required(Arguments given) {
        boolean isRequired = given.keyword("null").isEmpty() && !names.version().isBefore(5, 0);
        return new Arguments(
                List.of(),
                isRequired
                        ? given.with("null", new Value.Truth(false)).keywords()
                        : new LinkedHashMap<>(given.keywords()),
                true);
    }
}
