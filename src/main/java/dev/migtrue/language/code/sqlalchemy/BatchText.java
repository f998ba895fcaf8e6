package dev.migtrue.language.code.sqlalchemy;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.sql.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The operations of a batch, which name no table: all are of one.
 *
 * @param batch what the batch was opened with
 */
record BatchText(Arguments batch, Identifiers names) {

    private static final Set<String> BY_NAME = Set.of(
            "create_index",
            "create_unique_constraint",
            "create_check_constraint",
            "create_foreign_key",
            "create_primary_key",
            "create_exclude_constraint",
            "drop_constraint",
            "drop_index");

    Optional<List<String>> of(String name, Arguments given) {
        Optional<Value> table = batch.get(0, "table_name");
        if (table.isEmpty()) {
            return Optional.empty();
        }
        SequencedMap<String, Value> keywords = new LinkedHashMap<>(given.keywords());
        batch.keyword("schema").ifPresent(schema -> keywords.putIfAbsent("schema", schema));
        Arguments whole = new Arguments(given.positional(), keywords, given.isWhole());
        boolean isCopied = names.dialect() == Dialect.SQLITE && (name.endsWith("_constraint") || name.endsWith("_key"));
        if (isCopied) {
            // SQLite has no such statement: the table is made anew, with whatever constraints it then has.
            return Optional.empty();
        }
        boolean isByName = BY_NAME.contains(name);
        return new OperationText(names).of(name, isByName ? behindName(whole, table.get()) : whole.behind(table.get()));
    }

    /** The name comes first, then the table. */
    private static Arguments behindName(Arguments given, Value table) {
        List<Value> all = new ArrayList<>(given.positional());
        SequencedMap<String, Value> keywords = new LinkedHashMap<>(given.keywords());
        if (all.isEmpty()) {
            Value name = keywords.remove("index_name");
            Value other = keywords.remove("constraint_name");
            all.add(name != null ? name : other != null ? other : new Value.None());
        }
        all.add(1, table);
        return new Arguments(all, keywords, given.isWhole());
    }
}
