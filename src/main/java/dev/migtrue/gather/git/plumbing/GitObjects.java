package dev.migtrue.gather.git.plumbing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** The objects of a repository as git hands them out; in front of them, JGit walks through history as through any other. */
final class GitObjects extends ObjectDatabase {

    private final GitProgram git;
    private final CatFile catFile;
    private final Path shallow;

    /** @param shallow the file that lists the commits whose parents were not fetched */
    GitObjects(GitProgram git, CatFile catFile, Path shallow) {
        this.git = git;
        this.catFile = catFile;
        this.shallow = shallow;
    }

    @Override
    public ObjectReader newReader() {
        return new Reader();
    }

    @Override
    public ObjectInserter newInserter() {
        throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    public Set<ObjectId> getShallowCommits() throws IOException {
        Set<ObjectId> commits = new HashSet<>();
        if (Files.exists(shallow)) {
            Files.readAllLines(shallow).forEach(digits -> commits.add(ObjectFormat.id(digits)));
        }
        return commits;
    }

    @Override
    public void setShallowCommits(Set<ObjectId> commits) {
        throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    public long getApproximateObjectCount() {
        return -1;
    }

    @Override
    public void close() {
        catFile.close();
    }

    private final class Reader extends ObjectReader {

        @Override
        public ObjectReader newReader() {
            return new Reader();
        }

        @Override
        public Collection<ObjectId> resolve(AbbreviatedObjectId id) {
            return git.output("rev-parse", "--disambiguate=" + id.name())
                    .lines()
                    .map(ObjectFormat::id)
                    .toList();
        }

        @Override
        public ObjectLoader open(AnyObjectId id, int type) throws IOException {
            Optional<CatFile.Found> found = catFile.find(id.toObjectId());
            if (found.isEmpty()) {
                throw type == OBJ_ANY
                        ? new MissingObjectException(id.toObjectId(), "object")
                        : new MissingObjectException(id.toObjectId(), type);
            }
            ObjectLoader loader = found.get().loader();
            if (type != OBJ_ANY && type != loader.getType()) {
                throw new IncorrectObjectTypeException(id.toObjectId(), type);
            }
            return loader;
        }

        @Override
        public Set<ObjectId> getShallowCommits() throws IOException {
            return GitObjects.this.getShallowCommits();
        }

        @Override
        public void close() {
            // What it reads from belongs to all readers.
        }
    }
}
