package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.ColumnChange;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What becomes of the columns of a table. */
final class ColumnAltering {

    private final Columns columns;

    ColumnAltering(Columns columns) {
        this.columns = columns;
    }

    /** Keys and checks over a column go with it. */
    static Thing without(Thing table, String column) {
        String own = Columns.part(column);
        return table.without(part -> part.equals(own) || isOver(part, column));
    }

    private static boolean isOver(String part, String column) {
        return !part.startsWith("column ") && Thing.holds(part, column);
    }

    static Thing renamed(Thing table, String from, String to) {
        SortedMap<String, SortedMap<String, String>> parts = new TreeMap<>();
        table.parts().forEach((part, properties) -> {
            boolean isIt = part.equals(Columns.part(from));
            String name = isIt ? Columns.part(to) : isOver(part, from) ? replaced(part, from, to) : part;
            parts.put(name, properties);
        });
        return table.with(parts);
    }

    private static String replaced(String text, String from, String to) {
        return text.replaceAll(
                "(?<![\\w])" + java.util.regex.Pattern.quote(from) + "(?![\\w])",
                java.util.regex.Matcher.quoteReplacement(to));
    }

    /** All of it anew: what is not said again is gone. */
    Thing redefined(Thing table, Change.RedefineColumn redefine) {
        String old = redefine.old().name().last();
        String now = redefine.column().name().name().last();
        Thing renamed = old.equals(now) ? table : renamed(table, old, now);
        return renamed.has(Columns.part(now))
                ? renamed.with(Columns.part(now), columns.properties(redefine.column()))
                : renamed;
    }

    Thing altered(Thing table, Change.AlterColumn change) {
        String part = Columns.part(change.column());
        if (!table.has(part)) {
            return table;
        }
        return switch (change.change()) {
            case ColumnChange.SetType type -> table.with(part, "type", Normal.type(type.type()));
            case ColumnChange.SetDefault set -> table.with(part, "default", Normal.value(set.value()));
            case ColumnChange.DropDefault drop -> table.without(part, "default");
            case ColumnChange.SetNotNull set -> table.with(part, "NOT NULL", "");
            case ColumnChange.DropNotNull drop -> table.without(part, "NOT NULL");
            case ColumnChange.AddIdentity add -> table.with(part, "identity", "");
            case ColumnChange.DropIdentity drop -> table.without(part, "identity");
            case ColumnChange.SetExpression set -> table.with(part, "generated value", Normal.value(set.expression()));
            case ColumnChange.DropExpression drop -> table.without(part, "generated value");
            case ColumnChange.Adjust adjust -> table;
            case ColumnChange.Unrecognized unrecognized -> table.doubted();
        };
    }

    /** The properties of a column, none where it is not known. */
    static Map<String, String> of(Thing table, String column) {
        return table.part(Columns.part(column));
    }
}
