package dev.migtrue.judge.rule;

import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Revision;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whose the files of a history are: all of this side's, or, in the result of a merge, some of base's alone.
 *
 * @param base absent where nothing is merged
 * @param theirs the files that only base has
 */
record Side(Optional<Revision> base, Set<RepoPath> theirs) {

    /** The side on which everything is here. */
    static final Side HERE = new Side(Optional.empty(), Set.of());

    Side {
        theirs = Set.copyOf(theirs);
    }

    boolean isTheirs(RepoPath path) {
        return theirs.contains(path);
    }

    boolean isTheirs(Migration migration) {
        return isTheirs(migration.at().path());
    }

    /** These in their order, but first those that only base has: a finding is best placed at the last, in a file that its reader can change. */
    List<Migration> oursLast(Collection<Migration> migrations) {
        return Stream.concat(
                        migrations.stream().filter(this::isTheirs),
                        migrations.stream().filter(migration -> !isTheirs(migration)))
                .toList();
    }

    /** The words after something that only base has: {@code , on origin/main}; none for what is here. */
    String words(Location at) {
        return at instanceof Location.InFile file && isTheirs(file.at().path())
                ? base.map(revision -> ", on " + revision.name()).orElse("")
                : "";
    }
}
