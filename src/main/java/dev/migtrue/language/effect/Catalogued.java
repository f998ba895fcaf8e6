package dev.migtrue.language.effect;

import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.rerun.Held;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts what migrations left into the words of a catalogue. What these words are not known for is left out. */
final class Catalogued {

    private static final Map<String, ObjectKind> CONSTRAINTS = Map.of(
            "PRIMARY_KEY", ObjectKind.PRIMARY_KEY,
            "UNIQUE", ObjectKind.UNIQUE_CONSTRAINT,
            "FOREIGN_KEY", ObjectKind.FOREIGN_KEY,
            "CHECK", ObjectKind.CHECK_CONSTRAINT,
            "EXCLUDE", ObjectKind.EXCLUSION_CONSTRAINT);

    private final Dialect dialect;
    private final Map<String, Held> relations = new HashMap<>();

    Catalogued(Dialect dialect, List<Held> held) {
        this.dialect = dialect;
        held.stream().filter(Catalogued::isRelation).forEach(one -> relations.put(one.name(), one));
    }

    static boolean isRelation(Held held) {
        return switch (held.kind()) {
            case TABLE, FOREIGN_TABLE, EXTERNAL_TABLE, VIRTUAL_TABLE, VIEW, MATERIALIZED_VIEW -> true;
            default -> false;
        };
    }

    static boolean isTable(Held held) {
        return isRelation(held)
                && held.kind() != dev.migtrue.language.sql.ddl.ObjectKind.VIEW
                && held.kind() != dev.migtrue.language.sql.ddl.ObjectKind.MATERIALIZED_VIEW;
    }

    private boolean isMySql() {
        return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
    }

    Optional<Wanted> of(Held held) {
        if (!held.facet("temporary").isEmpty() || held.facets().containsKey("temporary")) {
            return Optional.empty();
        }
        return switch (held.kind()) {
            case TABLE, EXTERNAL_TABLE, VIRTUAL_TABLE -> whole(ObjectKind.TABLE, held);
            case FOREIGN_TABLE -> whole(ObjectKind.FOREIGN_TABLE, held);
            case VIEW -> whole(ObjectKind.VIEW, held);
            case MATERIALIZED_VIEW -> whole(ObjectKind.MATERIALIZED_VIEW, held);
            case SEQUENCE -> sequence(held);
            case COLUMN -> ofTable(ObjectKind.COLUMN, held);
            case INDEX, FULLTEXT_INDEX -> index(held);
            case CONSTRAINT -> constraint(held);
            case TRIGGER -> part(ObjectKind.TRIGGER, held);
            case POLICY -> part(ObjectKind.POLICY, held);
            case RULE -> part(ObjectKind.RULE, held);
            case DOMAIN -> whole(ObjectKind.DOMAIN, held);
            case TYPE -> type(held).flatMap(kind -> whole(kind, held));
            case FUNCTION, PROCEDURE -> new Routines(dialect).of(held);
            case SCHEMA ->
                dialect == Dialect.POSTGRESQL || dialect == Dialect.H2
                        ? whole(ObjectKind.SCHEMA, held)
                        : Optional.empty();
            case EXTENSION -> whole(ObjectKind.EXTENSION, held);
            case EVENT -> isMySql() ? whole(ObjectKind.EVENT, held) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Wanted> whole(ObjectKind kind, Held held) {
        return Optional.of(new Wanted(kind, Optional.empty(), held.name(), held));
    }

    private Optional<Wanted> part(ObjectKind kind, Held held) {
        return Optional.of(held.owner())
                .filter(relations::containsKey)
                .map(table -> new Wanted(kind, Optional.of(table), last(held.name()), held));
    }

    /** Views have columns as well, of which a catalogue does not tell by themselves. */
    private Optional<Wanted> ofTable(ObjectKind kind, Held held) {
        return Optional.ofNullable(relations.get(held.owner()))
                .filter(Catalogued::isTable)
                .flatMap(table -> part(kind, held));
    }

    /** That of an identity column is a property of the column. */
    private Optional<Wanted> sequence(Held held) {
        boolean isOfColumn = held.definition().startsWith("of ");
        return isOfColumn && held.facets().containsKey("of identity")
                ? Optional.empty()
                : whole(ObjectKind.SEQUENCE, held);
    }

    /** That of a constraint is not told beside it. */
    private Optional<Wanted> index(Held held) {
        boolean isOfConstraint =
                held.definition().startsWith("of ") || held.facets().containsKey("constraint");
        return isOfConstraint ? Optional.empty() : part(ObjectKind.INDEX, held);
    }

    private Optional<Wanted> constraint(Held held) {
        Optional<ObjectKind> kind = Optional.ofNullable(CONSTRAINTS.get(held.facet("kind")));
        boolean isIndex = isMySql() && kind.equals(Optional.of(ObjectKind.UNIQUE_CONSTRAINT));
        return isIndex
                ? part(ObjectKind.INDEX, held)
                : kind.flatMap(of -> ofTable(of, held)).map(this::named);
    }

    /** PostgreSQL alone keeps the names that it makes up; elsewhere a constraint is called by what it consists of. */
    private Wanted named(Wanted wanted) {
        Held held = wanted.held();
        if (held.naming() == Held.Naming.WRITTEN || dialect == Dialect.POSTGRESQL) {
            return wanted;
        }
        String columns = wanted.kind() == ObjectKind.FOREIGN_KEY
                ? String.join(", ", held.columns())
                : held.facet("unique").replace(",", ", ");
        String name = switch (wanted.kind()) {
            case PRIMARY_KEY -> dialect == Dialect.SQLITE ? "primary" : "PRIMARY";
            case UNIQUE_CONSTRAINT, FOREIGN_KEY -> "(" + columns + ")";
            case CHECK_CONSTRAINT -> new Checks(dialect).name(held);
            default -> wanted.name();
        };
        return new Wanted(wanted.kind(), wanted.table(), name, held);
    }

    private static Optional<ObjectKind> type(Held held) {
        String words = held.definition().toLowerCase(Locale.ROOT);
        int as = words.indexOf(" as ");
        String behind = as < 0 ? "" : words.substring(as + " as ".length()).strip();
        return Stream.of(
                        Map.entry("enum", ObjectKind.ENUM_TYPE),
                        Map.entry("range", ObjectKind.RANGE_TYPE),
                        Map.entry("(", ObjectKind.COMPOSITE_TYPE))
                .filter(entry -> behind.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Those of which any may be made by others than migrations. */
    static final Set<ObjectKind> OF_OTHERS = Set.of(ObjectKind.SCHEMA, ObjectKind.EXTENSION);
}
