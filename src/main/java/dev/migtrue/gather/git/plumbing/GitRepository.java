package dev.migtrue.gather.git.plumbing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.attributes.AttributesNodeProvider;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.BaseRepositoryBuilder;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;

/**
 * A repository for JGit in which git reads the objects and the references. Ids in it are as long as JGit's, whatever they are in git: {@link #fullName}
 * gives the whole.
 */
public final class GitRepository extends Repository {

    private final CatFile catFile;
    private final GitObjects objects;
    private final GitReferences references;
    private final FileBasedConfig config;

    /**
     * @param options where its parts are
     * @param place the variables that say so to git
     * @param why why git is needed, as the beginning of a sentence
     */
    public GitRepository(
            BaseRepositoryBuilder<?, ?> options,
            Map<String, String> environment,
            Map<String, String> place,
            ObjectFormat format,
            String why)
            throws IOException {
        super(options);
        Path own = getDirectory().toPath();
        Path common = getCommonDirectory().toPath();
        GitProgram git = new GitProgram(own, environment, place, why);
        this.catFile = new CatFile(git, format);
        this.objects = new GitObjects(git, catFile, common.resolve("shallow"));
        this.references = new GitReferences(git, own, common);
        this.config = new FileBasedConfig(common.resolve("config").toFile(), getFS());
        try {
            config.load();
        } catch (ConfigInvalidException invalid) {
            throw new IOException(invalid.getMessage(), invalid);
        }
    }

    /** All digits of an object's name; absent when there is no such object. */
    public Optional<String> fullName(ObjectId id) throws IOException {
        return catFile.find(id).map(CatFile.Found::name);
    }

    @Override
    public ObjectDatabase getObjectDatabase() {
        return objects;
    }

    @Override
    public RefDatabase getRefDatabase() {
        return references;
    }

    @Override
    public StoredConfig getConfig() {
        return config;
    }

    @Override
    public String getIdentifier() {
        return getDirectory().getPath();
    }

    @Override
    public AttributesNodeProvider createAttributesNodeProvider() {
        throw new UnsupportedOperationException("attributes are read elsewhere");
    }

    @Override
    public void create(boolean bare) {
        throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    public void scanForRepoChanges() {
        // It is read once.
    }

    @Override
    public void notifyIndexChanged(boolean internal) {
        // Nobody listens.
    }
}
