package dev.migtrue.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.Installed;
import dev.migtrue.testing.Program;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Alembic, with a revision for each. */
final class AlembicTool implements RealTool {

    @Override
    public String name() {
        return "alembic";
    }

    @Override
    public String folder() {
        return "migrations/versions";
    }

    @Override
    public String id(int number) {
        return "%03d_%s".formatted(number, Chain.name(number));
    }

    @Override
    public String file(int number) {
        return folder() + "/" + id(number) + ".py";
    }

    @Override
    public String text(int number) {
        String parent = number == 1 ? "None" : '"' + id(number - 1) + '"';
        return """
                import sqlalchemy as sa
                from alembic import op

                revision = "%s"
                down_revision = %s


                def upgrade():
                    op.create_table("%s", sa.Column("id", sa.Integer))
                """.formatted(id(number), parent, Chain.name(number));
    }

    @Override
    public SequencedMap<String, String> settings() {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put("alembic.ini", "[alembic]\nscript_location = migrations\n");
        files.put("migrations/script.py.mako", "revision = ${repr(up_revision)}\n");
        files.put("migrations/env.py", """
                import os
                import sqlalchemy
                from alembic import context

                with sqlalchemy.create_engine(os.environ["TOOL_URL"]).connect() as connection:
                    context.configure(connection=connection)
                    with context.begin_transaction():
                        context.run_migrations()
                """);
        return files;
    }

    @Override
    public void migrate(Path project, RealDatabase database) {
        Program.Run run = run(project, database, "upgrade", "head");
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    /** Runs a command of Alembic's. */
    static Program.Run run(Path project, RealDatabase database, String... arguments) {
        Installed.orSkip("alembic", Program.isInstalled("alembic"));
        return Program.run(
                project,
                Map.of("TOOL_URL", database.url()),
                Stream.concat(Stream.of("alembic"), Arrays.stream(arguments)).toArray(String[]::new));
    }

    /** Which lie behind a head that has no file, nobody knows. */
    @Override
    public List<Integer> unknownWhenDeleted() {
        return IntStream.rangeClosed(1, 8).boxed().toList();
    }

    @Override
    public List<Integer> orphansWhenDeleted() {
        return List.of(14); // the version table holds the head only
    }
}
