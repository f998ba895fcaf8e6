package dev.migtrue.cli;

import dev.migtrue.hook.Hook;
import dev.migtrue.hook.HookScript;
import dev.migtrue.hook.HookScript.Absence;
import dev.migtrue.hook.HookState;
import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migtrue hook install}: puts hooks where git looks for them, and never in the place of somebody else's. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = {
            "Install hooks that check migrations: before commits, merges and pushes; in a bare repository, before a push is"
                    + " taken over. The post- stages, which only tell what came in, are installed where they are named.",
            "",
            "Git 2.54 and later are told by their configuration to run them besides all other hooks. For earlier ones a hook"
                    + " that is there already is kept and called first; where husky, lefthook, pre-commit or core.hooksPath"
                    + " looks after hooks, nothing is written, and what to add there is printed."
        })
final class HookInstallCommand implements Callable<Integer> {

    /** The property in which the launcher says how it was called. */
    private static final String LAUNCHER_PROPERTY = "migtrue.launcher";

    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern PASSWORD = Pattern.compile("://[^/@]*:[^@]*@|password=", Pattern.CASE_INSENSITIVE);

    private final Surroundings surroundings;

    @Mixin
    private HookSetup setup = new HookSetup();

    @Option(
            names = "--db",
            paramLabel = "URL",
            description =
                    "A database whose version table the hooks of a clone read; '$NAME' is that environment variable"
                            + " when the hook runs. May be given several times. Default: none.")
    private List<String> databases = new ArrayList<>();

    @Option(
            names = "--required",
            description = "Stop commits where migtrue is not there any more. Default: let them pass.")
    private boolean required;

    @Option(
            names = "--as-file",
            description = "Write hooks as files also for a git that goes by its configuration: other programs that make"
                    + " commits here may not.")
    private boolean asFile;

    @Option(
            names = "--launcher",
            paramLabel = "FILE",
            description = "The program that the hook starts. Default: the migtrue that this is.")
    private @Nullable Path launcher;

    HookInstallCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        HookScript script = new HookScript(
                launcher(),
                databases.stream().map(HookInstallCommand::option).toList(),
                required ? Absence.STOPS : Absence.PASSES);
        List<Hook> hooks = setup.usualHooks(surroundings);
        for (Hook hook : hooks) {
            if (asFile) {
                hook.installFile(script);
            } else {
                hook.install(script);
            }
        }
        hooks.forEach(hook -> surroundings.out().println(HookSetup.line(hook)));
        List<Hook> left = hooks.stream()
                .filter(hook -> hook.state() instanceof HookState.Managed && !hook.isRunByOther())
                .toList();
        left.forEach(this::tellWhatToAdd);
        return (left.isEmpty() ? ExitCode.CLEAN : ExitCode.WRONG_USE).number();
    }

    private void tellWhatToAdd(Hook hook) {
        if (hook.state() instanceof HookState.Managed managed) {
            surroundings.out().println();
            surroundings
                    .out()
                    .println("%s: %s"
                            .formatted(hook.stage().label(), managed.by().lines(hook.stage())));
        }
    }

    private Optional<String> launcher() {
        return Optional.ofNullable(launcher)
                .or(() -> Optional.ofNullable(System.getProperty(LAUNCHER_PROPERTY))
                        .map(Path::of))
                .map(path -> surroundings.directory().resolve(path).normalize().toString());
    }

    /** Unset at the time the hook runs, a variable names no database. */
    private static String option(String database) {
        var variable = VARIABLE.matcher(database);
        if (variable.matches()) {
            return "${%s:+--db '$%s'}".formatted(variable.group(1), variable.group(1));
        }
        if (PASSWORD.matcher(database).find()) {
            throw new UsageException("--db: the hook would hold the password in clear text: put the URL into an"
                    + " environment variable, and give its name: --db '$NAME'");
        }
        return "--db " + HookScript.quoted(database);
    }
}
