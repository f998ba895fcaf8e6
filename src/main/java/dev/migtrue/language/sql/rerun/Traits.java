package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Index;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a statement says of a column, a constraint or an index that no second run hangs on, but that a catalogue tells. It is kept as facets beside
 * the text that it stands in, so that two entries of the same text have the same ones.
 */
final class Traits {

    static final String KEYS = "keys";
    static final String REST = "rest";

    private final Text text;

    Traits(Text text) {
        this.text = text;
    }

    /** Of a column: whether it is required, how it is computed, counted and set anew. */
    Entry on(Entry entry, Column column) {
        Entry told = entry;
        for (Constraint constraint : column.constraints()) {
            told = switch (constraint.kind()) {
                case NOT_NULL -> told.with("required", text.plain(constraint.place()));
                case NULL -> told.with("required", "no");
                case GENERATED ->
                    told.with("computed", expression(constraint)).with("computing", text.plain(constraint.place()));
                case IDENTITY -> told.with("identified", text.plain(constraint.place()));
                case ON_UPDATE -> told.with("updated", expression(constraint));
                case STORAGE -> told.with("stored", text.plain(constraint.place()));
                default -> told;
            };
        }
        return told;
    }

    /** Of a constraint: its columns in order, what is checked, what it refers to. */
    static Entry on(Entry entry, Constraint constraint, List<String> columns) {
        Entry told = entry.with(KEYS, String.join("\n", columns));
        Entry checked =
                constraint.kind() == Constraint.Kind.CHECK ? told.with("checked", expression(constraint)) : told;
        return constraint
                .references()
                .map(reference -> checked.with("actions", reference.actions().toString()))
                .orElse(checked);
    }

    private static String expression(Constraint constraint) {
        return constraint.expression().map(Object::toString).orElse("");
    }

    /** What an index is over, in order, a line for each. */
    static String keys(Index index) {
        return index.keys().stream().map(key -> key.clause().toString()).collect(Collectors.joining("\n"));
    }
}
