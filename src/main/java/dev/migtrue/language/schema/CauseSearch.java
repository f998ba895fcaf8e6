package dev.migtrue.language.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out which differences follow from others: what is said of an object names one that is not there, or should not be. */
final class CauseSearch {

    /** The kinds that texts about others name. */
    private static final Set<ObjectKind> NAMED = EnumSet.of(
            ObjectKind.SCHEMA,
            ObjectKind.ENUM_TYPE,
            ObjectKind.DOMAIN,
            ObjectKind.COMPOSITE_TYPE,
            ObjectKind.RANGE_TYPE,
            ObjectKind.SEQUENCE,
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.COLUMN,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.AGGREGATE);

    private final List<Difference> differences;
    private final List<Difference> causes;
    private final IdentityHashMap<Difference, String> expectedTexts = new IdentityHashMap<>();
    private final IdentityHashMap<Difference, String> actualTexts = new IdentityHashMap<>();

    /** Which side a difference is on: what is told there and nowhere else. */
    private enum Side {
        EXPECTED,
        ACTUAL
    }

    CauseSearch(List<Difference> differences) {
        this.differences = List.copyOf(differences);
        this.causes = this.differences.stream()
                .filter(difference -> NAMED.contains(difference.object().kind()))
                .filter(difference -> !(difference instanceof Difference.Changed))
                .filter(difference -> !(difference instanceof Difference.Renamed))
                .toList();
    }

    List<Deviation> deviations() {
        SequencedMap<Difference, Difference> because = new LinkedHashMap<>();
        Map<ObjectId, Difference> firstChange = new LinkedHashMap<>();
        for (Difference difference : differences) {
            if (difference instanceof Difference.Changed changed) {
                Optional.ofNullable(firstChange.putIfAbsent(changed.object(), changed))
                        .ifPresent(first -> because.put(changed, first));
            }
        }
        for (Difference difference : differences) {
            if (!because.containsKey(difference)) {
                cause(difference).ifPresent(cause -> because.put(difference, cause));
            }
        }
        SequencedMap<Difference, List<Difference>> roots = new LinkedHashMap<>();
        differences.stream()
                .filter(difference -> !because.containsKey(difference))
                .forEach(root -> roots.put(root, new ArrayList<>()));
        because.keySet()
                .forEach(difference -> roots.computeIfAbsent(root(difference, because), first -> new ArrayList<>())
                        .add(difference));
        return roots.entrySet().stream()
                .map(entry -> new Deviation(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A cause always stands before what follows from it, or owns it: there are no circles. */
    private static Difference root(Difference difference, Map<Difference, Difference> because) {
        Difference at = difference;
        Optional<Difference> next = Optional.ofNullable(because.get(at));
        while (next.isPresent()) {
            at = next.get();
            next = Optional.ofNullable(because.get(at));
        }
        return at;
    }

    private Optional<Difference> cause(Difference difference) {
        return causes.stream()
                .filter(cause -> cause != difference)
                .filter(cause -> owns(cause, difference) || (isBefore(cause, difference) && isNamed(cause, difference)))
                .findFirst();
    }

    /** A column, or the table that it came with, and the sequence that counts for it. */
    private static boolean owns(Difference cause, Difference difference) {
        return side(cause).equals(side(difference))
                && cause.object().schema().equals(difference.object().schema())
                && sequence(difference).filter(owner -> counts(owner, cause)).isPresent();
    }

    private static boolean counts(String owner, Difference cause) {
        Stream<ObjectId> columns = switch (cause) {
            case Difference.Missing missing -> ids(missing.expected(), missing.parts());
            case Difference.Unexpected unexpected -> ids(unexpected.actual(), unexpected.parts());
            case Difference.Changed changed -> Stream.empty();
            case Difference.Renamed renamed -> Stream.empty();
        };
        return columns.filter(id -> id.kind() == ObjectKind.COLUMN)
                .anyMatch(column -> owner.equals(column.table().orElse("") + "." + column.name()));
    }

    private static Stream<ObjectId> ids(SchemaObject object, List<SchemaObject> parts) {
        return Stream.concat(Stream.of(object), parts.stream()).map(SchemaObject::id);
    }

    private static boolean isOwnedBy(Difference sequence, Difference column) {
        return owns(column, sequence);
    }

    private static Optional<String> sequence(Difference difference) {
        return switch (difference) {
            case Difference.Missing missing -> owner(missing.expected());
            case Difference.Unexpected unexpected -> owner(unexpected.actual());
            case Difference.Changed changed -> Optional.empty();
            case Difference.Renamed renamed -> Optional.empty();
        };
    }

    private static Optional<String> owner(SchemaObject object) {
        return Optional.ofNullable(object.properties().get(Belongings.OWNED_BY));
    }

    private static boolean isBefore(Difference cause, Difference difference) {
        return cause.object().kind().compareTo(difference.object().kind()) < 0 && !isOwnedBy(cause, difference);
    }

    private boolean isNamed(Difference cause, Difference difference) {
        Side side = side(cause).orElseThrow();
        String text = toldOf(difference, side);
        boolean isNamedAnyway =
                difference instanceof Difference.Changed && mentions(cause, toldOf(difference, other(side)));
        return !isNamedAnyway
                && mentions(cause, text)
                && cause.object()
                        .table()
                        .map(table -> isOf(difference.object(), cause.object()) || Mention.isIn(text, table))
                        .orElse(true);
    }

    private static boolean isOf(ObjectId part, ObjectId column) {
        return part.schema().equals(column.schema()) && part.table().equals(column.table());
    }

    private static boolean mentions(Difference cause, String text) {
        return Mention.isIn(text, Mention.bare(cause.object().name()));
    }

    private String toldOf(Difference difference, Side side) {
        IdentityHashMap<Difference, String> texts = side == Side.EXPECTED ? expectedTexts : actualTexts;
        return texts.computeIfAbsent(difference, first -> text(first, side));
    }

    private static Side other(Side side) {
        return side == Side.EXPECTED ? Side.ACTUAL : Side.EXPECTED;
    }

    private static Optional<Side> side(Difference difference) {
        return switch (difference) {
            case Difference.Missing missing -> Optional.of(Side.EXPECTED);
            case Difference.Unexpected unexpected -> Optional.of(Side.ACTUAL);
            case Difference.Changed changed -> Optional.empty();
            case Difference.Renamed renamed -> Optional.empty();
        };
    }

    /** What is told of an object on a side; empty where it is not there. */
    private static String text(Difference difference, Side side) {
        return switch (difference) {
            case Difference.Missing missing -> side == Side.EXPECTED ? text(missing.expected(), missing.parts()) : "";
            case Difference.Unexpected unexpected ->
                side == Side.ACTUAL ? text(unexpected.actual(), unexpected.parts()) : "";
            case Difference.Changed changed ->
                (side == Side.EXPECTED ? changed.expected() : changed.actual()).orElse("");
            case Difference.Renamed renamed -> "";
        };
    }

    /** Comments name others only by chance. */
    private static String text(SchemaObject object, List<SchemaObject> parts) {
        return Stream.concat(Stream.of(object), parts.stream())
                .flatMap(told -> told.properties().entrySet().stream())
                .filter(property -> !property.getKey().equals("comment"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("\n"));
    }
}
