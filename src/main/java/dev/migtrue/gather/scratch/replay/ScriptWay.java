package dev.migtrue.gather.scratch.replay;

import dev.migtrue.gather.road.AppliedCopy;
import dev.migtrue.gather.road.AppliedProject;
import dev.migtrue.gather.scratch.Outside;
import dev.migtrue.gather.scratch.Refusals;
import dev.migtrue.gather.scratch.Runner;
import dev.migtrue.gather.scratch.Stop;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Failure;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.VersionTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs what migrations say, as their tool would: each in its own transaction or in none. */
final class ScriptWay implements Way {

    private final List<Step> steps;
    private final List<MigrationId> leftOut;
    private final VersionTable table;

    private record Step(Migration migration, Program program) {}

    private ScriptWay(List<Step> steps, List<MigrationId> leftOut, VersionTable table) {
        this.steps = List.copyOf(steps);
        this.leftOut = List.copyOf(leftOut);
        this.table = table;
    }

    static Way of(AppliedProject project, Dialect dialect) throws Halt {
        List<Step> steps = new ArrayList<>();
        List<MigrationId> leftOut = new ArrayList<>();
        for (AppliedCopy copy : project.copies()) {
            Optional<Program> program = project.layout().program(copy.migration(), copy.tree(), dialect);
            if (program.isEmpty()) {
                leftOut.add(copy.migration().id());
            } else if (!Quoted.in(copy, program.get())) {
                throw code(copy.migration(), "which SQL its own tool makes of it is not known to the letter");
            } else {
                steps.add(new Step(copy.migration(), plain(copy.migration(), program.get())));
            }
        }
        if (steps.isEmpty() && !leftOut.isEmpty()) {
            throw code(project.copies().getFirst().migration(), "nobody but its own tool knows what it does");
        }
        return new ScriptWay(steps, leftOut, project.layout().versionTable());
    }

    private static Program plain(Migration migration, Program program) throws Halt {
        try {
            return Plain.of(program);
        } catch (Outside outside) {
            throw code(migration, String.valueOf(outside.getMessage()));
        }
    }

    private static Halt code(Migration migration, String reason) {
        return new Halt(Refused.place(migration, Optional.empty()) + reason
                + "; 'replayCommand' in migtrue.yaml may name the command that runs it");
    }

    @Override
    public int migrations() {
        return steps.size();
    }

    @Override
    public List<MigrationId> leftOut() {
        return leftOut;
    }

    @Override
    public String runner() {
        return "migtrue";
    }

    @Override
    public List<String> roles() {
        return NamedRoles.in(steps.stream()
                .flatMap(step -> Plain.statements(step.program()).stream())
                .toList());
    }

    @Override
    public void run(Ground ground, Runnable done) throws Halt {
        ground.add(table);
        try (Session session = new Session(ground)) {
            for (Step step : steps) {
                run(step, session, ground);
                done.run();
            }
        } catch (SQLException lost) {
            throw new Halt("the throw-away database failed: " + Refusals.message(lost));
        }
    }

    private static void run(Step step, Session session, Ground ground) throws Halt {
        try {
            Optional<Stop> stop = new Runner(session.fresh(), ground.dialect()).run(step.program());
            if (stop.isPresent()) {
                throw refused(step, stop.get()).on(ground);
            }
        } catch (SQLException lost) {
            throw Refused.by(lost, step.migration(), Optional.empty(), "", ground.dialect())
                    .on(ground);
        } catch (Outside outside) {
            throw new Halt(Refused.place(step.migration(), Optional.empty()) + outside.getMessage());
        } catch (Failure gone) {
            throw new Halt(Refused.place(step.migration(), Optional.empty()) + gone.problem());
        }
    }

    private static Refused refused(Step step, Stop stop) {
        List<Statement> statements = Plain.statements(step.program());
        String statement = stop.statement() < statements.size()
                ? statements.get(stop.statement()).content().text()
                : "";
        boolean isSql = step.migration().at().path().name().endsWith(".sql");
        return new Refused(
                step.migration(),
                isSql ? Optional.of(stop.at().startLine()) : Optional.empty(),
                statement,
                stop.code(),
                stop.message());
    }
}
