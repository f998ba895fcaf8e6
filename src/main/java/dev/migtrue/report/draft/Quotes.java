package dev.migtrue.report.draft;

import dev.migtrue.language.schema.ObjectId;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names as a dialect quotes them, always: which words it keeps for itself changes with every version.
 *
 * @param mark what stands before and behind a name
 */
record Quotes(String mark) {

    /** A column of an index: its name, how much of it, in which order. */
    private static final Pattern INDEXED = Pattern.compile("(.+?)(\\(\\d+\\))?((?: (?:desc|nulls first|nulls last))*)");

    String of(String name) {
        return mark + name.replace(mark, mark + mark) + mark;
    }

    /** With the schema, if it has one. */
    String of(ObjectId id) {
        return in(id.schema(), id.name());
    }

    /** The table that something is a part of. */
    String table(ObjectId part) {
        return in(part.schema(), part.table().orElseThrow());
    }

    /** With its schema, if there is one. */
    String in(Optional<String> schema, String name) {
        return Stream.concat(schema.stream(), Stream.of(name)).map(this::of).collect(Collectors.joining("."));
    }

    /** A name that may stand behind that of its schema. */
    String dotted(String name) {
        return Arrays.stream(name.split("\\.", 2)).map(this::of).collect(Collectors.joining("."));
    }

    /** A list of columns as catalogues have it, in brackets. */
    String columns(String columns) {
        return Arrays.stream(columns.split(", ")).map(this::column).collect(Collectors.joining(", ", "(", ")"));
    }

    private String column(String column) {
        Matcher indexed = INDEXED.matcher(column);
        // An expression is no name, and stands in brackets of its own.
        return column.startsWith("(") || !indexed.matches()
                ? column
                : of(indexed.group(1)) + Optional.ofNullable(indexed.group(2)).orElse("") + indexed.group(3);
    }
}
