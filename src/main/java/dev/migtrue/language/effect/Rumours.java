package dev.migtrue.language.effect;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.sql.rerun.Doubt;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may have been made in places that nobody understands. */
final class Rumours {

    private static final int SHORTEST_STEM = 3;

    private final List<Doubt> doubts;

    Rumours(List<Doubt> doubts) {
        this.doubts = doubts;
    }

    /** The place that may have made an object; absent where none may. */
    Optional<Doubt> about(ObjectId id) {
        String own = plain(id.name());
        Optional<String> table = id.table().map(Rumours::plain);
        return doubts.stream()
                .filter(doubt ->
                        isNamed(doubt, own, table) || doubt.makes().stream().anyMatch(kind -> isOf(id.kind(), kind)))
                .findFirst();
    }

    private static boolean isNamed(Doubt doubt, String own, Optional<String> table) {
        boolean isItself = doubt.names().contains(own);
        if (isItself || doubt.scope() == Doubt.Scope.NAMED) {
            return isItself;
        }
        return table.filter(doubt.names()::contains).isPresent()
                || doubt.names().stream().anyMatch(name -> name.length() > SHORTEST_STEM && own.startsWith(name + "_"));
    }

    private static String plain(String name) {
        String bare = name.contains("(") ? name.substring(0, name.indexOf('(')) : name;
        return bare.toLowerCase(Locale.ROOT);
    }

    /** What texts call constraints, types and functions are several kinds here. */
    private static boolean isOf(ObjectKind kind, dev.migtrue.language.sql.ddl.ObjectKind made) {
        return switch (made) {
            case CONSTRAINT ->
                switch (kind) {
                    case PRIMARY_KEY, UNIQUE_CONSTRAINT, FOREIGN_KEY, CHECK_CONSTRAINT, EXCLUSION_CONSTRAINT, INDEX ->
                        true;
                    default -> false;
                };
            case TABLE -> kind == ObjectKind.TABLE || kind == ObjectKind.FOREIGN_TABLE;
            case FUNCTION -> kind == ObjectKind.FUNCTION || kind == ObjectKind.PROCEDURE;
            case TYPE ->
                kind == ObjectKind.ENUM_TYPE || kind == ObjectKind.COMPOSITE_TYPE || kind == ObjectKind.RANGE_TYPE;
            default -> kind.name().equals(made.name());
        };
    }
}
