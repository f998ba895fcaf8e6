package dev.migtrue.report;

import dev.migtrue.facts.Arrival;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/** What a developer should know of other migrations in the working tree than a moment ago, in a few lines. */
public final class Advice {

    /** More names than these are only counted: whoever was away for a month needs no list. */
    private static final int NAMED = 5;

    private Advice() {}

    /** A line for each thing that is worth saying, without line ends; none where nothing is. */
    public static List<String> lines(Arrival arrival) {
        List<String> lines = new ArrayList<>();
        if (!arrival.came().isEmpty()) {
            lines.add(count(arrival.came()) + " came in" + where(arrival) + ": " + names(arrival.came()));
        }
        arrival.due().forEach((database, due) -> lines.add(due(database, due, arrival)));
        if (!arrival.changed().isEmpty()) {
            boolean isOne = arrival.changed().size() == 1;
            lines.add("%s now %s another text%s: %s; a database that has run %s will not run %s again"
                    .formatted(
                            count(arrival.changed()),
                            isOne ? "has" : "have",
                            where(arrival),
                            names(arrival.changed()),
                            isOne ? "it" : "them",
                            isOne ? "it" : "them"));
        }
        lines.addAll(stranded(arrival.stranded()));
        if (!lines.isEmpty() && !arrival.left().isEmpty()) {
            lines.add("left in the working tree, and not tracked here: " + paths(arrival.left()));
        }
        return lines.stream().map(Visible::of).toList();
    }

    private static String due(DatabaseName database, List<Migration> due, Arrival arrival) {
        if (due.size() < arrival.came().size()) {
            return "database %s has not run %s of them yet: %s".formatted(database, due.size(), names(due));
        }
        return "database %s has not run %s yet".formatted(database, due.size() == 1 ? "it" : "them");
    }

    private static List<String> stranded(SequencedMap<DatabaseName, List<Migration>> stranded) {
        List<String> lines = new ArrayList<>();
        stranded.forEach((database, gone) -> lines.add("database %s has run %s, whose file%s not here any more: %s"
                .formatted(database, count(gone), gone.size() == 1 ? " is" : "s are", names(gone))));
        return lines;
    }

    private static String where(Arrival arrival) {
        return " (" + Place.of(arrival.project()) + ")";
    }

    private static String count(List<Migration> migrations) {
        return Quantity.of(migrations.size(), "migration");
    }

    private static String names(List<Migration> migrations) {
        return listed(migrations.stream().map(Advice::name).toList());
    }

    private static String name(Migration migration) {
        String id = migration.id().value();
        return migration.description().isEmpty() ? id : id + " '" + migration.description() + "'";
    }

    private static String paths(List<Migration> migrations) {
        return listed(migrations.stream()
                .map(migration -> migration.at().path().value())
                .distinct()
                .toList());
    }

    private static String listed(List<String> names) {
        int rest = names.size() - NAMED;
        return rest <= 0
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + rest + " more";
    }
}
