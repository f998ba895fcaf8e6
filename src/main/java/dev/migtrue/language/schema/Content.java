package dev.migtrue.language.schema;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What an object is made of, whatever it is called.
 *
 * @param parts what belongs to it
 * @param mask of a text about an object, the text without the names that are known to differ
 */
record Content(SchemaObject object, List<SchemaObject> parts, BiFunction<ObjectId, String, String> mask) {

    private static final String ITSELF = "\u0003";

    /** The kinds of which the name is all that matters. */
    private static final Set<ObjectKind> NAMES =
            EnumSet.of(ObjectKind.DATABASE, ObjectKind.EXTENSION, ObjectKind.CAST, ObjectKind.COLLATION);

    /** It as a text; absent where nothing but the name tells it from others. */
    Optional<String> text() {
        if (NAMES.contains(object.id().kind()) || (object.properties().isEmpty() && parts.isEmpty())) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(object.id().kind().name());
        // A part stays with its table.
        object.id()
                .table()
                .ifPresent(table -> text.append(
                        mask.apply(object.id(), " of " + object.id().schema().orElse("") + " " + Mention.bare(table))));
        append(text, object);
        parts.forEach(part -> append(text.append('\n').append(within(part.id())), part));
        return Optional.of(text.toString());
    }

    private void append(StringBuilder text, SchemaObject described) {
        described.properties().forEach((name, value) -> {
            // Comments are about names only by chance.
            String meant = name.equals("comment") ? value : unnamed(described.id(), value);
            text.append('\n').append(name).append('=').append(meant);
        });
    }

    private String within(ObjectId part) {
        return part.kind() + " "
                + part.table().map(table -> unnamed(part, table)).orElse("") + " " + part.name();
    }

    private String unnamed(ObjectId described, String text) {
        return Mention.masked(mask.apply(described, text), object.id(), ITSELF);
    }
}
