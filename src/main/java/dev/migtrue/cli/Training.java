package dev.migtrue.cli;

import dev.migtrue.cli.Surroundings.Terminal;
import dev.migtrue.cli.demo.Incident;
import dev.migtrue.cli.demo.TemporaryFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/**
 * Runs once what people run often, in one process: the class archive is made of it at packaging time, and whatever classes
 * were used then start faster from then on. Not a command: packaging names this class in place of {@link Main}.
 *
 * <p>Each further library in the archive costs every start something, so it holds what a hook and a check use and no more.
 */
final class Training {

    private static final Map<String, String> SCRIPTS = Map.of(
            "change.sql", """
                    -- Adds what the report needs.
                    alter table users add column age int not null default 0;
                    create index users_by_age on users (age);
                    update users set age = 1 where age is null;
                    create table reports (id bigint primary key, title text not null);
                    drop table sessions;
                    """,
            "change.py", """
                    import sqlalchemy as sa
                    from alembic import op

                    revision = "b"
                    down_revision = "a"


                    def upgrade():
                        op.add_column("users", sa.Column("age", sa.Integer(), nullable=False))
                        op.create_index("users_by_age", "users", ["age"])
                        op.execute("update users set age = 1")
                        op.drop_table("sessions")


                    def downgrade():
                        op.drop_column("users", "age")
                    """,
            "flyway.conf", "flyway.url=jdbc:postgresql://localhost/app\n",
            "db/migration/V1__users.sql", "create table users (id int primary key);\n",
            "db/migration/V2__age.sql", "alter table users add column age int not null;\n",
            "db/migration/V3__teams.sql", "create table if not exists teams (id int primary key);\n");

    /** What the launcher asks of a hook: where to leave what makes the next one short. */
    private static final Map<String, String> ASKED =
            Map.of("MIGTRUE_MEMORY", ".git/migtrue/hook", "MIGTRUE_MEMORY_KEY", "training");

    private final Surroundings surroundings;

    private Training(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Plays all of it; ends with 0 if every run came to a verdict.
     *
     * @param started what the launcher would have started, which is of no interest here
     */
    public static void main(String... started) throws IOException, GitAPIException {
        PrintWriter out = writer(System.out);
        boolean judged;
        try (TemporaryFolder folder = new TemporaryFolder()) {
            judged = new Training(new Surroundings(
                            folder.path(), variables(), Reader.nullReader(), out, writer(System.err), Terminal.NONE))
                    .isJudged();
        }
        System.exit(judged ? 0 : 1);
    }

    private static Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.putAll(ASKED);
        return variables;
    }

    /** Whether each run said that all is well, or what is not. */
    private boolean isJudged() throws IOException, GitAPIException {
        Path folder = surroundings.directory();
        try (Incident incident = Incident.in(folder)) {
            write(folder);
            incident.migrateFromLaptop();
            incident.stageForgotten();
            stage(folder, "db");
            List<List<String>> runs = List.of(
                    List.of("--version"),
                    List.of("check", "--db", incident.databaseUrl()),
                    List.of("check", "--no-db", "--since", "HEAD"),
                    List.of("check", "change.sql", "--dialect", "postgresql"),
                    List.of("check", "change.py", "--dialect", "postgresql"),
                    List.of("hook", "run", "pre-commit"));
            return runs.stream().allMatch(this::isJudged);
        }
    }

    private boolean isJudged(List<String> run) {
        String[] arguments = run.toArray(String[]::new);
        Main.warmUp(arguments);
        return new Main(surroundings).run(arguments) <= ExitCode.FINDINGS.number();
    }

    private static void write(Path folder) throws IOException {
        for (Map.Entry<String, String> script : SCRIPTS.entrySet()) {
            Path file = folder.resolve(script.getKey());
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, script.getValue());
        }
    }

    private static void stage(Path folder, String part) throws IOException, GitAPIException {
        try (Git git = Git.open(folder.toFile())) {
            git.add().addFilepattern(part).call();
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }
}
