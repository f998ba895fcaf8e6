package dev.migtrue.language.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is found to be called differently in two schemas, and what follows for other names and texts. */
final class Renames {

    private final List<Rename> all = new ArrayList<>();

    private record Rename(ObjectId from, ObjectId to) {

        /** Whether a text about an object may mean this column: it is of the same table, or names the table. */
        static boolean concerns(ObjectId renamed, ObjectId object, String text) {
            return renamed.table()
                    .map(table -> (object.schema().equals(renamed.schema())
                                    && object.table().equals(renamed.table()))
                            || Mention.isIn(text, table))
                    .orElse(true);
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void add(ObjectId from, ObjectId to) {
        all.add(new Rename(from, to));
    }

    /** What the actual schema would call an object of the expected one. */
    ObjectId of(ObjectId expected) {
        ObjectId id = expected;
        for (Rename rename : all) {
            id = applied(rename, id);
        }
        return id;
    }

    private static ObjectId applied(Rename rename, ObjectId id) {
        if (id.equals(rename.from())) {
            return rename.to();
        }
        return switch (rename.from().kind()) {
            case SCHEMA ->
                id.schema().equals(Optional.of(rename.from().name()))
                        ? new ObjectId(id.kind(), Optional.of(rename.to().name()), id.table(), id.name())
                        : id;
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW ->
                id.schema().equals(rename.from().schema())
                                && id.table().equals(Optional.of(rename.from().name()))
                        ? ObjectId.part(id.kind(), rename.to(), id.name())
                        : id;
            default -> id;
        };
    }

    /** A text of the expected schema with a mark for each thing that is called differently. */
    String maskExpected(ObjectId object, String text) {
        return masked(object, text, Rename::from, Rename::to);
    }

    /** A text of the actual schema with the same marks. */
    String maskActual(ObjectId object, String text) {
        return masked(object, text, Rename::to, Rename::from);
    }

    private String masked(
            ObjectId object, String text, Function<Rename, ObjectId> here, Function<Rename, ObjectId> there) {
        String masked = text;
        for (int i = 0; i < all.size(); i++) {
            ObjectId renamed = here.apply(all.get(i));
            if (Rename.concerns(renamed, object, text)) {
                String mark = "\u0001" + i + "\u0002";
                // A view that selected a column goes on to call it as before.
                String alias = mark + " AS " + there.apply(all.get(i)).name();
                masked = Mention.masked(masked, renamed, mark).replace(alias, mark);
            }
        }
        return masked;
    }
}
