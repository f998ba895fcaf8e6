package dev.migtrue.judge.rule;

import dev.migtrue.facts.Orphan;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.language.schema.Deviation;
import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.ObjectId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which migrations without a file may have made what no migration makes. Where the text of one was found, it tells; else what is called like one is
 * most likely its work, and what nobody explains may be that of any of which nobody knows what it did.
 *
 * @param makers those whose text was found, and makes the object
 * @param likely those that the object is called like
 * @param possible those of which neither a text nor a name tells what they made
 * @param first the first object that only these can explain; absent where there is none
 */
record Suspects(
        Map<ObjectId, Orphan> makers,
        Map<ObjectId, List<Orphan>> likely,
        List<Orphan> possible,
        Optional<ObjectId> first) {

    /** A name of fewer letters says nothing. */
    private static final int TELLING = 4;

    /** More than these are only counted. */
    private static final int NAMED = 5;

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    static Suspects of(SchemaView view) {
        Map<ObjectId, Orphan> makers = makers(view);
        List<Orphan> silent = view.orphans().stream()
                .filter(orphan ->
                        !makers.containsValue(orphan) && !view.effects().told().contains(orphan.id()))
                .toList();
        Map<ObjectId, List<Orphan>> likely = new LinkedHashMap<>();
        List<ObjectId> open = new ArrayList<>();
        for (ObjectId object : unexpected(view)) {
            List<Orphan> alike = silent.stream()
                    .filter(orphan -> isCalledLike(orphan, object))
                    .toList();
            if (!alike.isEmpty()) {
                likely.put(object, alike);
            } else if (!makers.containsKey(object)) {
                open.add(object);
            }
        }
        Set<Orphan> explained = likely.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return new Suspects(
                makers,
                likely,
                silent.stream().filter(orphan -> !explained.contains(orphan)).toList(),
                open.stream().findFirst());
    }

    private static List<ObjectId> unexpected(SchemaView view) {
        return view.deviations().stream()
                .filter(deviation -> deviation.cause() instanceof Difference.Unexpected)
                .map(Deviation::object)
                .toList();
    }

    private static Map<ObjectId, Orphan> makers(SchemaView view) {
        Map<ObjectId, Orphan> makers = new LinkedHashMap<>();
        view.effects()
                .origins()
                .forEach((object, origin) -> view.orphans().stream()
                        .filter(orphan -> orphan.id().equals(origin.migration()))
                        .findFirst()
                        .ifPresent(orphan -> makers.put(object, orphan)));
        return makers;
    }

    /** Those that may have made it. Several of which nobody knows anything are named with the first object only. */
    List<Orphan> of(Deviation deviation) {
        ObjectId object = deviation.object();
        return Optional.ofNullable(makers.get(object))
                .map(List::of)
                .or(() -> Optional.ofNullable(likely.get(object)))
                .orElseGet(() -> possible.size() == 1 || isFirst(object)
                        ? possible.stream().limit(NAMED).toList()
                        : List.of());
    }

    /**
     * What a message adds; empty where no row is left that could explain it. Tables are rarely made by hand, columns and indexes of tables that
     * are known often are.
     */
    String words(Deviation deviation) {
        ObjectId object = deviation.object();
        if (makers.containsKey(object)) {
            return ": the orphan %s made it".formatted(names(of(deviation)));
        }
        if (likely.containsKey(object)) {
            return ": probably the orphan " + names(of(deviation));
        }
        return switch (possible.size()) {
            case 0 -> "";
            case 1 ->
                object.table().isEmpty()
                        ? ": probably the orphan " + names(possible)
                        : ": made by hand, unless the orphan " + names(possible) + " made it";
            default ->
                isFirst(object) ? ": nobody knows what the %d orphans made, %s".formatted(possible.size(), some()) : "";
        };
    }

    private boolean isFirst(ObjectId object) {
        return first.equals(Optional.of(object));
    }

    private String some() {
        List<Orphan> named = possible.stream().limit(NAMED).toList();
        int more = possible.size() - named.size();
        return more == 0 ? all(named) : "%s and %d more".formatted(String.join(", ", quoted(named)), more);
    }

    private static String all(List<Orphan> orphans) {
        return Phrases.list(quoted(orphans));
    }

    private static String names(List<Orphan> orphans) {
        return Phrases.either(quoted(orphans));
    }

    private static List<String> quoted(List<Orphan> orphans) {
        return orphans.stream()
                .map(orphan -> "'" + orphan.id() + "'")
                .distinct()
                .toList();
    }

    private static boolean isCalledLike(Orphan orphan, ObjectId object) {
        List<String> wanted = words(object.name());
        return String.join("", wanted).length() >= TELLING
                && orphan.names().stream().anyMatch(name -> Collections.indexOfSubList(words(name), wanted) >= 0);
    }

    private static List<String> words(String name) {
        int types = name.indexOf('(');
        return Arrays.stream(WORDS.split(types > 0 ? name.substring(0, types) : name))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .map(word ->
                        word.length() > TELLING && word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .toList();
    }
}
