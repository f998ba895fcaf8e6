package dev.migtrue.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.jdbi.v3.core.Jdbi;

/**
 * A repository and a database in the state of the founding incident: eight Alembic migrations are committed, six more were run against
 * the shared database from a laptop and never committed. A real git repository and a real SQLite database; only Alembic is not run: its
 * version table is written as it would write it.
 */
public final class Incident implements AutoCloseable {

    /** Migrations that the team has in git. */
    public static final List<String> COMMITTED = List.of(
            "001_users",
            "002_sessions",
            "003_projects",
            "004_traces",
            "005_spans",
            "006_scores",
            "007_datasets",
            "008_comments");

    /** Migrations that only the laptop has. */
    public static final List<String> FORGOTTEN = List.of(
            "009_trace_tags",
            "010_trace_costs",
            "011_score_configs",
            "012_annotation_queues",
            "013_model_prices",
            "014_trace_mismatches");

    private static final Path VERSIONS = Path.of("migrations", "versions");
    private static final Instant A_MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final String MIGRATION = """
            \"""%s

            Revision ID: %s
            Revises: %s
            \"""
            import sqlalchemy as sa
            from alembic import op

            revision = "%s"
            down_revision = %s
            branch_labels = None
            depends_on = None


            def upgrade():
                op.create_table("%s", sa.Column("id", sa.Integer, primary_key=True))


            def downgrade():
                op.drop_table("%s")
            """;

    private final Path folder;
    private final Git git;
    private final Jdbi database;

    private Incident(Path folder, Git git) {
        this.folder = folder;
        this.git = git;
        this.database = Jdbi.create("jdbc:sqlite:" + folder.resolve("shared.db"));
    }

    /** Lays out the healthy state in an empty folder: 001 to 008 committed and applied. */
    public static Incident in(Path folder) throws IOException, GitAPIException {
        Incident incident = new Incident(
                folder,
                Git.init()
                        .setDirectory(folder.toFile())
                        .setInitialBranch("main")
                        .call());
        incident.write(Path.of(".gitignore"), "*.db\n__pycache__/\n");
        incident.write(Path.of("alembic.ini"), "[alembic]\nscript_location = migrations\n");
        incident.write(Path.of("migrations", "env.py"), "from alembic import context\n");
        incident.write(Path.of("migrations", "script.py.mako"), "revision = ${repr(up_revision)}\n");
        // What is read here starts faster from then on: the class archive is made of it as well.
        incident.write(Path.of("migtrue.yaml"), "failOn: error\n");
        incident.writeMigrations(COMMITTED, "");
        incident.commit("Add migrations 001 to 008", ".");
        incident.database.useHandle(handle -> {
            handle.execute("create table alembic_version (version_num varchar(32) not null primary key)");
            handle.execute("insert into alembic_version values (?)", COMMITTED.getLast());
        });
        return incident;
    }

    /** What the laptop does: writes 009 to 014 and runs them, and forgets to commit. */
    public void migrateFromLaptop() throws IOException {
        writeMigrations(FORGOTTEN, COMMITTED.getLast());
        database.useHandle(handle -> handle.execute("update alembic_version set version_num = ?", FORGOTTEN.getLast()));
    }

    /** What comes before the cure: the next commit would hold 009 to 014. */
    public void stageForgotten() throws GitAPIException {
        git.add().addFilepattern("migrations/versions").call();
    }

    /** The cure. */
    public void commitForgotten() throws GitAPIException {
        commit("Add migrations 009 to 014", "migrations/versions");
    }

    /** The address of the shared database. */
    public String databaseUrl() {
        return "sqlite:///shared.db";
    }

    @Override
    public void close() {
        git.close();
    }

    private void writeMigrations(List<String> ids, String parent) throws IOException {
        String before = parent;
        for (String id : ids) {
            String table = id.substring(id.indexOf('_') + 1);
            String down = before.isEmpty() ? "None" : '"' + before + '"';
            write(
                    VERSIONS.resolve(id + ".py"),
                    MIGRATION.formatted(table.replace('_', ' '), id, before, id, down, table, table));
            before = id;
        }
    }

    private void write(Path path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    private void commit(String message, String pattern) throws GitAPIException {
        PersonIdent author = new PersonIdent("Ada", "ada@example.com", A_MONDAY, ZoneOffset.UTC);
        git.add().addFilepattern(pattern).call();
        git.commit()
                .setMessage(message)
                .setAuthor(author)
                .setCommitter(author)
                .setSign(false)
                .setNoVerify(true)
                .call();
    }
}
