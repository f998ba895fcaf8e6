package dev.migtrue.gather.scratch.replay;

import dev.migtrue.gather.road.AppliedCopy;
import dev.migtrue.gather.road.AppliedProject;
import dev.migtrue.gather.scratch.Endpoint;
import dev.migtrue.gather.scratch.server.BoundCommand;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Source;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Has a command of the user's run the migrations, once for each head that is applied where the command asks which. */
final class CommandWay implements Way {

    private static final String VERSION = "{version}";
    /** What a shell takes for one word that is no option. */
    private static final Pattern PLAIN = Pattern.compile("[\\w.][\\w.+:/@-]*");

    private final String command;
    private final List<String> heads;
    private final int migrations;
    private final Commands commands;

    private CommandWay(String command, List<String> heads, int migrations, Commands commands) {
        this.command = command;
        this.heads = List.copyOf(heads);
        this.migrations = migrations;
        this.commands = commands;
    }

    static Way of(AppliedProject project, String command, Commands commands) throws Halt {
        if (commands.objection().isPresent()) {
            throw new Halt(commands.objection().get());
        }
        List<Migration> applied =
                project.copies().stream().map(AppliedCopy::migration).toList();
        for (AppliedCopy copy : project.copies()) {
            if (copy.source() != Source.WORKING_TREE) {
                throw new Halt("migration '%s' is not in the working tree, where 'replayCommand' is run"
                        .formatted(copy.migration().id()));
            }
        }
        if (!command.contains(VERSION)) {
            requireNothingPending(project, applied);
            return new CommandWay(command, List.of(""), applied.size(), commands);
        }
        List<String> heads = heads(applied);
        for (String head : heads) {
            if (!PLAIN.matcher(head).matches()) {
                throw new Halt("'%s' is no word that 'replayCommand' could be given".formatted(head));
            }
        }
        return new CommandWay(command, heads, applied.size(), commands);
    }

    private static void requireNothingPending(AppliedProject project, List<Migration> applied) throws Halt {
        Set<MigrationId> ids = applied.stream().map(Migration::id).collect(Collectors.toSet());
        Optional<Migration> pending = project.copies().stream()
                .findFirst()
                .flatMap(copy -> project.layout().history(copy.tree()).migrations().stream()
                        .filter(migration -> !ids.contains(migration.id()))
                        .findFirst());
        if (pending.isPresent()) {
            throw new Halt(
                    "migration '%s' is not applied, and 'replayCommand' would run it too; with {version} in it, it may be told how far to go"
                            .formatted(pending.get().id()));
        }
    }

    /** Those that no other goes on from; where none says so, the last one. */
    private static List<String> heads(List<Migration> applied) {
        Set<MigrationId> parents = new HashSet<>();
        applied.forEach(migration -> {
            parents.addAll(migration.after());
            parents.addAll(migration.dependsOn());
        });
        return parents.isEmpty()
                ? applied.reversed().stream()
                        .limit(1)
                        .map(migration -> migration.id().value())
                        .toList()
                : applied.stream()
                        .map(Migration::id)
                        .filter(id -> !parents.contains(id))
                        .map(MigrationId::value)
                        .toList();
    }

    @Override
    public int migrations() {
        return migrations;
    }

    @Override
    public List<MigrationId> leftOut() {
        return List.of();
    }

    @Override
    public String runner() {
        return "'" + command + "'";
    }

    @Override
    public boolean isTimed() {
        return true;
    }

    @Override
    public void run(Ground ground, Runnable step) throws Halt {
        Endpoint endpoint = ground.endpoint()
                .orElseThrow(() -> new Halt("'replayCommand' cannot be given the address of the throw-away database: "
                        + "it is in the memory of this process, or its address names no user"));
        for (String head : heads) {
            Map<String, String> environment = CleanEnvironment.of(commands.environment());
            environment.putAll(ScratchVariables.of(endpoint, ground.dialect()));
            environment.put(ScratchVariables.VERSION, head);
            new BoundCommand("'replayCommand'", commands.folder(), environment, commands.most())
                    .run(ScratchVariables.filled(command), ScratchVariables.secrets(endpoint));
        }
        requireTables(ground);
    }

    /** One that goes elsewhere leaves nothing here. */
    private void requireTables(Ground ground) throws Halt {
        try (Connection connection = ground.open()) {
            boolean isEmpty = BuiltSchema.of(connection, ground.dialect()).all().stream()
                    .noneMatch(object -> object.id().kind() == ObjectKind.TABLE);
            if (isEmpty && migrations > 0) {
                throw new Halt(
                        "'replayCommand' left the throw-away database empty: see that it goes where DATABASE_URL leads, and nowhere else");
            }
        } catch (SQLException lost) {
            throw new Halt("'replayCommand' left a database that cannot be read: " + lost.getMessage());
        }
    }
}
