package dev.migtrue.report.draft;

import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.SchemaObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The statements of H2 that alter or describe what is there. */
final class H2Changes {

    private static final Quotes NAME = H2Tables.NAME;

    /** Where the next option of a sequence begins. */
    private static final Pattern OPTION = Pattern.compile("(?=\\b(?:INCREMENT|MINVALUE|MAXVALUE|cache|cycle)\\b)");

    private H2Changes() {}

    /** What brings one property to what is there; absent where no statement says just that. */
    static Optional<Step> altered(Difference.Changed change, SchemaObject actual) {
        if (change.property().equals("comment")) {
            return Optional.of(new Step.Guarded(
                    comment(change.object(), change.actual().map(SqlName::text).orElse("NULL"))));
        }
        return switch (actual.id().kind()) {
            case COLUMN -> column(change, actual);
            case DOMAIN ->
                change.property().equals("checks") || change.property().equals("type")
                        ? Optional.empty()
                        : Optional.of(set("ALTER DOMAIN " + NAME.of(actual.id()), change));
            case SEQUENCE -> sequence(change, actual);
            default -> Optional.empty();
        };
    }

    /** What says its comment; absent where it has none. */
    static Optional<Step> comment(SchemaObject object) {
        return Optional.ofNullable(object.properties().get("comment"))
                .map(text -> new Step.Guarded(comment(object.id(), SqlName.text(text))));
    }

    private static String comment(ObjectId id, String text) {
        String named = switch (id.kind()) {
            case COLUMN -> "COLUMN " + NAME.table(id) + "." + NAME.of(id.name());
            case PRIMARY_KEY, UNIQUE_CONSTRAINT, FOREIGN_KEY, CHECK_CONSTRAINT ->
                "CONSTRAINT " + NAME.in(id.schema(), id.name());
            case FUNCTION, PROCEDURE, AGGREGATE -> "ALIAS " + H2Others.alias(id);
            case MATERIALIZED_VIEW -> "VIEW " + NAME.of(id);
            default -> id.kind().name() + " " + NAME.in(id.schema(), id.name());
        };
        return "COMMENT ON " + named + " IS " + text;
    }

    private static Step set(String start, Difference.Changed change) {
        String property = change.property().toUpperCase(Locale.ROOT);
        return new Step.Guarded(start
                + change.actual().map(value -> " SET " + property + " " + value).orElse(" DROP " + property));
    }

    private static Optional<Step> column(Difference.Changed change, SchemaObject column) {
        ObjectId id = column.id();
        String start = H2Tables.altering(id) + "ALTER COLUMN " + NAME.of(id.name());
        Optional<String> actual = change.actual();
        return switch (change.property()) {
            case "type" -> Optional.of(type(change, column, start));
            case "default", "on update" -> Optional.of(set(start, change));
            case "nullable" ->
                actual.map(
                        value -> new Step.Guarded(start + (value.equals("yes") ? " DROP NOT NULL" : " SET NOT NULL")));
            case "default on null" ->
                Optional.of(new Step.Guarded(start + (actual.isPresent() ? " SET" : " DROP") + " DEFAULT ON NULL"));
            case "visible" ->
                Optional.of(new Step.Guarded(start + (actual.isPresent() ? " SET INVISIBLE" : " SET VISIBLE")));
            case "identity", "identity sequence" -> Optional.of(identity(change, column, start));
            case "generated" ->
                Optional.of(Words.lossy(change, List.of(H2Tables.dropped(column), H2Tables.adding(column))));
            default -> Optional.empty();
        };
    }

    private static Step type(Difference.Changed change, SchemaObject column, String start) {
        String type = change.actual().orElse("");
        if (!H2Tables.isTold(column)) {
            return Words.changed(change, List.of());
        }
        String sql = start + " SET DATA TYPE " + H2Tables.type(type);
        return Widening.isSafe(change.expected().orElse(""), type)
                ? new Step.Guarded(sql)
                : Words.lossy(change, List.of(sql));
    }

    /** A column that begins to count begins with a number that may be taken. */
    private static Step identity(Difference.Changed change, SchemaObject column, String start) {
        if (change.actual().isEmpty()) {
            return new Step.Guarded(start + " DROP IDENTITY");
        }
        if (change.expected().isEmpty()) {
            return Words.changed(
                    change, List.of(H2Tables.altering(column.id()) + "ALTER COLUMN " + H2Tables.definition(column)));
        }
        if (change.property().equals("identity")) {
            return new Step.Guarded(start + " SET GENERATED " + change.actual().orElseThrow());
        }
        // Where it starts is said only when it is made.
        String began = change.expected().orElseThrow().replaceFirst(" increment .*", "");
        return change.actual().orElseThrow().startsWith(began + " ")
                ? new Step.Guarded(start + " "
                        + OPTION.matcher(H2Tables.counting(change.actual()
                                        .get()
                                        .substring(began.length())
                                        .strip()))
                                .replaceAll("SET "))
                : Words.changed(change, List.of());
    }

    /** A sequence counts in a type for ever. */
    private static Optional<Step> sequence(Difference.Changed change, SchemaObject sequence) {
        String before = change.expected().orElse("");
        String after = change.actual().orElse("");
        String type = after.replaceFirst(" start .*", "");
        return before.startsWith(type + " start ")
                ? Optional.of(new Step.Guarded("ALTER SEQUENCE IF EXISTS " + NAME.of(sequence.id())
                        + H2Tables.counting(after.substring(type.length()))))
                : Optional.empty();
    }
}
