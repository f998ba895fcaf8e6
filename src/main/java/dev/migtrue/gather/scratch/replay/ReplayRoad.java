package dev.migtrue.gather.scratch.replay;

import dev.migtrue.gather.road.Answer;
import dev.migtrue.gather.road.AppliedProject;
import dev.migtrue.gather.road.Inquiry;
import dev.migtrue.gather.road.SchemaRoad;
import dev.migtrue.gather.scratch.Progress;
import dev.migtrue.gather.scratch.Refusals;
import dev.migtrue.gather.scratch.Scratch;
import dev.migtrue.language.schema.Omission;
import dev.migtrue.language.schema.Road;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.Failure;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.UsageException;
import dev.migtrue.system.OwnRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the applied migrations on a database that is made for it and thrown away, and reads what they built. */
public final class ReplayRoad implements SchemaRoad {

    /** A role after the other may turn out to be missing. */
    private static final int MOST_TURNS = 20;

    private final Opening scratches;
    private final Commands commands;
    private final Progress progress;

    public ReplayRoad(Opening scratches, Commands commands, Progress progress) {
        this.scratches = scratches;
        this.commands = commands;
        this.progress = progress;
    }

    @Override
    public Road road() {
        return Road.REPLAY;
    }

    @Override
    public Answer answer(Inquiry inquiry) {
        List<String> prehistory = inquiry.projects().stream()
                .flatMap(project -> project.prehistory().stream())
                .distinct()
                .toList();
        try {
            List<Way> ways = new ArrayList<>();
            for (AppliedProject project : inquiry.projects()) {
                ways.add(way(project, inquiry.dialect()));
            }
            try (Scratch scratch = scratches.open(inquiry.dialect(), inquiry.target())) {
                return new Turns(new Ground(scratch, inquiry.home()), ways, prehistory).answer();
            }
        } catch (Halt halt) {
            return new Answer.Unable(
                    Stream.concat(Stream.of(halt.reason()), prehistory.stream()).collect(Collectors.joining("; ")));
        } catch (Failure failure) {
            return new Answer.Unable("%s; %s".formatted(failure.problem(), failure.remedy()));
        } catch (UsageException misuse) {
            return new Answer.Unable(String.valueOf(misuse.getMessage()));
        } catch (SQLException lost) {
            return new Answer.Unable("the throw-away database failed: " + Refusals.message(lost));
        }
    }

    /** The project's own word comes first, then its tool's library, then what is known of its migrations. */
    private Way way(AppliedProject project, Dialect dialect) throws Halt {
        if (project.layout().replayCommand().isPresent()) {
            return CommandWay.of(project, project.layout().replayCommand().get(), commands);
        }
        return switch (project.layout().ownRun()) {
            case OwnRun.None none -> ScriptWay.of(project, dialect);
            case OwnRun.Flyway flyway -> FlywayWay.of(project, flyway, dialect);
            case OwnRun.Liquibase liquibase -> LiquibaseWay.of(project, liquibase, dialect);
        };
    }

    /** Goes all ways on one ground, anew each time something turns out to be missing that can be made. */
    private final class Turns {

        private final Ground ground;
        private final List<Way> ways;
        private final List<String> prehistory;
        private final int all;
        private int done;

        /** @param prehistory why there was more than nothing before the first of them */
        Turns(Ground ground, List<Way> ways, List<String> prehistory) {
            this.ground = ground;
            this.ways = List.copyOf(ways);
            this.prehistory = List.copyOf(prehistory);
            this.all = ways.stream().mapToInt(Way::migrations).sum();
        }

        Answer answer() throws Halt, SQLException {
            ways.stream().flatMap(way -> way.roles().stream()).forEach(role -> ground.add(new Need.Role(role)));
            try {
                for (int turn = 1; !isThrough(turn); turn++) {
                    done = 0;
                }
            } finally {
                progress.at(all, all);
            }
            try (Connection connection = ground.open()) {
                return built(BuiltSchema.of(connection, ground.dialect()));
            }
        }

        private boolean isThrough(int turn) throws Halt, SQLException {
            ground.clear();
            try {
                for (Way way : ways) {
                    way.run(ground, this::step);
                }
                return true;
            } catch (Halt halt) {
                if (turn < MOST_TURNS && halt.need().filter(ground::add).isPresent()) {
                    return false;
                }
                long left = ways.stream().mapToInt(way -> way.leftOut().size()).sum();
                throw left == 0
                        ? halt
                        : new Halt("%s; %d of the migrations are code of the project's own, which is never run"
                                .formatted(halt.reason(), left));
            }
        }

        private void step() {
            progress.at(Math.min(done++, all - 1), all);
        }

        private Answer built(Schema schema) {
            List<MigrationId> left =
                    ways.stream().flatMap(way -> way.leftOut().stream()).toList();
            String how = "%d %s run on %s by %s%s%s"
                    .formatted(
                            all,
                            all == 1 ? "migration" : "migrations",
                            ground.product(),
                            ways.stream().map(Way::runner).distinct().collect(Collectors.joining(" and ")),
                            left.isEmpty() ? "" : ", %d not".formatted(left.size()),
                            ground.roles().isEmpty()
                                    ? ""
                                    : ", with the roles %s made for them".formatted(String.join(", ", ground.roles())));
            return new Answer.Built(schema, how, omissions(left));
        }

        private List<Omission> omissions(List<MigrationId> left) {
            List<Omission> omissions = new ArrayList<>();
            prehistory.forEach(reason -> omissions.add(new Omission.Strangers(reason)));
            if (!left.isEmpty()) {
                omissions.add(new Omission.Strangers("%s code of the project's own, which is never run: %s"
                        .formatted(
                                left.size() == 1 ? "a migration is" : "migrations are",
                                left.stream().limit(5).map(id -> "'" + id + "'").collect(Collectors.joining(", ")))));
            }
            return omissions;
        }
    }
}
