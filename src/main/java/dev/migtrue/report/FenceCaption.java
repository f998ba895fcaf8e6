package dev.migtrue.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the opening line of an example on a rule page says, in words. */
final class FenceCaption {

    /** Spelled out on a page where another file of the example is on base only. */
    private static final List<String> EVERYWHERE = List.of("@worktree", "@index", "@HEAD", "@base");

    private FenceCaption() {}

    /**
     * @param opening what stands after the backticks: {@code sql db/migration/V2__orders.sql @worktree}; nothing to say
     * gives an empty text
     */
    static String of(String opening) {
        List<String> words = Arrays.stream(opening.strip().split("\\s+")).toList();
        String rest = words.stream().skip(1).filter(word -> !isMark(word)).collect(Collectors.joining(" "));
        return switch (words.getFirst()) {
            case "applied" -> rest.isEmpty() ? "the version table" : "the version table of " + rest;
            case "schema" -> "the live schema";
            case "config" -> "migtrue.yaml";
            case "fixed" -> rest + ", fixed";
            case "findings" -> "migtrue says";
            default -> rest.isEmpty() ? "" : rest + places(words);
        };
    }

    private static String places(List<String> words) {
        List<String> places = words.stream()
                .filter(FenceCaption::isMark)
                .map(FenceCaption::place)
                .toList();
        return places.isEmpty() || words.containsAll(EVERYWHERE)
                ? ", everywhere"
                : ", only in " + String.join(" and ", places);
    }

    private static boolean isMark(String word) {
        return word.startsWith("@");
    }

    private static String place(String mark) {
        return switch (mark) {
            case "@worktree" -> "the working tree";
            case "@index" -> "the index";
            case "@fork" -> "the merge base";
            case "@base" -> "the base branch";
            default -> mark.substring(1);
        };
    }
}
