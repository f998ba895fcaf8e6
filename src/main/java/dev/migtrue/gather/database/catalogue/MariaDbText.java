package dev.migtrue.gather.database.catalogue;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** What MySQL and MariaDB say of objects, in a form that does not depend on the version, or on how often a table was altered. */
final class MariaDbText {

    /** The width in which a client should show a number; only as wide as one it tells of something, of a truth value. */
    private static final Pattern DISPLAY_WIDTH =
            Pattern.compile("\\b((?:tiny|small|medium|big)?int)\\((?!1\\))\\d+\\)(?!.*zerofill)");

    private static final Pattern GENERATED_NAME = Pattern.compile("CONSTRAINT_\\d+|.*_(?:ibfk|chk)_\\d+");

    private MariaDbText() {}

    static SchemaObject settled(SchemaObject object) {
        SequencedMap<String, String> settled = new LinkedHashMap<>();
        object.properties().forEach((name, value) -> settled.put(name, settled(name, value)));
        return new SchemaObject(named(object), settled, object.unknown());
    }

    private static String settled(String property, String value) {
        return switch (property) {
            case "type", "returns", "parameters" ->
                DISPLAY_WIDTH.matcher(value).replaceAll("$1");
            // The three-byte character set has two names.
            case "collation" -> value.replaceFirst("^utf8_", "utf8mb3_");
            default -> value;
        };
    }

    /** A number that the server gave depends on those that were there before. */
    private static ObjectId named(SchemaObject object) {
        ObjectId id = object.id();
        boolean isGenerated = GENERATED_NAME.matcher(id.name()).matches();
        String property = id.kind() == ObjectKind.FOREIGN_KEY ? "columns" : "expression";
        return Optional.ofNullable(object.properties().get(property))
                .filter(content -> isGenerated
                        && (id.kind() == ObjectKind.FOREIGN_KEY || id.kind() == ObjectKind.CHECK_CONSTRAINT))
                .map(content -> new ObjectId(id.kind(), id.schema(), id.table(), "(" + content + ")"))
                .orElse(id);
    }
}
