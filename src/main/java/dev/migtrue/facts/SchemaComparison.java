package dev.migtrue.facts;

import dev.migtrue.language.schema.Deviation;
import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Omission;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaDiff;
import dev.migtrue.language.schema.ServerGap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the schema of a database with the one that is expected, and keeps account of what is not compared. */
record SchemaComparison(LiveSchema live, Expected expected, List<Exemption> exemptions) {

    private static final String PARTITION_OF = "partition of";
    /** Before the name of one where it is a property of its table. */
    private static final String PARTITION = "partition ";

    private static final String JOBS = "jobs make such partitions of a table that migrations make";

    SchemaView view() {
        return switch (live) {
            case LiveSchema.NotRead unread -> blind(unread.reason(), List.of());
            case LiveSchema.Read read ->
                switch (expected) {
                    case Expected.NotKnown unknown ->
                        blind(attempts(unknown.attempts()), exempt(read.schema(), Schema.EMPTY));
                    case Expected.Known known -> compared(read.schema(), known);
                };
        };
    }

    private SchemaView blind(String reason, List<Spared> spared) {
        return new SchemaView(
                live,
                expected,
                List.of(),
                List.of(new Uncompared(Uncompared.EVERYTHING, reason)),
                spared,
                List.of(),
                Effects.NONE);
    }

    private static String attempts(List<Expected.Attempt> attempts) {
        return attempts.isEmpty()
                ? "no version table tells which migrations were run there"
                : "which schema its migrations build is not known: "
                        + attempts.stream()
                                .map(attempt -> attempt.road().words() + ": " + attempt.reason())
                                .collect(Collectors.joining("; "));
    }

    private SchemaView compared(Schema actual, Expected.Known known) {
        Schema leftActual = actual.where(object -> !isExempt(object.id()));
        Schema leftExpected = known.schema().where(object -> !isExempt(object.id()));
        ServerGap gap = ServerGap.between(leftExpected, leftActual);
        SchemaDiff diff = SchemaDiff.between(gap.expected(), leftActual, known.omissions());
        Predicate<Difference> isOfJob = difference -> isPartitionOfJob(difference, actual, leftExpected);
        List<Difference> told = diff.differences().stream()
                .filter(isOfJob.negate())
                .filter(difference -> !isPartOfJob(difference))
                .toList();
        List<Spared> spared = new ArrayList<>(exempt(actual, known.schema()));
        List<ObjectId> partitions = diff.differences().stream()
                .filter(isOfJob)
                .map(Difference::object)
                .toList();
        if (!partitions.isEmpty()) {
            spared.add(new Spared(partitions, JOBS));
        }
        return new SchemaView(
                live, expected, Deviation.of(told), uncompared(known, gap, diff), spared, List.of(), Effects.NONE);
    }

    private boolean isExempt(ObjectId id) {
        return exemptions.stream().anyMatch(exemption -> exemption.objects().contains(id));
    }

    /** What is left out on either side, each object with the first reason for it. */
    private List<Spared> exempt(Schema actual, Schema wanted) {
        SequencedMap<String, Set<ObjectId>> byReason = new LinkedHashMap<>();
        exemptions.forEach(exemption -> byReason.put(exemption.reason(), new TreeSet<>()));
        Set<ObjectId> gone = new TreeSet<>();
        Stream.concat(actual.all().stream(), wanted.all().stream())
                .map(object -> object.id())
                .forEach(id -> exemptions.stream()
                        .filter(exemption -> exemption.objects().contains(id))
                        .findFirst()
                        .ifPresent(exemption -> {
                            gone.add(id);
                            Optional.ofNullable(byReason.get(exemption.reason()))
                                    .ifPresent(ids -> ids.add(id));
                        }));
        return byReason.entrySet().stream()
                .map(entry -> new Spared(
                        entry.getValue().stream()
                                .filter(id -> id.holders().stream().noneMatch(gone::contains))
                                .toList(),
                        entry.getKey()))
                .filter(spared -> !spared.objects().isEmpty())
                .toList();
    }

    /** Whether it is a partition that no migration makes, of a table that one does, or a part of such a partition. */
    private static boolean isPartitionOfJob(Difference difference, Schema actual, Schema wanted) {
        if (!(difference instanceof Difference.Unexpected unexpected)
                || unexpected.object().kind() != ObjectKind.TABLE) {
            return false;
        }
        // What is compared may have been told without it.
        Optional<ObjectId> parent = parent(unexpected.object(), actual);
        while (parent.isPresent() && wanted.find(parent.get()).isEmpty()) {
            parent = parent(parent.get(), actual);
        }
        return parent.isPresent();
    }

    /** What a table is a partition of; absent where it is none. */
    private static Optional<ObjectId> parent(ObjectId table, Schema actual) {
        return actual.find(table)
                .flatMap(object -> Optional.ofNullable(object.properties().get(PARTITION_OF)))
                .map(parent -> parent.replace("\"", ""))
                .flatMap(parent -> actual.all().stream()
                        .map(object -> object.id())
                        .filter(id ->
                                id.kind() == ObjectKind.TABLE && id.qualified().equals(parent))
                        .findFirst());
    }

    /** Where partitions are no tables of their own, a job changes the table. */
    private static boolean isPartOfJob(Difference difference) {
        return difference instanceof Difference.Changed changed
                && changed.object().kind() == ObjectKind.TABLE
                && changed.property().startsWith(PARTITION)
                && changed.expected().isEmpty();
    }

    private List<Uncompared> uncompared(Expected.Known known, ServerGap gap, SchemaDiff diff) {
        List<Uncompared> all = new ArrayList<>();
        diff.differences().stream()
                .filter(SchemaComparison::isPartOfJob)
                .map(difference -> difference.object())
                .distinct()
                .forEach(table -> all.add(new Uncompared("further partitions of " + table, JOBS)));
        Stream.concat(known.omissions().stream(), gap.omissions().stream())
                .flatMap(omission -> ours(omission).stream())
                .forEach(omission -> all.add(new Uncompared(words(omission), omission.reason())));
        Set<ObjectKind> told = known.omissions().stream()
                .flatMap(omission -> omission instanceof Omission.Kinds some ? some.kinds().stream() : Stream.empty())
                .collect(Collectors.toSet());
        Set<ObjectKind> hidden = new TreeSet<>(diff.kindsNotCompared());
        hidden.removeAll(told);
        if (!hidden.isEmpty()) {
            all.add(new Uncompared(kinds(hidden), "whoever read a side was shown only some of them, if any"));
        }
        diff.notCompared().stream()
                .collect(Collectors.groupingBy(
                        SchemaDiff.NotCompared::property, LinkedHashMap::new, Collectors.counting()))
                .forEach((property, count) -> all.add(new Uncompared(
                        property + " of " + count + (count == 1 ? " object" : " objects"),
                        "it could not be found out")));
        return all;
    }

    /** Without what is left out anyway; absent where nothing more is. */
    private Optional<Omission> ours(Omission omission) {
        return switch (omission) {
            case Omission.Objects some ->
                Optional.of(ours(some.objects()))
                        .filter(left -> !left.isEmpty())
                        .map(left -> new Omission.Objects(left, some.reason()));
            case Omission.Counted some -> {
                SortedMap<String, Set<ObjectId>> left = new TreeMap<>();
                some.properties().forEach((property, objects) -> left.put(property, ours(objects)));
                left.values().removeIf(Set::isEmpty);
                yield left.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Omission.Counted(some.kind(), left, some.reason()));
            }
            case Omission.Kinds all -> Optional.of(all);
            case Omission.Properties all -> Optional.of(all);
            case Omission.Strangers all -> Optional.of(all);
        };
    }

    private Set<ObjectId> ours(Set<ObjectId> objects) {
        Set<ObjectId> left = new TreeSet<>(objects);
        left.removeIf(this::isExempt);
        return left;
    }

    private static String words(Omission omission) {
        return switch (omission) {
            case Omission.Kinds some -> kinds(new TreeSet<>(some.kinds()));
            case Omission.Objects some ->
                some.objects().stream().sorted().map(ObjectId::toString).collect(Collectors.joining(", "));
            case Omission.Properties some ->
                some.properties().stream().sorted().collect(Collectors.joining(", ")) + " of every "
                        + some.kind().words();
            case Omission.Counted some ->
                some.properties().entrySet().stream()
                        .map(property -> "%s of %d %s"
                                .formatted(
                                        property.getKey(),
                                        property.getValue().size(),
                                        noun(some, property.getValue().size())))
                        .collect(Collectors.joining(", "));
            case Omission.Strangers none -> "what is there and no migration is known to make";
        };
    }

    private static String noun(Omission.Counted some, int count) {
        String words = some.kind().words();
        return count == 1
                ? words
                : words.endsWith("x") ? words + "es" : words.replaceFirst("([^aeiou])y$", "$1ie") + "s";
    }

    private static String kinds(Set<ObjectKind> kinds) {
        return kinds.size() == ObjectKind.values().length
                ? Uncompared.EVERYTHING
                : kinds.stream().map(kind -> "every " + kind.words()).collect(Collectors.joining(", "));
    }
}
