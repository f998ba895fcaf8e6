package dev.migtrue.cli.fix;

import dev.migtrue.gather.git.UnifiedDiff;
import dev.migtrue.judge.Report;
import dev.migtrue.model.Fix;
import dev.migtrue.model.RepoPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/** The fixes that a report has for files on disk, those that were asked for. */
public final class Fixes {

    private final List<FixableFile> files;

    private Fixes(List<FixableFile> files) {
        this.files = files;
    }

    /**
     * Those of a report.
     *
     * @param top the folder that paths in the report are relative to
     * @param wanted how sure they have to be
     */
    public static Fixes of(Report report, Path top, Set<Fix.Safety> wanted) {
        SequencedMap<RepoPath, List<Fix.Edits>> byFile = new TreeMap<>();
        report.items().stream()
                .flatMap(item -> item.finding().edits().stream())
                .filter(edits -> wanted.contains(edits.safety()))
                .filter(edits -> top.resolve(edits.path().value()).normalize().startsWith(top.normalize()))
                .forEach(edits -> byFile.computeIfAbsent(edits.path(), path -> new ArrayList<>())
                        .add(edits));
        List<FixableFile> files = new ArrayList<>();
        byFile.forEach((path, edits) -> files.add(new FixableFile(path, top.resolve(path.value()), edits)));
        return new Fixes(files);
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** What would become of the files, as {@code diff -u} tells it. */
    public String diff() {
        StringBuilder text = new StringBuilder();
        for (FixableFile file : files) {
            String before = file.text();
            text.append(UnifiedDiff.of(file.path(), before, file.edited(before).text()));
        }
        return text.toString();
    }

    /** Writes the files; says how many fixes were made. */
    public int make() {
        int made = 0;
        for (FixableFile file : files) {
            EditedText edited = file.edited(file.text());
            file.write(edited.text());
            made += edited.made();
        }
        return made;
    }
}
