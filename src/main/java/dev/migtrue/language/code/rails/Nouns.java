package dev.migtrue.language.code.rails;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** English nouns, of which Rails makes the names of tables and columns: one of a thing and many of it. */
final class Nouns {

    private static final Set<String> ALIKE = Set.of(
            "equipment", "information", "rice", "money", "species", "series", "fish", "sheep", "jeans", "police");
    private static final Map<String, String> IRREGULAR = Map.of(
            "person",
            "people",
            "man",
            "men",
            "child",
            "children",
            "sex",
            "sexes",
            "move",
            "moves",
            "zombie",
            "zombies",
            "mouse",
            "mice",
            "ox",
            "oxen");

    /** How a word of many ends, and what that is of one. */
    private record Ending(String many, String one) {}

    /** The first that fits counts. */
    private static final List<Ending> ENDINGS = List.of(
            new Ending("news", "news"),
            new Ending("ss", "ss"),
            new Ending("movies", "movie"),
            new Ending("statuses", "status"),
            new Ending("aliases", "alias"),
            new Ending("buses", "bus"),
            new Ending("quizzes", "quiz"),
            new Ending("matrices", "matrix"),
            new Ending("vertices", "vertex"),
            new Ending("indices", "index"),
            new Ending("analyses", "analysis"),
            new Ending("diagnoses", "diagnosis"),
            new Ending("crises", "crisis"),
            new Ending("theses", "thesis"),
            new Ending("databases", "database"),
            new Ending("shoes", "shoe"),
            new Ending("hives", "hive"),
            new Ending("tives", "tive"),
            new Ending("lves", "lf"),
            new Ending("rves", "rf"),
            new Ending("ves", "fe"),
            new Ending("quies", "quy"),
            new Ending("ies", "y"),
            new Ending("xes", "x"),
            new Ending("ches", "ch"),
            new Ending("shes", "sh"),
            new Ending("sses", "ss"),
            new Ending("oes", "o"),
            new Ending("status", "status"),
            new Ending("alias", "alias"),
            new Ending("analysis", "analysis"),
            new Ending("ta", "tum"),
            new Ending("ia", "ium"),
            new Ending("s", ""));

    private Nouns() {}

    static String one(String noun) {
        int word = lastWord(noun);
        String last = noun.substring(word);
        return noun.substring(0, word)
                + (ALIKE.contains(last)
                        ? last
                        : irregular(last)
                                .orElseGet(() -> ENDINGS.stream()
                                        .filter(ending -> last.endsWith(ending.many()))
                                        .findFirst()
                                        .map(ending -> last.substring(
                                                        0,
                                                        last.length()
                                                                - ending.many().length())
                                                + ending.one())
                                        .orElse(last)));
    }

    private static Optional<String> irregular(String many) {
        return IRREGULAR.entrySet().stream()
                .filter(entry -> entry.getValue().equals(many))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static String many(String noun) {
        int word = lastWord(noun);
        String last = noun.substring(word);
        if (ALIKE.contains(last) || IRREGULAR.containsValue(last)) {
            return noun;
        }
        return noun.substring(0, word)
                + Optional.ofNullable(IRREGULAR.get(last)).orElseGet(() -> regular(last));
    }

    private static String regular(String noun) {
        if (noun.matches(".*(?:[^aeiouy]|qu)y")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        if (noun.matches(".*(?:matr|vert|ind)(?:ix|ex)")) {
            return noun.substring(0, noun.length() - 2) + "ices";
        }
        if (noun.endsWith("quiz")) {
            return noun + "zes";
        }
        if (noun.endsWith("sis")) {
            return noun.substring(0, noun.length() - 2) + "es";
        }
        if (noun.matches(".*[ti]um")) {
            return noun.substring(0, noun.length() - 2) + "a";
        }
        if (noun.matches(".*[ti]a")) {
            return noun;
        }
        if (noun.matches(".*(?:[^f]fe|[lr]f)")) {
            return noun.replaceAll("fe?$", "ves");
        }
        if (noun.matches(".*(?:x|ch|ss|sh|alias|status|bus|buffalo|tomato)")) {
            return noun + "es";
        }
        return noun.endsWith("s") ? noun : noun + "s";
    }

    private static int lastWord(String noun) {
        return Math.max(noun.lastIndexOf('_'), noun.lastIndexOf('.')) + 1;
    }
}
