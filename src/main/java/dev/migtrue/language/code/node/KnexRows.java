package dev.migtrue.language.code.node;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Chain;
import dev.migtrue.language.code.follow.Following;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.schema.RowsText;
import dev.migtrue.language.code.schema.SchemaText;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a query that Knex builds does to rows. */
record KnexRows(SchemaText text) {

    private static final Set<String> WRITING =
            Set.of("insert", "update", "del", "delete", "truncate", "increment", "decrement", "batchInsert", "upsert");

    /** What is known of the columns of a table. */
    static Value columns(Value query) {
        Chain chain = Chain.of(query, Knex::isRoot);
        return table(chain)
                .<Value>map(name -> new Value.Listing(ObjectKind.COLUMN, Optional.of(name), Value.Listing.Form.KEYS))
                .orElse(new Value.Unknown("the columns of a table"));
    }

    /** The table that the first call names: {@code knex("t")}, {@code knex.from("t")}, {@code knex.table("t")}. */
    private static Optional<String> table(Chain chain) {
        return chain.links().stream()
                .filter(link -> Set.of("", "from", "into", "table", "queryBuilder", "batchInsert")
                        .contains(link.name()))
                .flatMap(link -> link.arguments().text(0, "").stream())
                .findFirst();
    }

    Outcome done(Chain chain, Value.Made made, Following following) {
        Chain.Link first = chain.links().getFirst();
        if (first.name().equals("raw")) {
            return raw(first.arguments(), following);
        }
        Optional<Chain.Link> writing = chain.links().stream()
                .filter(link -> WRITING.contains(link.name()))
                .findFirst();
        if (writing.isEmpty()) {
            return Outcome.of(new Value.Unknown("what a query brings"));
        }
        Span at = made.at().orElse(Span.START);
        return Outcome.of(new Value.Unknown("what a query brings"))
                .behind(List.of(table(chain)
                        .flatMap(name -> statement(name, chain, writing.get()))
                        .<Operation>map(sql -> new Operation.Called(sql, at))
                        .orElseGet(() ->
                                new Operation.Unrecognized("'" + writing.get().name() + "'", at))));
    }

    private static Outcome raw(Arguments given, Following following) {
        return given.positional().stream()
                .findFirst()
                .map(sql -> following.query(sql, given.without(1)))
                .orElse(Outcome.NOTHING);
    }

    private Optional<String> statement(String table, Chain chain, Chain.Link writing) {
        RowsText rows = new RowsText(text);
        Optional<String> where = where(chain);
        return switch (writing.name()) {
            case "insert" ->
                writing.arguments().get(0, "").flatMap(given -> rows.insert(table, given, conflict(chain)));
            case "update" -> rows.update(table, writing.arguments(), where.orElse(""));
            case "del", "delete" -> Optional.of(rows.delete(table, where.orElse("")));
            case "truncate" -> Optional.of("TRUNCATE TABLE " + text.name(table));
            default -> Optional.empty();
        };
    }

    private static RowsText.Conflict conflict(Chain chain) {
        if (!KnexColumn.has(chain.links(), "onConflict")) {
            return RowsText.Conflict.REFUSED;
        }
        return KnexColumn.has(chain.links(), "ignore") ? RowsText.Conflict.IGNORED : RowsText.Conflict.MERGED;
    }

    /** A condition that is told only in parts is one that nobody knows. */
    private Optional<String> where(Chain chain) {
        List<Chain.Link> conditions = chain.links().stream()
                .filter(link -> link.name().contains("here"))
                .toList();
        if (conditions.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                        conditions.size() == 1
                                ? new RowsText(text)
                                        .where(conditions.getFirst().arguments())
                                        .orElse("unknown_condition()")
                                : "unknown_condition()")
                .map(condition -> " WHERE " + condition);
    }
}
