package dev.migtrue.gather.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The commits that git's folders of all work trees mention beside the references, those of work trees whose disk is gone included: in the log
 * of each HEAD, and in what fetches, resets, merges and rebases leave behind. Some may have been cleared away since.
 */
final class Mentions {

    /** Files whose lines begin with the id of a commit; those that begin otherwise are passed over. */
    private static final List<String> NOTES = List.of(
            "HEAD",
            "ORIG_HEAD",
            "FETCH_HEAD",
            "MERGE_HEAD",
            "CHERRY_PICK_HEAD",
            "REVERT_HEAD",
            "REBASE_HEAD",
            "MERGE_AUTOSTASH",
            "rebase-merge/orig-head",
            "rebase-merge/autostash",
            "rebase-apply/orig-head",
            "rebase-apply/autostash");

    private static final String LOG = "logs/HEAD";

    private final SequencedSet<ObjectId> commits = new LinkedHashSet<>();

    private Mentions() {}

    static SequencedSet<ObjectId> in(GitFolder git) throws IOException {
        Mentions mentions = new Mentions();
        for (Path folder : folders(git)) {
            for (String note : NOTES) {
                for (String line : lines(folder.resolve(note))) {
                    mentions.add(line, 0);
                }
            }
            for (String line : lines(folder.resolve(LOG))) {
                mentions.add(line, 0);
                mentions.add(line, line.indexOf(' ') + 1);
            }
        }
        mentions.commits.remove(ObjectId.zeroId());
        return mentions.commits;
    }

    private static SequencedSet<Path> folders(GitFolder git) throws IOException {
        SequencedSet<Path> folders = new LinkedHashSet<>(List.of(git.folder(), git.common()));
        List<Path> linked = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(git.common().resolve("worktrees"))) {
            found.forEach(linked::add);
        } catch (NoSuchFileException | NotDirectoryException none) {
            return folders;
        }
        linked.sort(null);
        folders.addAll(linked);
        return folders;
    }

    private void add(String line, int from) {
        int to = from + Constants.OBJECT_ID_STRING_LENGTH;
        if (line.length() >= to && ObjectId.isId(line.substring(from, to))) {
            commits.add(ObjectId.fromString(line.substring(from, to)));
        }
    }

    /** Names of people in a log may be in any encoding. */
    private static List<String> lines(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
    }
}
