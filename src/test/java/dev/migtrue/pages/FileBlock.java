package dev.migtrue.pages;

import dev.migtrue.config.ConfigurationFile;
import dev.migtrue.model.Source;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file of an example: {@code LANG PATH [@worktree|@index|@HEAD|@fork|@base|@branch:NAME]…}; {@code config} is the configuration.
 *
 * @param sources the sources that hold it
 * @param branches the other branches that add it; where neither is named, all sources hold it
 */
record FileBlock(String path, Set<Source> sources, Set<String> branches, String text) {

    private static final String BRANCH = "@branch:";

    FileBlock {
        sources = Set.copyOf(sources);
        branches = Set.copyOf(branches);
    }

    static FileBlock of(Fence fence) {
        List<String> words = fence.words();
        if (words.equals(List.of("config"))) {
            return new FileBlock(ConfigurationFile.NAME, Set.of(), Set.of(), fence.text());
        }
        if (words.size() < 2 || words.get(1).startsWith("@")) {
            throw new IllegalArgumentException(
                    "not a file, config, applied or findings: ```" + String.join(" ", words));
        }
        Set<Source> sources = EnumSet.noneOf(Source.class);
        Set<String> branches = new HashSet<>();
        for (String mark : words.subList(2, words.size())) {
            if (mark.startsWith(BRANCH)) {
                branches.add(mark.substring(BRANCH.length()));
            } else {
                sources.add(source(mark));
            }
        }
        return new FileBlock(words.get(1), sources, branches, fence.text());
    }

    boolean isIn(Source source) {
        return (sources.isEmpty() && branches.isEmpty()) || sources.contains(source);
    }

    private static Source source(String mark) {
        return switch (mark) {
            case "@worktree" -> Source.WORKING_TREE;
            case "@index" -> Source.INDEX;
            case "@HEAD" -> Source.HEAD;
            case "@fork" -> Source.FORK;
            case "@base" -> Source.BASE;
            default -> throw new IllegalArgumentException("no such source: " + mark);
        };
    }
}
