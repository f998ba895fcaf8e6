package dev.migtrue.gather.git;

import dev.migtrue.model.RepoPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The files of one index or commit, sorted by path. Found by halving: a map would cost more to build than it saves. */
final class Listing {

    static final Listing EMPTY = new Listing(List.of());

    private final List<GitFile> files;

    /** In any order; they mostly come sorted, which makes sorting them cheap. */
    Listing(Collection<GitFile> files) {
        List<GitFile> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(GitFile::path));
        this.files = List.copyOf(sorted);
    }

    List<GitFile> files() {
        return files;
    }

    Optional<GitFile> find(RepoPath path) {
        int at = firstNotBefore(path.value());
        return at < files.size() && files.get(at).path().equals(path) ? Optional.of(files.get(at)) : Optional.empty();
    }

    /**
     * The files below a folder. They follow each other: all that begins with {@code a/} sorts between {@code a/} and
     * {@code a0}.
     */
    List<GitFile> under(RepoPath folder) {
        if (folder.equals(RepoPath.TOP)) {
            return files;
        }
        int from = firstNotBefore(folder.value() + "/");
        int to = firstNotBefore(folder.value() + (char) ('/' + 1));
        return files.subList(from, to);
    }

    private int firstNotBefore(String path) {
        int low = 0;
        int high = files.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (files.get(middle).path().value().compareTo(path) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
