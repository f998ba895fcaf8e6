package dev.migtrue.report.draft;

import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements of MariaDB that alter what is there. */
record MariaDbChanges(Sides sides, MariaDbTables tables) {

    /** The engines that keep what another one held. */
    private static final Set<String> KEEPING = Set.of("InnoDB", "MyISAM", "Aria");

    /** What brings one property to what is there; absent where no statement says just that. */
    Optional<Step> altered(Difference.Changed change, SchemaObject actual) {
        return switch (actual.id().kind()) {
            case COLUMN -> column(change, actual);
            case TABLE -> table(change, actual);
            case CHECK_CONSTRAINT ->
                Optional.of(actual).filter(tables::isOfColumn).map(tables::constraint);
            case SEQUENCE ->
                change.actual()
                        .map(counts -> new Step.Guarded("ALTER SEQUENCE IF EXISTS " + MariaDbTables.NAME.of(actual.id())
                                + " " + MariaDbOthers.counting(counts)));
            case INDEX ->
                change.property().equals("ignored")
                        ? Optional.of(new Step.Guarded("ALTER TABLE " + MariaDbTables.NAME.table(actual.id())
                                + " ALTER INDEX IF EXISTS "
                                + MariaDbTables.NAME.of(actual.id().name())
                                + (change.actual().isPresent() ? " IGNORED" : " NOT IGNORED")))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Step> column(Difference.Changed change, SchemaObject actual) {
        Optional<SchemaObject> expected = sides.expected().find(change.object());
        if (actual.properties().containsKey("generated") && change.property().equals("generated")) {
            return Optional.of(Words.lossy(
                    change,
                    List.of(MariaDbTables.dropped(actual), tables.added(actual).statement())));
        }
        String sql = tables.modified(actual);
        boolean isSafe = expected.map(SchemaObject::properties)
                .filter(before -> keeps(before, actual.properties()))
                .isPresent();
        return Optional.of(isSafe ? new Step.Guarded(sql) : Words.lossy(change, List.of(sql)));
    }

    /** Whether all that may be in the column stays: what is generated is made anew, and not every text has letters in another set. */
    private static boolean keeps(Map<String, String> before, Map<String, String> after) {
        boolean isSameSet = characters(before).equals(characters(after))
                || characters(after).equals("utf8mb4");
        boolean isSameSource = !after.containsKey("generated")
                || after.getOrDefault("generated", "").equals(before.get("generated"));
        return isSameSet
                && isSameSource
                && Widening.isSafe(before.getOrDefault("type", ""), after.getOrDefault("type", ""));
    }

    private static String characters(Map<String, String> column) {
        return column.getOrDefault("collation", "").replaceFirst("_.*", "");
    }

    private static Optional<Step> table(Difference.Changed change, SchemaObject table) {
        String start = "ALTER TABLE IF EXISTS " + MariaDbTables.NAME.of(table.id()) + " ";
        Optional<String> actual = change.actual();
        return switch (change.property()) {
            case "engine" ->
                actual.map(engine -> start + "ENGINE = " + engine)
                        .map(sql -> KEEPING.contains(actual.orElse(""))
                                ? new Step.Guarded(sql)
                                : Words.lossy(change, List.of(sql)));
            case "collation" -> actual.map(name -> new Step.Guarded(start + "DEFAULT COLLATE = " + name));
            case "options" -> actual.map(options -> new Step.Guarded(start + options));
            case "comment" ->
                Optional.of(new Step.Guarded(start + "COMMENT = " + MariaDbTables.text(actual.orElse(""))));
            case "system versioned" ->
                Optional.of(
                        actual.isPresent()
                                ? new Step.Bare(start + "ADD SYSTEM VERSIONING")
                                : Words.lossy(change, List.of(start + "DROP SYSTEM VERSIONING")));
            default -> Optional.empty();
        };
    }
}
