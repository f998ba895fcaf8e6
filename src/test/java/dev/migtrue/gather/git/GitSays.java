package dev.migtrue.gather.git;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the real {@code git} says of the files of each place: names and blob ids. */
final class GitSays {

    private static final Pattern IN_TREE =
            Pattern.compile("\\d+ (?<type>blob|commit) (?<id>\\S+)\t(?<path>.*)", Pattern.DOTALL);
    private static final Pattern IN_INDEX =
            Pattern.compile("(?<mode>\\d+) (?<id>\\S+) (?<stage>\\d)\t(?<path>.*)", Pattern.DOTALL);
    private static final Pattern DEBUGGED =
            Pattern.compile("(?<path>[^\0]+)\0  ctime: .*?flags: (?<flags>[0-9a-f]+)\n", Pattern.DOTALL);
    private static final long INTENT_TO_ADD = 1L << 29;
    private static final String SUBMODULE = "160000";

    private final TestRepository git;
    private final List<String> status;

    GitSays(TestRepository git) {
        this.git = git;
        this.status = fields(git.git(
                "status",
                "--porcelain=v2",
                "-z",
                "--ignored",
                "--untracked-files=all",
                "--no-renames",
                "--ignore-submodules=none"));
    }

    SortedMap<RepoPath, ContentId> head() {
        SortedMap<RepoPath, ContentId> files = new TreeMap<>();
        if (git.execute("", "rev-parse", "--verify", "HEAD").exitCode() == 0) {
            for (String line : fields(git.git("ls-tree", "-r", "-z", "HEAD"))) {
                Matcher entry = match(IN_TREE, line);
                if (entry.group("type").equals("blob")) {
                    files.put(new RepoPath(entry.group("path")), new ContentId(entry.group("id")));
                }
            }
        }
        return files;
    }

    /** Of conflicts our side, else theirs. */
    SortedMap<RepoPath, ContentId> index() {
        Set<RepoPath> intended = intended();
        SortedMap<RepoPath, ContentId> files = new TreeMap<>();
        for (String line : fields(git.git("ls-files", "--stage", "-z"))) {
            Matcher entry = match(IN_INDEX, line);
            RepoPath path = new RepoPath(entry.group("path"));
            boolean isAncestor = entry.group("stage").equals("1");
            if (!isAncestor && !entry.group("mode").equals(SUBMODULE) && !intended.contains(path)) {
                files.putIfAbsent(path, new ContentId(entry.group("id")));
            }
        }
        return files;
    }

    /** Every file on disk that is not another repository's, ignored ones included. */
    SortedSet<RepoPath> disk() {
        SortedSet<RepoPath> files = tracked();
        files.addAll(with("?"));
        files.addAll(with("!"));
        return files;
    }

    /** The files that may not be missing from an overview. */
    SortedSet<RepoPath> trackedOrUntracked() {
        SortedSet<RepoPath> files = tracked();
        files.addAll(with("?"));
        return files;
    }

    /** What the index would hold of files if those on disk were added now, tried on a copy of it. */
    SortedMap<RepoPath, ContentId> added(Set<RepoPath> files) {
        TestRepository copy = git.with("GIT_INDEX_FILE", copyOfIndex());
        copy.gitFed(lines(unwatched()), "update-index", "-z", "--no-skip-worktree", "--stdin");
        copy.gitFed(lines(unwatched()), "update-index", "-z", "--no-assume-unchanged", "--stdin");
        Set<RepoPath> present = new TreeSet<>(files);
        present.removeIf(path -> !Files.exists(git.path(path.value()), LinkOption.NOFOLLOW_LINKS));
        copy.gitFed(lines(present), "update-index", "-z", "--add", "--replace", "--stdin");
        SortedMap<RepoPath, ContentId> added = index();
        added.keySet().retainAll(unwatched());
        added.putAll(new GitSays(copy).index());
        added.keySet().retainAll(files);
        return added;
    }

    private String copyOfIndex() {
        try {
            Path copy = git.path(".git/copied-index");
            Files.deleteIfExists(copy);
            if (Files.exists(git.path(".git/index"))) {
                // With its time, by which git tells which entries to trust.
                Files.copy(git.path(".git/index"), copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
            return copy.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String lines(Set<RepoPath> paths) {
        return String.join("", paths.stream().map(path -> path.value() + "\0").toList());
    }

    /** The tracked files whose content, not only whose mode, differs between disk and index. */
    SortedSet<RepoPath> modified() {
        SortedSet<RepoPath> modified = new TreeSet<>();
        for (String line : status) {
            String[] fields = line.split(" ", 9);
            if (line.startsWith("1 ") && fields[1].endsWith("M") && fields[4].equals(fields[5])) {
                modified.add(new RepoPath(fields[8]));
            }
        }
        return modified;
    }

    /** The tracked files that are not on disk as they are in the index, whatever the difference. */
    SortedSet<RepoPath> changed() {
        SortedSet<RepoPath> changed = new TreeSet<>();
        for (String line : status) {
            if (line.startsWith("1 ") && line.charAt(3) != '.') {
                changed.add(new RepoPath(line.split(" ", 9)[8]));
            }
            if (line.startsWith("u ")) {
                changed.add(new RepoPath(line.split(" ", 11)[10]));
            }
        }
        return changed;
    }

    /** The tracked files for which the user told git not to look at the disk. */
    Set<RepoPath> unwatched() {
        Set<RepoPath> unwatched = new HashSet<>();
        for (String line : fields(git.git("ls-files", "-v", "-z"))) {
            char tag = line.charAt(0);
            if (tag == 'S' || Character.isLowerCase(tag)) {
                unwatched.add(new RepoPath(line.substring(2)));
            }
        }
        return unwatched;
    }

    private Set<RepoPath> intended() {
        Set<RepoPath> intended = new HashSet<>();
        Matcher entries = DEBUGGED.matcher(git.git("ls-files", "--debug", "-z"));
        while (entries.find()) {
            if ((Long.parseLong(entries.group("flags"), 16) & INTENT_TO_ADD) != 0) {
                intended.add(new RepoPath(entries.group("path")));
            }
        }
        return intended;
    }

    private SortedSet<RepoPath> tracked() {
        Set<RepoPath> unwatched = unwatched();
        Set<RepoPath> deleted = deleted();
        SortedSet<RepoPath> tracked = new TreeSet<>();
        for (String line : fields(git.git("ls-files", "--stage", "-z"))) {
            Matcher entry = match(IN_INDEX, line);
            RepoPath path = new RepoPath(entry.group("path"));
            boolean isThere = unwatched.contains(path) ? isPresent(path) : !deleted.contains(path);
            if (isThere && !entry.group("mode").equals(SUBMODULE)) {
                tracked.add(path);
            }
        }
        return tracked;
    }

    /** A file marked skip-worktree is present by definition; one assumed unchanged is where it is. */
    private boolean isPresent(RepoPath path) {
        boolean isSkipped = git.git("ls-files", "-t", "--", path.value()).startsWith("S");
        return (isSkipped && !Files.exists(git.path(path.value())))
                || isPlain(path)
                || Files.isSymbolicLink(git.path(path.value()));
    }

    private Set<RepoPath> deleted() {
        Set<RepoPath> deleted = new HashSet<>();
        for (String line : status) {
            String[] fields = line.split(" ", 11);
            if (line.startsWith("1 ") && fields[1].endsWith("D")) {
                deleted.add(new RepoPath(line.split(" ", 9)[8]));
            }
            if (line.startsWith("u ") && fields[6].equals("000000")) {
                deleted.add(new RepoPath(fields[10]));
            }
        }
        return deleted;
    }

    private Set<RepoPath> with(String state) {
        Set<RepoPath> paths = new HashSet<>();
        for (String line : status) {
            // Another repository is a folder.
            if (line.startsWith(state + " ") && !line.endsWith("/")) {
                paths.add(new RepoPath(line.substring(2)));
            }
        }
        return paths;
    }

    private boolean isPlain(RepoPath path) {
        return Files.isRegularFile(git.path(path.value()), LinkOption.NOFOLLOW_LINKS);
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
