package dev.migtrue.gather.git;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.RepoPath;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the index, as git prints it.
 *
 * @param tag the letter of {@code ls-files -v}
 */
record IndexLine(char tag, String mode, ContentId content, int stage, RepoPath path, boolean isIntended) {

    /** What prints the lines that are read here. */
    static final String QUESTION = "git ls-files --stage -v -z --debug";

    /** The mode of another repository's place. */
    static final String SUBMODULE = "160000";

    private static final Pattern LINE =
            Pattern.compile("(?<tag>\\S) (?<mode>\\d+) (?<id>\\S+) (?<stage>\\d)\t(?<path>[^\0]+)\0"
                    + "  ctime: .*\n  mtime: .*\n  dev: .*\n  uid: .*\n  size: .*flags: (?<flags>[0-9a-f]+)\n");
    private static final long INTENT_TO_ADD = 1L << 29;

    static List<IndexLine> read(String printed) {
        List<IndexLine> lines = new ArrayList<>();
        Matcher line = LINE.matcher(printed);
        int end = 0;
        while (line.find()) {
            lines.add(new IndexLine(
                    line.group("tag").charAt(0),
                    line.group("mode"),
                    new ContentId(line.group("id")),
                    Integer.parseInt(line.group("stage")),
                    new RepoPath(line.group("path")),
                    (Long.parseLong(line.group("flags"), 16) & INTENT_TO_ADD) != 0));
            end = line.end();
        }
        if (end < printed.length()) {
            throw new AssertionError("git printed: " + printed.substring(end));
        }
        return List.copyOf(lines);
    }

    /** The files that git would commit; of conflicts our side, else theirs. */
    static SortedMap<RepoPath, ContentId> committed(List<IndexLine> lines) {
        SortedMap<RepoPath, ContentId> files = new TreeMap<>();
        for (IndexLine line : lines) {
            if (line.stage() != 1 && !line.isSubmodule() && !line.isIntended()) {
                files.putIfAbsent(line.path(), line.content());
            }
        }
        return files;
    }

    boolean isSubmodule() {
        return mode.equals(SUBMODULE);
    }

    /** Whether it is present by definition where it is not on disk: once it has a content that could be left out. */
    boolean isLeftOut() {
        return Character.toUpperCase(tag) == 'S' && !isIntended;
    }

    /** Whether the user told git not to look at the disk. */
    boolean isUnwatched() {
        return tag == 'S' || Character.isLowerCase(tag);
    }
}
