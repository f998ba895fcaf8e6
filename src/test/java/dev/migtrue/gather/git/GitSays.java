package dev.migtrue.gather.git;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.RepoPath;
import dev.migtrue.testing.Shell;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the real {@code git} says of the files of each place: names and blob ids. Asked once, at the start. */
final class GitSays {

    private static final String NEXT = "\0-- next --\0";
    private static final String QUESTIONS = String.join(
            "\nprintf '" + NEXT.replace("\0", "\\0") + "'\n",
            "git status --porcelain=v2 -z --ignored --untracked-files=all --no-renames --ignore-submodules=none",
            "git ls-tree -r -z HEAD",
            IndexLine.QUESTION);
    private static final Pattern IN_TREE =
            Pattern.compile("\\d+ (?<type>blob|commit) (?<id>\\S+)\t(?<path>.*)", Pattern.DOTALL);

    private final TestRepository git;
    private final Shell shell;
    private final List<Changed> status = new ArrayList<>();
    private final Set<RepoPath> untracked;
    private final Set<RepoPath> ignored;
    private final List<String> tree;
    private final List<IndexLine> index;
    private final Set<RepoPath> unwatched;

    /** A line of the status about a tracked file; the letters are those of the working tree's side. */
    private record Changed(RepoPath path, String letter, boolean isConflict, boolean isGone, boolean isOfContent) {}

    GitSays(TestRepository git, Shell shell) {
        this.git = git;
        this.shell = shell;
        String[] answers = shell.run(QUESTIONS).split(Pattern.quote(NEXT), -1);
        List<String> lines = fields(answers[0]);
        lines.forEach(this::readStatus);
        this.untracked = with("?", lines);
        this.ignored = with("!", lines);
        this.tree = fields(answers[1]);
        this.index = IndexLine.read(answers[2]);
        this.unwatched = new TreeSet<>(index.stream()
                .filter(IndexLine::isUnwatched)
                .map(IndexLine::path)
                .toList());
    }

    private void readStatus(String line) {
        if (line.startsWith("1 ")) {
            String[] fields = line.split(" ", 9);
            String letter = fields[1].substring(1);
            String mode = fields[4];
            boolean isOfContent = letter.equals("M") && mode.equals(fields[5]) && !mode.equals(IndexLine.SUBMODULE);
            status.add(new Changed(new RepoPath(fields[8]), letter, false, letter.equals("D"), isOfContent));
        }
        if (line.startsWith("u ")) {
            String[] fields = line.split(" ", 11);
            status.add(new Changed(new RepoPath(fields[10]), "U", true, fields[6].equals("000000"), false));
        }
    }

    SortedMap<RepoPath, ContentId> head() {
        SortedMap<RepoPath, ContentId> files = new TreeMap<>();
        for (String line : tree) {
            Matcher entry = match(IN_TREE, line);
            if (entry.group("type").equals("blob")) {
                files.put(new RepoPath(entry.group("path")), new ContentId(entry.group("id")));
            }
        }
        return files;
    }

    SortedMap<RepoPath, ContentId> index() {
        return IndexLine.committed(index);
    }

    /** Every file on disk that is not another repository's, ignored ones included. */
    SortedSet<RepoPath> disk() {
        SortedSet<RepoPath> files = trackedOrUntracked();
        files.addAll(ignored);
        return files;
    }

    /** The files that may not be missing from an overview. */
    SortedSet<RepoPath> trackedOrUntracked() {
        SortedSet<RepoPath> files = tracked();
        files.addAll(untracked);
        return files;
    }

    Set<RepoPath> ignored() {
        return ignored;
    }

    /** The rules that hide ignored files; of a file in the place of a tracked folder git does not tell any. */
    SortedMap<RepoPath, IgnoreRule> hiding() {
        SortedMap<RepoPath, IgnoreRule> rules = new TreeMap<>();
        List<String> words = List.of(
                shell.run(fed("check-ignore --verbose -z --stdin", ignored)).split("\0", -1));
        for (int at = 0; at + 3 < words.size(); at += 4) {
            rules.put(
                    new RepoPath(words.get(at + 3)),
                    new IgnoreRule(words.get(at), Integer.parseInt(words.get(at + 1)), words.get(at + 2)));
        }
        return rules;
    }

    /** What the index would hold of files if those on disk were added now, tried on a copy of it. */
    SortedMap<RepoPath, ContentId> added(Set<RepoPath> files) {
        Set<RepoPath> present = new TreeSet<>(files);
        present.removeIf(path -> !exists(path));
        // With its time, by which git tells which entries to trust.
        String answer = shell.run("""
                if [ -f .git/index ]; then cp -p .git/index .git/copied-index; else rm -f .git/copied-index; fi
                export GIT_INDEX_FILE=.git/copied-index
                %s
                %s
                %s
                %s
                unset GIT_INDEX_FILE
                """.formatted(
                        fed("update-index -z --no-skip-worktree --stdin", unwatched),
                        fed("update-index -z --no-assume-unchanged --stdin", unwatched),
                        fed("update-index -z --add --replace --stdin", present),
                        IndexLine.QUESTION));
        SortedMap<RepoPath, ContentId> added = index();
        added.keySet().retainAll(unwatched);
        added.putAll(IndexLine.committed(IndexLine.read(answer)));
        added.keySet().retainAll(files);
        return added;
    }

    /** The tracked files whose content, not only whose mode, differs between disk and index. */
    SortedSet<RepoPath> modified() {
        return paths(status.stream().filter(Changed::isOfContent));
    }

    /** The tracked files that are not on disk as they are in the index, whatever the difference. */
    SortedSet<RepoPath> changed() {
        return paths(status.stream().filter(line -> !line.letter().equals(".")));
    }

    /** The tracked files for which the user told git not to look at the disk. */
    Set<RepoPath> unwatched() {
        return unwatched;
    }

    private SortedSet<RepoPath> tracked() {
        Set<RepoPath> deleted = paths(status.stream().filter(Changed::isGone));
        SortedSet<RepoPath> tracked = new TreeSet<>();
        for (IndexLine line : index) {
            RepoPath path = line.path();
            // Behind a link that leads to itself git says nothing of a file.
            boolean isThere = line.isUnwatched() ? isPresent(line) : !deleted.contains(path) && exists(path);
            if (isThere && !line.isSubmodule()) {
                tracked.add(path);
            }
        }
        return tracked;
    }

    private boolean isPresent(IndexLine line) {
        Path place = git.path(line.path().value());
        return (line.isLeftOut() && !Files.exists(place))
                || Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                || Files.isSymbolicLink(place);
    }

    private boolean exists(RepoPath path) {
        return Files.exists(git.path(path.value()), LinkOption.NOFOLLOW_LINKS);
    }

    /** A command of git's that reads paths; none at all when there are none. */
    private String fed(String command, Collection<RepoPath> paths) {
        if (paths.isEmpty()) {
            return ":";
        }
        String text =
                String.join("", paths.stream().map(path -> path.value() + "\0").toList());
        try {
            Files.writeString(git.path(".git/paths-of-" + command.hashCode()), text);
            return "git %s <.git/paths-of-%d".formatted(command, command.hashCode());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static SortedSet<RepoPath> paths(Stream<Changed> lines) {
        return new TreeSet<>(lines.map(Changed::path).toList());
    }

    private static Set<RepoPath> with(String state, List<String> lines) {
        Set<RepoPath> paths = new TreeSet<>();
        for (String line : lines) {
            // Another repository is a folder.
            if (line.startsWith(state + " ") && !line.endsWith("/")) {
                paths.add(new RepoPath(line.substring(2)));
            }
        }
        return paths;
    }

    private static List<String> fields(String output) {
        return Stream.of(output.split("\0", -1))
                .filter(field -> !field.isEmpty())
                .toList();
    }

    private static Matcher match(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new AssertionError("git printed: " + line);
        }
        return matcher;
    }
}
