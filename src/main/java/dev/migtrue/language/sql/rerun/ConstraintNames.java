package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Constraint;
import java.util.List;
import java.util.Optional;

/** Which names constraints of a table get, and which they cannot have. */
final class ConstraintNames {

    private final Engine engine;
    private final World world;
    private final Key table;

    ConstraintNames(Engine engine, Key table) {
        this.engine = engine;
        this.world = engine.world();
        this.table = table;
    }

    /** Whether another table has a constraint of that name, where they are told apart by schema. */
    boolean isTakenElsewhere(Key key, Constraint constraint) {
        if (constraint.name().isEmpty() || key.space() != Space.CONSTRAINT) {
            return false;
        }
        boolean isForeign = constraint.kind() == Constraint.Kind.FOREIGN_KEY;
        boolean isOfSchema = switch (engine.dialect()) {
            case H2, ORACLE, SQL_SERVER -> true;
            case MARIADB -> isForeign;
            case MYSQL -> isForeign || constraint.kind() == Constraint.Kind.CHECK;
            case POSTGRESQL, SQLITE, ANSI -> false;
        };
        return isOfSchema
                && !world.keys(
                                Space.CONSTRAINT,
                                other -> other.name().equals(key.name())
                                        && !other.owner().equals(key.owner())
                                        && schema(other.owner()).equals(schema(key.owner()))
                                        && isAlike(world.find(other).orElseThrow(), isForeign))
                        .isEmpty();
    }

    private boolean isAlike(Entry other, boolean isForeign) {
        boolean isOtherForeign =
                ConstraintAddition.kind(other).filter("FOREIGN_KEY"::equals).isPresent();
        return !engine.names().isOneWithDatabase() || isForeign == isOtherForeign;
    }

    private static String schema(String name) {
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
    }

    /** How a server numbers a name that is taken; empty where it is the number for all such. */
    static String taken(Server server, Constraint.Kind kind) {
        boolean isForeign = kind == Constraint.Kind.FOREIGN_KEY;
        return switch (server.dialect()) {
            case MARIADB -> isForeign ? "1005" : kind == Constraint.Kind.CHECK ? "1826" : "";
            case MYSQL ->
                isForeign ? server.isBefore(8, 0, 0) ? "1022" : "1826" : kind == Constraint.Kind.CHECK ? "3822" : "";
            case ORACLE, SQL_SERVER, POSTGRESQL, SQLITE, H2, ANSI -> "";
        };
    }

    /** A name as the server makes it up; where nobody sees it, one that is as free. */
    Key free(Constraint.Kind kind, List<String> columns) {
        Optional<Key> own = engine.names().isOneWithDatabase() ? ofMySql(kind, columns) : Optional.empty();
        return own.orElseGet(() -> asPostgres(kind, columns));
    }

    private Optional<Key> ofMySql(Constraint.Kind kind, List<String> columns) {
        return switch (kind) {
            case PRIMARY_KEY -> Optional.of(table.member(Space.CONSTRAINT, "PRIMARY"));
            case UNIQUE -> Optional.of(freeIndex(engine, table, columns));
            case FOREIGN_KEY -> Optional.of(numbered(last() + "_ibfk_"));
            case CHECK -> Optional.of(numbered(engine.dialect() == Dialect.MARIADB ? "constraint_" : last() + "_chk_"));
            default -> Optional.empty();
        };
    }

    /** By the first column: {@code a}, {@code a_2}, {@code a_3}. */
    static Key freeIndex(Engine engine, Key table, List<String> columns) {
        String stem = columns.isEmpty() ? "functional_index" : columns.getFirst();
        int number = 1;
        while (true) {
            Key key = table.member(Space.INDEX, number == 1 ? stem : stem + "_" + number);
            if (!engine.world().has(key)) {
                return key;
            }
            number++;
        }
    }

    private String last() {
        String name = table.name().substring(table.name().lastIndexOf('.') + 1);
        return engine.names().isOneWithDatabase() ? name.toLowerCase(java.util.Locale.ROOT) : name;
    }

    private Key numbered(String stem) {
        int number = 1;
        while (world.has(table.member(Space.CONSTRAINT, stem + number))) {
            number++;
        }
        return table.member(Space.CONSTRAINT, stem + number);
    }

    /** That of a key that is copied, free also of those that tables of other names brought with them. */
    Key freeOfAll(List<String> columns) {
        Key first = free(Constraint.Kind.UNIQUE, columns);
        Key key = first;
        int number = 0;
        while (isOfAny(key.name())) {
            number++;
            key = table.member(Space.CONSTRAINT, first.name() + number);
        }
        return key;
    }

    private boolean isOfAny(String name) {
        return !world.keys(
                        Space.CONSTRAINT,
                        key -> key.name().equals(name) && schema(key.owner()).equals(schema(table.name())))
                .isEmpty();
    }

    private Key asPostgres(Constraint.Kind kind, List<String> columns) {
        String stem = String.join("_", columns);
        String name = switch (kind) {
            case PRIMARY_KEY -> last() + "_pkey";
            case UNIQUE -> last() + "_" + stem + "_key";
            case FOREIGN_KEY -> last() + "_" + stem + "_fkey";
            case EXCLUDE -> last() + "_" + stem + "_excl";
            default -> last() + (stem.isEmpty() ? "" : "_" + stem) + "_check";
        };
        int number = 0;
        while (true) {
            String candidate = number == 0 ? name : name + number;
            Key key = table.member(Space.CONSTRAINT, candidate);
            boolean isIndexTaken = ConstraintAddition.isIndexed(kind)
                    && engine.names().sharesIndexes()
                    && world.has(Key.of(Space.RELATION, candidate));
            if (!world.has(key) && !isIndexTaken && !isTakenInSchema(candidate)) {
                return key;
            }
            number++;
        }
    }

    /** A name that H2 makes up is not used twice, whatever becomes of its table. */
    private boolean isTakenInSchema(String name) {
        return engine.dialect() == Dialect.H2
                && !world.keys(Space.CONSTRAINT, key -> key.name().equals(name)).isEmpty();
    }

    /** That of a table, whatever it is called. */
    static Key primaryKey(World world, Key table) {
        return world.members(table, Space.CONSTRAINT).stream()
                .filter(key -> "PRIMARY_KEY"
                        .equals(world.find(key).orElseThrow().facets().get("kind")))
                .findFirst()
                .orElseGet(() -> table.member(Space.CONSTRAINT, "PRIMARY"));
    }
}
