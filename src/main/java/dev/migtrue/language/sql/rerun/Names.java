package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Name;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.ddl.Signature;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** By what a dialect tells objects apart. */
final class Names {

    private static final Set<String> STANDARD_SCHEMAS = Set.of("public", "PUBLIC", "main", "temp", "dbo");

    private final Dialect dialect;
    private final World world;
    private List<String> path = List.of();

    Names(Dialect dialect, World world) {
        this.dialect = dialect;
        this.world = world;
    }

    /** From now on names without a schema are looked for in these; empty for what is the rule. */
    void search(List<String> schemas) {
        boolean isRule = schemas.isEmpty()
                || STANDARD_SCHEMAS.contains(schemas.getFirst())
                || schemas.getFirst().isBlank()
                || schemas.getFirst().equalsIgnoreCase("DEFAULT")
                || schemas.getFirst().startsWith("$");
        path = isRule ? List.of() : List.copyOf(schemas);
    }

    static boolean isStandard(String schema) {
        return STANDARD_SCHEMAS.contains(schema);
    }

    /** A name with the schema in which it is, or in which it would be made. */
    private String located(Space space, Name name) {
        String plain = plain(name);
        if (isOfOwnDatabase(space, name)) {
            return name.last();
        }
        boolean isOpen = name.parts().size() == 1 && !path.isEmpty();
        if (!isOpen) {
            return plain;
        }
        return path.stream()
                .map(schema -> prefixed(schema, plain))
                .filter(candidate -> world.has(Key.of(space, candidate)))
                .findFirst()
                .orElseGet(() -> prefixed(path.getFirst(), plain));
    }

    /** A database that nobody made is the one that the script runs in, where that has such a table. */
    private boolean isOfOwnDatabase(Space space, Name name) {
        return isOneWithDatabase()
                && name.parts().size() == 2
                && !world.has(Key.of(Space.DATABASE, name.parts().getFirst()))
                && !world.has(Key.of(space, plain(name)))
                && world.has(Key.of(space, name.last()));
    }

    private static String prefixed(String schema, String name) {
        return STANDARD_SCHEMAS.contains(schema) ? name : schema + "." + name;
    }

    private String table(Mention mention) {
        return located(Space.RELATION, mention.name());
    }

    /** A name without a schema that it would have anyway. */
    String plain(Name name) {
        List<String> parts = name.parts();
        boolean isStandard = parts.size() > 1 && STANDARD_SCHEMAS.contains(parts.getFirst());
        return String.join(".", isStandard ? parts.subList(1, parts.size()) : parts);
    }

    String plain(Mention mention) {
        return plain(mention.name());
    }

    Space space(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, EXTERNAL_TABLE, VIRTUAL_TABLE, VIEW, MATERIALIZED_VIEW -> Space.RELATION;
            case SYNONYM -> dialect == Dialect.ORACLE || dialect == Dialect.H2 ? Space.RELATION : Space.OTHER;
            case INDEX, FULLTEXT_INDEX -> sharesIndexes() ? Space.RELATION : Space.INDEX;
            case SEQUENCE -> dialect == Dialect.H2 ? Space.SEQUENCE : Space.RELATION;
            case FUNCTION, PROCEDURE, AGGREGATE, ROUTINE -> Space.ROUTINE;
            case ALIAS -> Space.ROUTINE;
            case TYPE, DOMAIN -> Space.TYPE;
            case TRIGGER -> Space.TRIGGER;
            case POLICY -> Space.POLICY;
            case RULE -> Space.RULE;
            case CONSTRAINT -> Space.CONSTRAINT;
            case COLUMN -> Space.COLUMN;
            case LABEL -> Space.LABEL;
            case SCHEMA -> isOneWithDatabase() ? Space.DATABASE : Space.SCHEMA;
            case DATABASE -> Space.DATABASE;
            case ROLE, USER, GROUP, LOGIN -> Space.ROLE;
            case EXTENSION -> Space.EXTENSION;
            case EVENT_TRIGGER -> Space.EVENT_TRIGGER;
            case EVENT -> Space.EVENT;
            case PUBLICATION -> Space.PUBLICATION;
            case SUBSCRIPTION -> Space.SUBSCRIPTION;
            case TEXT_SEARCH_CONFIGURATION, TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_PARSER, TEXT_SEARCH_TEMPLATE ->
                Space.TEXT_SEARCH;
            default -> Space.OTHER;
        };
    }

    boolean sharesIndexes() {
        return dialect == Dialect.POSTGRESQL || dialect == Dialect.SQLITE;
    }

    /** Whether indexes are known by their tables. */
    boolean hasIndexesOfTables() {
        return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB || dialect == Dialect.SQL_SERVER;
    }

    boolean isOneWithDatabase() {
        return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
    }

    private boolean hasTriggersOfTables() {
        return dialect == Dialect.POSTGRESQL || dialect == Dialect.ANSI;
    }

    Key relation(Mention mention) {
        return Key.of(Space.RELATION, table(mention));
    }

    Key column(Key owner, Mention column) {
        return owner.member(Space.COLUMN, column.name().last());
    }

    Key key(ObjectKind kind, Mention name, Optional<Mention> on, Optional<Signature> signature) {
        Space space = space(kind);
        boolean isAlone = name.name().parts().size() == 1;
        String plain = switch (space) {
            case RELATION, TYPE, ROUTINE, SEQUENCE, EVENT -> located(space, name.name());
            default -> isAlone ? name.toString() : plain(name);
        };
        return switch (space) {
            case COLUMN ->
                name.name()
                        .qualifier()
                        .map(table -> new Key(
                                space,
                                located(Space.RELATION, table),
                                name.name().last()))
                        .orElseGet(() -> new Key(space, on.map(this::table).orElse(""), plain));
            case CONSTRAINT, POLICY, RULE -> new Key(space, on.map(this::table).orElse(""), plain);
            case TRIGGER ->
                new Key(space, hasTriggersOfTables() ? on.map(this::table).orElse("") : "", plain);
            case INDEX ->
                new Key(space, hasIndexesOfTables() ? on.map(this::table).orElse("") : "", plain);
            case ROUTINE -> Key.of(space, routine(kind, plain, signature));
            case OTHER, TEXT_SEARCH ->
                Key.of(
                        space,
                        kind.noun() + " " + plain
                                + (isKnownByItself(kind)
                                        ? ""
                                        : on.map(of -> " of " + of).orElse("")));
            default -> Key.of(space, plain);
        };
    }

    /** An index goes into the schema of its table. */
    Key index(Mention name, Mention table) {
        if (hasIndexesOfTables()) {
            return new Key(Space.INDEX, table(table), name.name().last());
        }
        boolean isPlain = name.name().parts().size() == 1;
        boolean isBeside = sharesIndexes() || dialect == Dialect.H2 || dialect == Dialect.ANSI;
        String schema = isPlain && isBeside ? schema(table(table)) : "";
        return Key.of(space(ObjectKind.INDEX), schema + plain(name));
    }

    /** The schema of a name with its dot, or nothing. */
    private static String schema(String name) {
        return name.substring(0, name.lastIndexOf('.') + 1);
    }

    /** Of those that belong to others, such as statistics to a table, but have names of their own. */
    private static boolean isKnownByItself(ObjectKind kind) {
        return kind == ObjectKind.STATISTICS || kind == ObjectKind.SERVER;
    }

    private String routine(ObjectKind kind, String plain, Optional<Signature> signature) {
        if (dialect == Dialect.POSTGRESQL) {
            return plain
                    + signature
                            .map(of -> "(" + String.join(",", of.identity()) + ")")
                            .orElse("");
        }
        return isOneWithDatabase() ? kind.noun() + " " + plain : plain;
    }
}
