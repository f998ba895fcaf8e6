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
import java.util.List;
import java.util.Optional;

/** The statements of a {@code create_table}, out of what its block says of the table. */
final class RailsTable {

    /** What stands for the table in its block. */
    static final Value.Made BUILDER = new Value.Made(new Value.Named("rails.table"), Arguments.of());

    private final Identifiers identifiers;
    private final String name;
    private final Arguments options;
    private final Span at;
    private final List<String> columns = new ArrayList<>();
    private final List<Operation> behind = new ArrayList<>();

    private RailsTable(Identifiers identifiers, String name, Arguments options, Span at) {
        this.identifiers = identifiers;
        this.name = name;
        this.options = options;
        this.at = at;
    }

    static List<Operation> of(
            Identifiers identifiers, String name, Arguments options, List<Following.Said> said, Span at) {
        RailsTable table = new RailsTable(identifiers, name, options, at);
        table.key();
        said.forEach(table::add);
        return table.statements();
    }

    private List<Operation> statements() {
        List<Operation> all = new ArrayList<>();
        String written = identifiers.of(name);
        if (options.isTrue("force")
                || options.keyword("force").flatMap(Values::text).isPresent()) {
            all.add(new Operation.Called("DROP TABLE IF EXISTS " + written, at));
        }
        String condition = options.isTrue("if_not_exists") ? "IF NOT EXISTS " : "";
        all.add(new Operation.Called(
                "CREATE TABLE " + condition + written + " (" + String.join(", ", columns) + ")", at));
        all.addAll(behind);
        return all;
    }

    private void key() {
        if (options.isFalse("id")) {
            return;
        }
        String column = options.keyword("primary_key").flatMap(Values::text).orElse("id");
        String type = options.keyword("id").flatMap(Values::text).orElse("primary_key");
        boolean isNumber = type.equals("primary_key");
        columns.add(identifiers.of(column) + " "
                + (isNumber ? number() : new RailsType(identifiers.dialect()).of(type, options))
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
        List<String> names = link.arguments().positional().stream()
                .flatMap(value -> Values.text(value).stream())
                .toList();
        switch (link.name()) {
            case "timestamps" ->
                List.of("created_at", "updated_at").forEach(column -> column(column, "datetime", required(link)));
            case "column" ->
                column(names.isEmpty() ? "" : names.getFirst(), names.size() < 2 ? "" : names.get(1), link.arguments());
            case "references",
                    "belongs_to",
                    "index",
                    "foreign_key",
                    "check_constraint",
                    "primary_key",
                    "remove",
                    "rename" -> behind.add(new Operation.Unrecognized("'t." + link.name() + "'", said.at()));
            default -> names.forEach(column -> column(column, link.name(), link.arguments()));
        }
    }

    private void column(String column, String type, Arguments given) {
        columns.add(new RailsColumn(identifiers).of(column, type, given));
    }

    private static Arguments required(Chain.Link link) {
        return Optional.of(link.arguments())
                .filter(given -> given.keyword("null").isPresent())
                .orElseGet(() -> link.arguments().with("null", new Value.Truth(false)));
    }
}
