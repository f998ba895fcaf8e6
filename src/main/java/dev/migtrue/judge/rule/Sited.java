package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.model.DatabaseName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that is so in a database, or in some tenants of one: told once, however many they are.
 *
 * @param view of the first of them
 * @param database with the tenants in which it is so
 * @param looked how many tenants of the database were looked at; none where it is one whole
 */
record Sited<T>(T thing, SchemaView view, DatabaseName database, int looked) {

    /** What a view tells, of all views, in their order. */
    static <T> List<Sited<T>> of(Facts facts, Function<SchemaView, List<T>> telling) {
        SequencedMap<DatabaseName, SchemaView> views = facts.circumstances().schemas();
        SequencedMap<Found<T>, List<DatabaseName>> found = new LinkedHashMap<>();
        views.forEach((name, view) -> telling.apply(view)
                .forEach(thing -> found.computeIfAbsent(new Found<>(name.whole(), thing), first -> new ArrayList<>())
                        .add(name)));
        return found.entrySet().stream()
                .flatMap(each -> Stream.ofNullable(views.get(each.getValue().getFirst()))
                        .map(view -> new Sited<>(
                                each.getKey().thing(),
                                view,
                                all(each.getKey().database(), each.getValue()),
                                tenants(each.getKey().database(), views.sequencedKeySet()))))
                .toList();
    }

    private record Found<T>(DatabaseName database, T thing) {}

    private static DatabaseName all(DatabaseName database, List<DatabaseName> sets) {
        return new DatabaseName(
                database.value(),
                sets.stream().flatMap(set -> set.tenants().stream()).sorted().toList());
    }

    private static int tenants(DatabaseName database, Iterable<DatabaseName> names) {
        int tenants = 0;
        for (DatabaseName name : names) {
            tenants += name.whole().equals(database) ? name.tenants().size() : 0;
        }
        return tenants;
    }

    /** {@code database shop}, {@code 37 of 40 tenants of database shop (tenant a and 36 others)}. */
    String where() {
        int some = database.tenants().size();
        return some < 2
                ? "database " + database
                : some == looked
                        ? "all %d tenants of database %s".formatted(looked, database.value())
                        : "%d of %d tenants of database %s".formatted(some, looked, database);
    }
}
