package dev.migtrue.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * The files of one {@link Source}, whoever keeps them: a disk, an index, a commit, a map in a test. Reading may do I/O behind this
 * port; the answers never change during a run.
 */
public interface Tree {

    /**
     * Files among which a migration system may be recognised, sorted by path: all that is tracked, and in the working tree also what is
     * untracked. Folders that git ignores as a whole may be left out.
     */
    SequencedCollection<RepoPath> files();

    /** Every file below {@code folder}, sorted by path; in the working tree ignored files too. Empty when there is no such folder. */
    SequencedCollection<RepoPath> filesUnder(RepoPath folder);

    /** The content id of a file; absent when there is no such file. One that is there but cannot be read has git's null id, all zeros. */
    Optional<ContentId> contentId(RepoPath path);

    /** The text of a file; absent when there is no such file. */
    Optional<FileText> text(RepoPath path);

    /**
     * What {@code reading} makes of a file's text; absent when there is no such file. {@code reading} must be a pure function kept in a
     * constant: trees of one repository may answer from memory where the same function has already seen the same content. Contents that git
     * holds for the same are the same here, be their line ends {@code \r\n} or {@code \n}; a reading to which these matter asks for {@link #text}.
     */
    default <T> Optional<T> derive(RepoPath path, Function<FileText, T> reading) {
        return text(path).map(reading);
    }

    /**
     * As {@link #derive}, for many files at once, in their order; files that are not there are left out. Trees may read several at a
     * time.
     */
    default <T> SequencedMap<RepoPath, T> deriveAll(Collection<RepoPath> paths, Function<FileText, T> reading) {
        SequencedMap<RepoPath, T> derived = new LinkedHashMap<>();
        paths.forEach(path -> derive(path, reading).ifPresent(value -> derived.put(path, value)));
        return derived;
    }
}
