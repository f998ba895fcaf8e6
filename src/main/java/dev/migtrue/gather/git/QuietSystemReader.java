package dev.migtrue.gather.git;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.internal.util.CleanupService;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What JGit learns of the machine it runs on: nothing. Left to itself it starts {@code git} to ask for configuration,
 * writes into the user's home folder, and spends three seconds creating files to measure the resolution of time stamps.
 * The user's configuration is read by {@link Settings}.
 */
final class QuietSystemReader extends SystemReader.Delegate {

    private QuietSystemReader(SystemReader loud) {
        super(loud);
    }

    /**
     * Must come before anything else of JGit. JGit keeps its reader in a static field and asks it from everywhere, so
     * there is no other way in; ours has no state and is the same for every repository.
     */
    static void install() {
        SystemReader present = SystemReader.getInstance();
        if (!(present instanceof QuietSystemReader)) {
            SystemReader.setInstance(new QuietSystemReader(present));
            leaveNothingToCleanUp();
        }
    }

    /**
     * Tells JGit that somebody else calls it at the end of the process, as in an OSGi container. What it would clean up are files that it wrote, of which there
     * are none, and to be called it would load all its messages first: 30 ms of every start.
     */
    private static void leaveNothingToCleanUp() {
        new CleanupService();
    }

    @Override
    public @Nullable String getenv(String variable) {
        return null;
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fileSystem) {
        return new NoConfig(parent, fileSystem);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fileSystem) {
        return new NoConfig(parent, fileSystem);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fileSystem) {
        return new NoConfig(parent, fileSystem);
    }

    /** A configuration without a file. It answers the one question that JGit would otherwise settle by experiment. */
    private static final class NoConfig extends FileBasedConfig {

        private static final long TIME_STAMP_RESOLUTION_MILLIS = 10;

        NoConfig(@Nullable Config parent, FS fileSystem) {
            super(parent, null, fileSystem);
        }

        @Override
        public long getTimeUnit(
                String section, @Nullable String subsection, String name, long defaultValue, TimeUnit wantUnit) {
            if (!section.equals("filesystem")) {
                return super.getTimeUnit(section, subsection, name, defaultValue, wantUnit);
            }
            return name.equals("timestampResolution")
                    ? wantUnit.convert(TIME_STAMP_RESOLUTION_MILLIS, TimeUnit.MILLISECONDS)
                    : 0;
        }

        @Override
        public void load() {
            // There is no file.
        }

        @Override
        public void save() {
            // Nothing is ever written.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
