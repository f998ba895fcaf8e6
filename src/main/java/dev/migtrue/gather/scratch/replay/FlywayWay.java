package dev.migtrue.gather.scratch.replay;

import dev.migtrue.gather.road.AppliedCopy;
import dev.migtrue.gather.road.AppliedProject;
import dev.migtrue.gather.scratch.Outside;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.system.OwnRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.baseline.BaselineMigrationConfigurationExtension;
import org.flywaydb.core.internal.plugin.PluginRegister;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Runs migrations through Flyway itself. It runs versions in their order and repeatable migrations last; where they were run otherwise, it is
 * started again and again, and shown those that come next each time.
 */
final class FlywayWay implements Way {

    /** At each step Flyway looks at all that it is shown, and at all that it ever ran: with thousands, that takes longer than to run them. */
    private static final int MOST_AT_ONCE = 50;

    private final OwnRun.Flyway flyway;
    private final List<FlywayScript> scripts;
    private final List<FlywayScript> callbacks;
    private final List<MigrationId> leftOut;
    private final List<Statement> statements;

    private FlywayWay(
            OwnRun.Flyway flyway,
            List<FlywayScript> scripts,
            List<FlywayScript> callbacks,
            List<MigrationId> leftOut,
            List<Statement> statements) {
        this.flyway = flyway;
        this.scripts = List.copyOf(scripts);
        this.callbacks = List.copyOf(callbacks);
        this.leftOut = List.copyOf(leftOut);
        this.statements = List.copyOf(statements);
    }

    static Way of(AppliedProject project, OwnRun.Flyway flyway, Dialect dialect) throws Halt {
        List<FlywayScript> scripts = new ArrayList<>();
        List<MigrationId> leftOut = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        for (AppliedCopy copy : project.copies()) {
            Migration migration = copy.migration();
            RepoPath file = migration.at().path();
            if (migration.kind() == Kind.UNDO) {
                continue;
            }
            if (flyway.isSql(file)) {
                scripts.add(script(copy, file, flyway));
                Program program = project.layout()
                        .program(migration, copy.tree(), dialect)
                        .orElseThrow(() -> unreadable(migration));
                statements.addAll(checked(migration, program));
            } else {
                leftOut.add(migration.id());
            }
        }
        return new FlywayWay(flyway, scripts, callbacks(project, flyway), leftOut, statements);
    }

    private static List<FlywayScript> callbacks(AppliedProject project, OwnRun.Flyway flyway) throws Halt {
        List<FlywayScript> callbacks = new ArrayList<>();
        Optional<AppliedCopy> last =
                project.copies().reversed().stream().min(Comparator.comparing(AppliedCopy::source));
        if (last.isPresent()) {
            for (RepoPath file : flyway.callbacks(last.get().tree())) {
                callbacks.add(script(last.get(), file, flyway));
            }
        }
        return callbacks;
    }

    private static FlywayScript script(AppliedCopy copy, RepoPath file, OwnRun.Flyway flyway) throws Halt {
        return FlywayScript.read(copy, file, flyway).orElseThrow(() -> unreadable(copy.migration()));
    }

    private static Halt unreadable(Migration migration) {
        return new Halt(Refused.place(migration, Optional.empty()) + "its file cannot be read");
    }

    private static List<Statement> checked(Migration migration, Program program) throws Halt {
        try {
            return Plain.reachable(program);
        } catch (Outside outside) {
            throw new Halt(Refused.place(migration, Optional.empty()) + outside.getMessage());
        }
    }

    @Override
    public int migrations() {
        return scripts.size();
    }

    @Override
    public List<MigrationId> leftOut() {
        return leftOut;
    }

    @Override
    public String runner() {
        return "Flyway";
    }

    @Override
    public List<String> roles() {
        return NamedRoles.in(statements);
    }

    @Override
    public void run(Ground ground, Runnable step) throws Halt {
        FlywayFiles files = new FlywayFiles();
        try {
            Flyway run = configured(ground, files, step);
            for (List<FlywayScript> together : FlywayScript.inTurns(scripts, mostAtOnce())) {
                files.hideAll();
                callbacks.forEach(callback -> callback.showTo(files));
                together.forEach(script -> script.showTo(files));
                run.migrate();
            }
        } catch (FlywayException refused) {
            throw halt(refused, ground);
        }
    }

    /** What is run around all migrations, or holds them all in one transaction, would be of a part of them only. */
    private int mostAtOnce() {
        boolean isOne = Boolean.parseBoolean(flyway.configuration().getOrDefault("flyway.group", "false"));
        return isOne || !callbacks.isEmpty() ? Integer.MAX_VALUE : MOST_AT_ONCE;
    }

    private Flyway configured(Ground ground, FlywayFiles files, Runnable step) {
        Map<String, String> keys = new TreeMap<>(flyway.configuration());
        // They are in the order in which they were run, whatever that was, and were found good then.
        keys.put("flyway.outOfOrder", "true");
        keys.put("flyway.mixed", "true");
        keys.put("flyway.validateOnMigrate", "false");
        FluentConfiguration configuration = Flyway.configure()
                .loggers("slf4j")
                .configuration(keys)
                .dataSource(new GroundSource(ground))
                .resourceProvider(files)
                .javaMigrationClassProvider(List::of)
                .callbacks(new Steps(step));
        // By a key, these could be set only with a library that Flyway does without.
        PluginRegister extensions = configuration.getPluginRegister();
        extensions
                .getExact(BaselineMigrationConfigurationExtension.class)
                .setBaselineMigrationPrefix(flyway.baselinePrefix());
        // Nobody else is there; and what does without a transaction would wait for one that holds the lock.
        extensions.getExact(PostgreSQLConfigurationExtension.class).setTransactionalLock(false);
        return configuration.load();
    }

    private Halt halt(FlywayException refused, Ground ground) {
        Throwable at = refused;
        while (at.getCause() != null && !(at instanceof FlywaySqlScriptException)) {
            at = at.getCause();
        }
        if (at instanceof FlywaySqlScriptException script && Refused.sql(script).isPresent()) {
            String path = Objects.toString(Optional.ofNullable(script.getResource())
                    .map(resource -> resource.getRelativePath())
                    .orElse(""));
            return Stream.concat(scripts.stream(), callbacks.stream())
                    .filter(each -> each.file().value().equals(path))
                    .findFirst()
                    .map(each -> Refused.by(
                                    Refused.sql(script).orElseThrow(),
                                    each.migration(),
                                    Optional.of(script.getLineNumber()),
                                    script.getStatement(),
                                    ground.dialect())
                            .on(ground))
                    .orElseGet(() -> said(refused));
        }
        return said(refused);
    }

    private static Halt said(FlywayException refused) {
        Throwable at = refused;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return new Halt("Flyway gives up: "
                + Refused.shortened(Objects.requireNonNullElse(at.getMessage(), "it does not say why")));
    }

    /** Counts what was run. */
    private record Steps(Runnable step) implements Callback {

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_EACH_MIGRATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            step.run();
        }

        @Override
        public String getCallbackName() {
            return "migtrue";
        }
    }
}
