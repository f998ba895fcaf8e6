package dev.migtrue.system.keyed;

import dev.migtrue.model.FileText;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** A tool that keys migrations by their file names, as a row like those of {@link KeyedTools} describes it. */
public final class KeyedSystem implements MigrationSystem {

    private final KeyedTool tool;
    private final Marked marked;
    private final SequencedMap<Signs.Rival, Function<FileText, Boolean>> rivals = new LinkedHashMap<>();

    KeyedSystem(KeyedTool tool) {
        this.tool = tool;
        this.marked = new Marked(tool.signs().mark());
        tool.signs().rivals().forEach(rival -> rivals.put(rival, text -> mentions(text, rival.word())));
    }

    @Override
    public String name() {
        return tool.name();
    }

    @Override
    public List<Layout> detect(Tree tree) {
        TreeSet<RepoPath> folders = new TreeSet<>();
        candidates(tree).forEach((folder, files) -> {
            if (!tool.signs().grouping().isOutside(folder)
                    && files.stream().anyMatch(file -> marked.bears(file, tree))
                    && !isRivals(folder, tree)) {
                folders.add(folder);
            }
        });
        return tool.signs().grouping().groups(folders, tree).stream()
                .<Layout>map(group -> new KeyedLayout(
                        tool,
                        marked,
                        new Project(tool.name(), group.root(), group.folders(), tool.databaseAhead())
                                .recognisedBy(tool.signs().words())))
                .toList();
    }

    @Override
    public Set<String> telling(Tree tree) {
        Set<String> telling = new TreeSet<>(tool.signs().grouping().telling(tool.files()));
        // Not that detection went by them; but what they name is judged with the migrations.
        tool.dumps().forEach(dump -> telling.add("*" + dump.path()));
        return telling;
    }

    /** The files that are named as migrations of this tool, by folder. */
    private SequencedMap<RepoPath, List<RepoPath>> candidates(Tree tree) {
        SequencedMap<RepoPath, List<RepoPath>> candidates = new TreeMap<>();
        for (RepoPath file : tool.signs().grouping().files(tree)) {
            if (tool.files().parse(file).isPresent()) {
                candidates
                        .computeIfAbsent(tool.files().home(file), folder -> new ArrayList<>())
                        .add(file);
            }
        }
        return candidates;
    }

    private boolean isRivals(RepoPath folder, Tree tree) {
        Optional<RepoPath> above = Optional.of(folder);
        while (above.isPresent()) {
            RepoPath here = above.get();
            if (rivals.entrySet().stream()
                    .anyMatch(entry -> tree.derive(here.child(entry.getKey().fileName()), entry.getValue())
                            .orElse(false))) {
                return true;
            }
            above = here.parent();
        }
        return false;
    }

    private static boolean mentions(FileText file, String word) {
        return file instanceof FileText.Decoded decoded && decoded.text().contains(word);
    }
}
