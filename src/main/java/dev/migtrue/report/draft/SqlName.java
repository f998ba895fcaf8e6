package dev.migtrue.report.draft;

import dev.migtrue.language.schema.ObjectId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names as statements write them: in quotes wherever a plain word would be read as something else. */
final class SqlName {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** The words that PostgreSQL or SQLite take for their own; a few more than needed in quotes do no harm. */
    private static final Set<String> RESERVED =
            Set.of(("abort add all alter always analyse analyze and any array as asc asymmetric"
                            + " authorization autoincrement begin between binary both by cascade case cast check collate collation column commit"
                            + " concurrently conflict constraint create cross current_catalog current_date current_role current_schema"
                            + " current_time current_timestamp current_user database default deferrable deferred delete desc distinct do drop"
                            + " each else end escape except exclude exists explain false fetch filter following for foreign freeze from full"
                            + " generated glob grant group having if ignore ilike immediate in index indexed initially inner insert instead"
                            + " intersect into is isnull join key lateral leading left like limit localtime localtimestamp match materialized"
                            + " natural no not nothing notnull null nulls of offset on only or order others outer over overlaps partition"
                            + " placing plan pragma preceding primary query raise range recursive references regexp reindex release rename"
                            + " replace restrict returning right rollback row rows savepoint select session_user set similar some symmetric"
                            + " system_user table tablesample temp temporary then ties to trailing transaction trigger true unbounded union"
                            + " unique update user using vacuum values variadic verbose view virtual when where window with without")
                    .split(" "));

    private SqlName() {}

    static String of(String name) {
        return PLAIN.matcher(name).matches() && !RESERVED.contains(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** With the schema, if it has one, and without the types that a function takes. */
    static String of(ObjectId id) {
        return in(id.schema(), id.name());
    }

    /** The table that something is a part of. */
    static String table(ObjectId part) {
        return in(part.schema(), part.table().orElseThrow());
    }

    static String in(Optional<String> schema, String name) {
        return Stream.of(schema, Optional.of(name))
                .flatMap(Optional::stream)
                .map(SqlName::of)
                .collect(Collectors.joining("."));
    }

    /** Text as a literal. */
    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
