package dev.migtrue.gather.git;

import dev.migtrue.gather.git.plumbing.GitRepository;
import dev.migtrue.gather.git.plumbing.ObjectFormat;
import dev.migtrue.gather.git.plumbing.PromisedObjects;
import dev.migtrue.model.Failure;
import dev.migtrue.model.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * What a repository stores its objects and references in, open for JGit: read by JGit itself wherever it can, which is decided by a look at the
 * configuration, else by git.
 */
final class Storage implements AutoCloseable {

    private final Places places;
    private final Settings settings;
    private final Repository repository;
    private final Engine engine;
    private final ObjectFormat format;
    private final Optional<PromisedObjects> promised;
    private final List<ReadByGit> readByGit;

    private Storage(
            Places places,
            Settings settings,
            Repository repository,
            Engine engine,
            ObjectFormat format,
            Optional<PromisedObjects> promised,
            List<ReadByGit> readByGit) {
        this.places = places;
        this.settings = settings;
        this.repository = repository;
        this.engine = engine;
        this.format = format;
        this.promised = promised;
        this.readByGit = List.copyOf(readByGit);
    }

    static Storage open(Places places, Settings settings, Environment environment, Engine preferred) {
        ObjectFormat format = format(places, settings);
        Engine engine = format == ObjectFormat.SHA1 ? preferred : Engine.GIT;
        return switch (engine) {
            case JGIT -> byJGit(places, settings, environment);
            case GIT -> byGit(places, settings, environment, format);
        };
    }

    private static ObjectFormat format(Places places, Settings settings) {
        String name = settings.text("extensions", "objectFormat").orElse("sha1");
        return ObjectFormat.named(name)
                .orElseThrow(() -> new Failure(
                        "the repository names its objects by " + name + ", which migtrue does not know: "
                                + places.git().folder(),
                        "see whether there is a newer migtrue"));
    }

    private static Storage byJGit(Places places, Settings settings, Environment environment) {
        Optional<PromisedObjects> promised = promised(places, settings, environment, ObjectFormat.SHA1);
        FileRepositoryBuilder builder = builder(places, environment);
        promised.ifPresent(
                left -> builder.addAlternateObjectDirectory(left.folder().toFile()));
        List<ReadByGit> readByGit = promised.stream()
                .map(left -> new ReadByGit("objects that are not here", "this clone is partial"))
                .toList();
        try {
            return new Storage(places, settings, builder.build(), Engine.JGIT, ObjectFormat.SHA1, promised, readByGit);
        } catch (IOException | IllegalArgumentException unreadable) {
            promised.ifPresent(PromisedObjects::close);
            throw failure(places, unreadable);
        }
    }

    private static Optional<PromisedObjects> promised(
            Places places, Settings settings, Environment environment, ObjectFormat format) {
        return settings.promisor()
                .map(remote -> PromisedObjects.of(
                        environment.directory(),
                        environment.variables(),
                        Stream.concat(Stream.of(places.objects()), places.alternates().stream())
                                .toList(),
                        remote,
                        format));
    }

    private static Storage byGit(Places places, Settings settings, Environment environment, ObjectFormat format) {
        String why = format == ObjectFormat.SHA1
                ? "the repository is left to git"
                : "the repository names its objects by SHA-256";
        try {
            Repository repository = new GitRepository(
                    builder(places, environment), environment.variables(), places.variables(), format, why);
            List<ReadByGit> readByGit = List.of(new ReadByGit("objects and references", why));
            // JGit knows no whole names to fetch by; what is missing is only told.
            Optional<PromisedObjects> promised = promised(places, settings, environment, ObjectFormat.SHA256);
            return new Storage(places, settings, repository, Engine.GIT, format, promised, readByGit);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw failure(places, unreadable);
        }
    }

    private static FileRepositoryBuilder builder(Places places, Environment environment) {
        FileRepositoryBuilder builder = new FileRepositoryBuilder()
                .setFS(environment.fileSystem())
                .setGitDir(places.git().folder().toFile())
                .setGitCommonDir(places.git().common().toFile())
                .setObjectDirectory(places.objects().toFile());
        places.alternates().forEach(folder -> builder.addAlternateObjectDirectory(folder.toFile()));
        places.workTree()
                .ifPresentOrElse(
                        top -> builder.setWorkTree(top.toFile())
                                .setIndexFile(places.index().toFile()),
                        builder::setBare);
        return builder;
    }

    private static Failure failure(Places places, Exception unreadable) {
        return new Failure(
                "the repository cannot be read: " + places.git().folder() + ": " + unreadable.getMessage(),
                "see what 'git status' makes of it",
                unreadable);
    }

    Repository repository() {
        return repository;
    }

    Engine engine() {
        return engine;
    }

    ObjectStore objects() {
        return new ObjectStore(repository.newObjectReader(), format, promised);
    }

    /** What kind of repository this is. */
    Profile profile(Optional<Index> index) {
        List<ReadByGit> byGit = new ArrayList<>(readByGit);
        index.flatMap(Index::whyByGit).ifPresent(why -> byGit.add(new ReadByGit("index", why)));
        return new Profile(Optional.of(places.git().folder()), traits(), byGit);
    }

    private List<String> traits() {
        SequencedMap<String, Boolean> possible = new LinkedHashMap<>();
        possible.put("bare", places.workTree().isEmpty());
        possible.put(
                "linked work tree", !places.git().common().equals(places.git().folder()));
        possible.put("objects named by SHA-256", format == ObjectFormat.SHA256);
        possible.put(
                "references in a reftable",
                settings.text("extensions", "refStorage").isPresent());
        possible.put("shallow", Files.exists(places.git().common().resolve("shallow")));
        possible.put("partial clone", settings.promisor().isPresent());
        possible.put("sparse checkout", settings.isOn("core", "sparseCheckout"));
        return possible.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A revision with the whole id of its commit, of which JGit may know a part only. */
    Revision whole(Revision revision) {
        if (engine == Engine.JGIT || !(repository instanceof GitRepository asked)) {
            return revision;
        }
        try {
            return asked.fullName(ObjectId.fromString(revision.commit()))
                    .map(commit -> new Revision(revision.name(), commit))
                    .orElse(revision);
        } catch (IOException broken) {
            throw new Failure(
                    "git object " + revision.commit() + " cannot be read: " + broken.getMessage(),
                    "ask 'git fsck' what is broken",
                    broken);
        }
    }

    @Override
    public void close() {
        repository.close();
        promised.ifPresent(PromisedObjects::close);
    }
}
