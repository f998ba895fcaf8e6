package dev.migtrue.gather.scratch.replay;

import dev.migtrue.gather.road.AppliedCopy;
import dev.migtrue.gather.road.AppliedProject;
import dev.migtrue.gather.scratch.Outside;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.system.OwnRun;
import dev.migtrue.system.liquibase.library.ChangeSetRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;

/** Runs changesets through Liquibase itself. */
final class LiquibaseWay implements Way {

    private static final Pattern FAILED_SQL = Pattern.compile("(?s)\\[Failed SQL: (?:\\(\\d+\\) )?(.*)]");

    private final OwnRun.Liquibase liquibase;
    private final List<AppliedCopy> copies;
    private final List<MigrationId> leftOut;
    private final List<Statement> statements;

    private LiquibaseWay(
            OwnRun.Liquibase liquibase,
            List<AppliedCopy> copies,
            List<MigrationId> leftOut,
            List<Statement> statements) {
        this.liquibase = liquibase;
        this.copies = List.copyOf(copies);
        this.leftOut = List.copyOf(leftOut);
        this.statements = List.copyOf(statements);
    }

    static Way of(AppliedProject project, OwnRun.Liquibase liquibase, Dialect dialect) throws Halt {
        List<AppliedCopy> copies = new ArrayList<>();
        List<MigrationId> leftOut = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        for (AppliedCopy copy : project.copies()) {
            Migration migration = copy.migration();
            if (liquibase.isCode(migration, copy.tree())) {
                leftOut.add(migration.id());
                continue;
            }
            Optional<String> unknown = liquibase.unknownValue(migration, copy.tree());
            if (unknown.isPresent()) {
                throw new Halt(Refused.place(migration, Optional.empty())
                        + "only a run can tell what '${%s}' stands for".formatted(unknown.get()));
            }
            Optional<Program> program = project.layout().program(migration, copy.tree(), dialect);
            if (program.isPresent()) {
                statements.addAll(checked(migration, program.get()));
            }
            copies.add(copy);
        }
        return new LiquibaseWay(liquibase, copies, leftOut, statements);
    }

    /** What Liquibase cannot write without a database — it loads rows, or asks for something first — reaches nowhere else. */
    private static List<Statement> checked(Migration migration, Program program) throws Halt {
        try {
            return Plain.reachable(program);
        } catch (Outside outside) {
            throw new Halt(Refused.place(migration, Optional.empty()) + outside.getMessage());
        }
    }

    @Override
    public int migrations() {
        return copies.size();
    }

    @Override
    public List<MigrationId> leftOut() {
        return leftOut;
    }

    @Override
    public String runner() {
        return "Liquibase";
    }

    @Override
    public List<String> roles() {
        return NamedRoles.in(statements);
    }

    @Override
    public void run(Ground ground, Runnable step) throws Halt {
        try (Connection connection = ground.open()) {
            ChangeSetRunner runner =
                    ChangeSetRunner.on(new JdbcConnection(connection), liquibase.table(), liquibase.schema());
            for (AppliedCopy copy : copies) {
                run(copy, runner, ground);
                step.run();
            }
        } catch (SQLException | LiquibaseException problem) {
            throw new Halt("Liquibase cannot use the throw-away database: " + words(problem));
        }
    }

    private void run(AppliedCopy copy, ChangeSetRunner runner, Ground ground) throws Halt {
        Migration migration = copy.migration();
        try {
            runner.run(liquibase
                    .changeSet(migration, copy.tree(), runner.dialect())
                    .orElseThrow(() -> new Halt(
                            Refused.place(migration, Optional.empty()) + "Liquibase cannot parse its changelog here")));
        } catch (LiquibaseException refused) {
            Optional<SQLException> sql = Refused.sql(refused);
            throw sql.isPresent()
                    ? Refused.by(sql.get(), migration, Optional.empty(), statement(refused), ground.dialect())
                            .on(ground)
                    : new Halt(Refused.place(migration, Optional.empty()) + words(refused));
        }
    }

    private static String statement(Throwable refused) {
        Matcher matcher = FAILED_SQL.matcher(Objects.requireNonNullElse(refused.getMessage(), ""));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String words(Throwable problem) {
        return Refused.shortened(Objects.requireNonNullElse(problem.getMessage(), "it does not say why"));
    }
}
