package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Constraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column loses by a new definition that does not repeat it. */
final class Redefining {

    /** In the order in which they are told. */
    private static final List<String> KEPT_ONLY_IF_SAID =
            List.of("NOT NULL", "default", "AUTO_INCREMENT", "ON UPDATE", "collation", "comment");

    private final Dialect dialect;

    Redefining(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Absent where nothing is lost, and where losing it is all that the statement does. */
    Optional<String> lost(Thing table, Change.RedefineColumn redefine, Columns columns) {
        String old = redefine.old().name().last();
        Map<String, String> before = ColumnAltering.of(table, old);
        Map<String, String> now = columns.properties(redefine.column());
        boolean isRenamed = !old.equals(redefine.column().name().name().last());
        boolean isOtherwise = isRenamed
                || now.entrySet().stream()
                        .anyMatch(property -> !property.getValue().equals(before.get(property.getKey())));
        if (table.isDoubtful() || before.isEmpty() || !isOtherwise) {
            return Optional.empty();
        }
        String lost = keptOnlyIfSaid().stream()
                .filter(property -> before.containsKey(property) && !now.containsKey(property))
                .filter(property -> !isMeant(property, redefine, table))
                .map(property -> (property + " " + before.getOrDefault(property, "")).strip())
                .collect(Collectors.joining(", "));
        return lost.isEmpty() ? Optional.empty() : Optional.of(lost);
    }

    /** SQL Server keeps all but this; Oracle, H2 and others keep all. */
    private List<String> keptOnlyIfSaid() {
        return switch (dialect) {
            case MYSQL, MARIADB -> KEPT_ONLY_IF_SAID;
            case SQL_SERVER -> List.of("NOT NULL");
            case POSTGRESQL, SQLITE, ORACLE, H2, ANSI -> List.of();
        };
    }

    private static boolean isMeant(String property, Change.RedefineColumn redefine, Thing table) {
        boolean isKey = table.parts().keySet().stream()
                .anyMatch(part -> part.startsWith("primary key")
                        && Thing.holds(part, redefine.old().name().last()));
        return switch (property) {
            case "NOT NULL" -> isKey || redefine.column().has(Constraint.Kind.NULL);
            // A default of NULL is said to be none.
            case "default" ->
                redefine.column().has(Constraint.Kind.DEFAULT)
                        || redefine.column().has(Constraint.Kind.AUTO_INCREMENT);
            default -> false;
        };
    }
}
