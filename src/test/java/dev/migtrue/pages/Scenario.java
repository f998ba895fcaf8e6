package dev.migtrue.pages;

import dev.migtrue.cli.ParsedConfiguration;
import dev.migtrue.config.Configuration;
import dev.migtrue.config.ConfigurationFile;
import dev.migtrue.config.DatabaseSettings;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Source;
import dev.migtrue.testing.InMemoryTree;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The situation that an example describes, ready to be laid out in memory or as a real repository with a real database.
 *
 * @param files the text of each file of each source; working tree, index and HEAD are always there, BASE only where a file stands in it,
 *     and FORK, too, only where base has gone on since
 * @param branches what other branches add to what base had at the fork
 * @param tables the version tables of the databases; none means that no database is named
 * @param schemas what the databases are made of; none means that nobody asks for it
 */
record Scenario(
        Map<Source, SequencedMap<String, String>> files,
        SequencedMap<String, SequencedMap<String, String>> branches,
        List<TableRows> tables,
        List<LiveObjects> schemas) {

    Scenario {
        Map<Source, SequencedMap<String, String>> copied = new EnumMap<>(Source.class);
        files.forEach((source, texts) ->
                copied.put(source, Collections.unmodifiableSequencedMap(new LinkedHashMap<>(texts))));
        files = Collections.unmodifiableMap(copied);
        branches = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(branches));
        tables = List.copyOf(tables);
        schemas = List.copyOf(schemas);
    }

    /** The situation that these blocks describe, all but the findings. */
    static Scenario of(List<Fence> fences) {
        List<FileBlock> blocks = fences.stream()
                .filter(fence -> !Set.of("applied", "schema").contains(fence.kind()))
                .map(FileBlock::of)
                .toList();
        Set<Source> sources = EnumSet.of(Source.WORKING_TREE, Source.INDEX, Source.HEAD);
        blocks.forEach(block -> sources.addAll(block.sources()));
        if (sources.contains(Source.FORK)) {
            sources.add(Source.BASE);
        }
        Map<Source, SequencedMap<String, String>> files = new EnumMap<>(Source.class);
        sources.forEach(source -> files.put(source, new LinkedHashMap<>()));
        files.forEach((source, texts) -> blocks.stream()
                .filter(block -> block.isIn(source))
                .forEach(block -> {
                    if (texts.putIfAbsent(block.path(), block.text()) != null) {
                        throw new IllegalArgumentException(block.path() + " stands twice in the " + source.label());
                    }
                }));
        return new Scenario(
                files,
                branches(blocks, sources),
                fences.stream()
                        .filter(fence -> fence.kind().equals("applied"))
                        .map(TableRows::of)
                        .toList(),
                fences.stream()
                        .filter(fence -> fence.kind().equals("schema"))
                        .map(LiveObjects::of)
                        .toList());
    }

    /** Every file of each other branch. */
    SequencedMap<String, InMemoryTree> branchTrees() {
        SequencedMap<String, InMemoryTree> trees = new LinkedHashMap<>();
        branches.forEach((name, added) -> {
            Map<String, String> all = new LinkedHashMap<>(files.getOrDefault(start(), new LinkedHashMap<>()));
            all.putAll(added);
            trees.put(name, InMemoryTree.of(all));
        });
        return trees;
    }

    private static SequencedMap<String, SequencedMap<String, String>> branches(
            List<FileBlock> blocks, Set<Source> sources) {
        SequencedMap<String, SequencedMap<String, String>> branches = new LinkedHashMap<>();
        blocks.forEach(block -> block.branches()
                .forEach(name -> branches.computeIfAbsent(name, first -> new LinkedHashMap<>())
                        .put(block.path(), block.text())));
        if (!branches.isEmpty() && !sources.contains(Source.BASE)) {
            throw new IllegalArgumentException("another branch starts from base: mark a file @base");
        }
        return branches;
    }

    /** Where the other branches start. */
    private Source start() {
        return files.containsKey(Source.FORK) ? Source.FORK : Source.BASE;
    }

    /** What the project says of its migrations. */
    Configuration configuration() {
        return Optional.ofNullable(files.get(Source.WORKING_TREE))
                .flatMap(texts -> Optional.ofNullable(texts.get(ConfigurationFile.NAME)))
                .map(ParsedConfiguration::of)
                .orElse(Configuration.NONE);
    }

    /** The databases that there are where there is a version table. */
    List<DatabaseName> databases() {
        SequencedMap<DatabaseName, DatabaseSettings> named = configuration().databases();
        return named.isEmpty() ? List.of(DatabaseName.DEFAULT) : List.copyOf(named.sequencedKeySet());
    }

    /** Whether a database is named. */
    boolean isOfDatabases() {
        return !tables.isEmpty() || !schemas.isEmpty();
    }

    /** The files of each source. */
    Map<Source, InMemoryTree> trees() {
        Map<Source, InMemoryTree> trees = new EnumMap<>(Source.class);
        files.forEach((source, texts) -> trees.put(source, InMemoryTree.of(texts)));
        return trees;
    }
}
