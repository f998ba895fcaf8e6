package dev.migtrue.judge.rule;

import dev.migtrue.facts.Orphan;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.language.schema.Deviation;
import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.ObjectId;
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

/** Which migrations without a file may have made what no migration makes: what is called like one is most likely its work. */
record Suspects(List<Orphan> orphans, Map<ObjectId, Orphan> makers, Map<ObjectId, List<Orphan>> byName) {

    /** A name of fewer letters says nothing. */
    private static final int TELLING = 4;

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    static Suspects of(SchemaView view) {
        Map<ObjectId, Orphan> makers = makers(view);
        Map<ObjectId, List<Orphan>> byName = new LinkedHashMap<>();
        for (Deviation deviation : view.deviations()) {
            if (deviation.cause() instanceof Difference.Unexpected unexpected) {
                List<Orphan> alike = view.orphans().stream()
                        .filter(orphan -> isCalledLike(orphan, unexpected.object()))
                        .toList();
                if (!alike.isEmpty()) {
                    byName.put(unexpected.object(), alike);
                }
            }
        }
        return new Suspects(view.orphans(), makers, byName);
    }

    /** Those whose text was found, and makes it. */
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

    /** Those that may have made it, the likely ones only where a name tells. */
    List<Orphan> of(Deviation deviation) {
        Optional<Orphan> maker = Optional.ofNullable(makers.get(deviation.object()));
        return maker.map(List::of).orElseGet(() -> byName.getOrDefault(deviation.object(), unexplained()));
    }

    /**
     * What a message adds; empty where no row is left that could explain it. Tables are rarely made by hand, columns and indexes of tables that
     * are known often are.
     */
    String words(Deviation deviation) {
        Optional<Orphan> maker = Optional.ofNullable(makers.get(deviation.object()));
        if (maker.isPresent()) {
            return ": the orphan '%s' made it".formatted(maker.get().id());
        }
        List<Orphan> likely = byName.getOrDefault(deviation.object(), List.of());
        List<Orphan> possible = unexplained();
        if (!likely.isEmpty()) {
            return ": probably the orphan " + names(likely);
        }
        if (possible.isEmpty()) {
            return "";
        }
        return deviation.object().table().isEmpty()
                ? ": probably the orphan " + names(possible)
                : ": made by hand, unless the orphan " + names(possible) + " made it";
    }

    /** Those of which no name tells what they made. */
    private List<Orphan> unexplained() {
        Set<Orphan> explained = byName.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return orphans.stream()
                .filter(orphan -> !explained.contains(orphan) && !makers.containsValue(orphan))
                .toList();
    }

    private static String names(List<Orphan> orphans) {
        return Phrases.either(orphans.stream()
                .map(orphan -> "'" + orphan.id() + "'")
                .distinct()
                .toList());
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
