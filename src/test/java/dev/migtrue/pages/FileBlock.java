package dev.migtrue.pages;

import dev.migtrue.config.ConfigurationFile;
import dev.migtrue.model.Source;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A file of an example: {@code LANG PATH [@worktree|@index|@HEAD|@fork|@base]…}; {@code config} is the configuration.
 *
 * @param sources the sources that hold it; empty means all that there are
 */
record FileBlock(String path, Set<Source> sources, String text) {

    FileBlock {
        sources = Set.copyOf(sources);
    }

    static FileBlock of(Fence fence) {
        List<String> words = fence.words();
        if (words.equals(List.of("config"))) {
            return new FileBlock(ConfigurationFile.NAME, Set.of(), fence.text());
        }
        if (words.size() < 2 || words.get(1).startsWith("@")) {
            throw new IllegalArgumentException(
                    "not a file, config, applied or findings: ```" + String.join(" ", words));
        }
        Set<Source> sources = EnumSet.noneOf(Source.class);
        words.subList(2, words.size()).forEach(mark -> sources.add(source(mark)));
        return new FileBlock(words.get(1), sources, fence.text());
    }

    boolean isIn(Source source) {
        return sources.isEmpty() || sources.contains(source);
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
