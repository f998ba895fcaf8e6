package dev.migtrue.hook;

import dev.migtrue.model.Failure;
import dev.migtrue.model.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The hook of one stage in one folder. A hook that is there already is moved aside as it is and called by ours; taking ours away moves it back,
 * so that bytes, mode and symbolic link are what they were.
 */
public final class Hook {

    private final HooksFolder folder;
    private final HookStage stage;
    private final ConfiguredHook configured;
    private final Path file;
    private final Path chained;

    public Hook(HooksFolder folder, HookStage stage) {
        this.folder = folder;
        this.stage = stage;
        this.configured = folder.configured(stage);
        this.file = folder.path().resolve(stage.label());
        this.chained = folder.path().resolve(stage.label() + HookScript.CHAINED);
    }

    public HookStage stage() {
        return stage;
    }

    /** What stands there. */
    public HookState state() {
        return configured.isThere() ? new HookState.Configured(configured.launcher(), folder.version()) : fileState();
    }

    private HookState fileState() {
        Optional<String> script = ours();
        if (script.isPresent()) {
            return new HookState.Installed(
                    script.flatMap(HookScript::launcherIn).map(Path::of),
                    Optional.of(chained).filter(Hook::isThere));
        }
        Optional<HookRunner> runner = HookRunner.of(folder, stage);
        if (runner.isPresent()) {
            return new HookState.Managed(runner.get());
        }
        return isThere(file) ? new HookState.Foreign(file) : new HookState.Absent();
    }

    /** Whether whoever looks after hooks here is told to run migtrue. */
    public boolean isRunByOther() {
        return fileState() instanceof HookState.Managed managed && managed.by().runsMigtrue(folder, stage);
    }

    /**
     * Puts ours there in the way that gets on best with other hooks: by the configuration where git goes by that, else as a file. Does nothing where
     * another program runs migtrue already, which would run twice.
     */
    public void install(HookScript script) {
        if (!folder.version().runsConfiguredHooks()) {
            installFile(script);
            return;
        }
        uninstallFile();
        if (isRunByOther()) {
            configured.uninstall();
        } else {
            configured.install(script);
        }
    }

    /**
     * Puts ours into the folder, in place of an earlier one of ours or before somebody else's. Does nothing where another program looks after
     * hooks.
     */
    public void installFile(HookScript script) {
        switch (fileState()) {
            case HookState.Managed managed -> {}
            case HookState.Configured elsewhere -> {}
            case HookState.Absent absent -> write(script);
            case HookState.Installed installed -> write(script);
            case HookState.Foreign foreign -> {
                if (isThere(chained)) {
                    throw new UsageException(chained + " is in the way: it holds the hook that was there before an"
                            + " earlier installation; delete it or move it back, then install again");
                }
                write(script);
            }
        }
        configured.uninstall();
    }

    /** Takes ours away and puts back what was there before. Does nothing where ours is not there. */
    public void uninstall() {
        configured.uninstall();
        uninstallFile();
    }

    private void uninstallFile() {
        if (ours().isEmpty()) {
            return;
        }
        try {
            if (isThere(chained)) {
                Files.move(chained, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.delete(file);
            }
            new MadeFolder(folder.path()).unmake();
        } catch (IOException problem) {
            throw failure("taken away", problem);
        }
    }

    private void write(HookScript script) {
        Path fresh = folder.path().resolve(stage.label() + ".migtrue-new");
        try {
            new MadeFolder(folder.path()).make();
            Files.writeString(fresh, script.text(stage));
            if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            if (ours().isEmpty() && isThere(file)) {
                Files.move(file, chained);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException problem) {
            throw failure("written", problem);
        }
    }

    private Optional<String> ours() {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .filter(HookScript::isOurs)
                            .map(Hook::asUtf8)
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw failure("read", unreadable);
        }
    }

    /** A foreign hook may be a binary, which is no UTF-8; ours always is. */
    private static String asUtf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private Failure failure(String done, IOException problem) {
        String reason = problem instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : problem.getClass().getSimpleName();
        return new Failure(
                "the hook cannot be " + done + ": " + file + ": " + reason,
                "see to the rights of that folder",
                problem);
    }
}
