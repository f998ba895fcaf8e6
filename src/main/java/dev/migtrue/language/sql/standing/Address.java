package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Name;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By what a database finds an object.
 *
 * @param space the objects of which no two have one name
 * @param name with its schema, unless that is the usual one
 */
record Address(String space, String name) {

    private static final Set<String> USUAL_SCHEMAS = Set.of("public", "PUBLIC", "main", "dbo");
    static final String RELATION = "relation";
    static final String INDEX = "index";
    static final String ROUTINE = "routine";

    /** @param table the table that the object belongs to */
    static Address of(ObjectKind kind, Mention name, Optional<Mention> table, Dialect dialect) {
        String plain = plain(name.name());
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, EXTERNAL_TABLE, VIRTUAL_TABLE, VIEW, MATERIALIZED_VIEW ->
                new Address(RELATION, plain);
            case SEQUENCE -> new Address(dialect == Dialect.H2 ? "sequence" : RELATION, plain);
            case INDEX, FULLTEXT_INDEX -> index(plain, table, dialect);
            case TYPE, DOMAIN -> new Address("type", plain);
            case FUNCTION, PROCEDURE, AGGREGATE, ROUTINE -> new Address(ROUTINE, plain);
            case SCHEMA, DATABASE -> new Address("schema", plain);
            case TRIGGER, POLICY, RULE ->
                new Address(
                        kind.noun(),
                        plain
                                + table.filter(of -> dialect == Dialect.POSTGRESQL)
                                        .map(of -> " on " + plain(of.name()))
                                        .orElse(""));
            default -> new Address(kind.noun(), plain);
        };
    }

    private static Address index(String plain, Optional<Mention> table, Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL, SQLITE -> {
                String schema = plain.contains(".")
                        ? ""
                        : table.map(of -> plain(of.name()))
                                .filter(of -> of.contains("."))
                                .map(of -> of.substring(0, of.lastIndexOf('.') + 1))
                                .orElse("");
                yield new Address(RELATION, schema + plain);
            }
            case MYSQL, MARIADB, SQL_SERVER ->
                new Address(INDEX, table.map(of -> plain(of.name()) + " ").orElse("") + plain);
            case ORACLE, H2, ANSI -> new Address(INDEX, plain);
        };
    }

    static Address relation(Mention name) {
        return new Address(RELATION, plain(name.name()));
    }

    static String plain(Name name) {
        List<String> parts = name.parts();
        boolean isUsual = parts.size() > 1 && USUAL_SCHEMAS.contains(parts.getFirst());
        return String.join(".", isUsual ? parts.subList(1, parts.size()) : parts);
    }

    /** Without schema and table. */
    String last() {
        String own = name.contains(" on ") ? name.substring(0, name.indexOf(" on ")) : name;
        return own.substring(Math.max(own.lastIndexOf('.'), own.lastIndexOf(' ')) + 1);
    }

    /** The object of another name beside it. */
    Address beside(String other) {
        boolean isPlain = !other.contains(".");
        String schema = isPlain && name.contains(".") ? name.substring(0, name.lastIndexOf('.') + 1) : "";
        return new Address(space, schema + other);
    }
}
