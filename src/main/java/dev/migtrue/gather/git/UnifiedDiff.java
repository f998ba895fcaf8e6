package dev.migtrue.gather.git;

import dev.migtrue.model.RepoPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** What differs between two states of a file, in the form that {@code git apply} and {@code patch} take. */
public final class UnifiedDiff {

    private UnifiedDiff() {}

    /** The difference with three lines around each change; empty where there is none. */
    public static String of(RepoPath path, String before, String after) {
        RawText old = new RawText(before.getBytes(StandardCharsets.UTF_8));
        RawText changed = new RawText(after.getBytes(StandardCharsets.UTF_8));
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, old, changed);
        if (edits.isEmpty()) {
            return "";
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(text)) {
            formatter.format(edits, old, changed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return "--- a/" + path + "\n+++ b/" + path + "\n" + text.toString(StandardCharsets.UTF_8);
    }
}
