package dev.migtrue.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.Installed;
import dev.migtrue.testing.Program;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** dbmate, where it looks by default. */
final class DbmateTool implements RealTool {

    @Override
    public String name() {
        return "dbmate";
    }

    @Override
    public String folder() {
        return "db/migrations";
    }

    @Override
    public String id(int number) {
        return "202601020304%02d".formatted(number);
    }

    @Override
    public String file(int number) {
        return folder() + "/" + id(number) + "_" + Chain.name(number) + ".sql";
    }

    @Override
    public String text(int number) {
        return """
                -- migrate:up
                create table %1$s (id int);

                -- migrate:down
                drop table %1$s;
                """.formatted(Chain.name(number));
    }

    @Override
    public Set<RealDatabase.Engine> engines() {
        return EnumSet.complementOf(EnumSet.of(RealDatabase.Engine.H2));
    }

    @Override
    public void migrate(Path project, RealDatabase database) {
        Program.Run run = run(project, database, "migrate");
        assertThat(run.exitCode()).as(run.errors()).isZero();
    }

    /** Runs a command of dbmate's. */
    static Program.Run run(Path project, RealDatabase database, String command) {
        Installed.orSkip("dbmate", Program.isInstalled("dbmate"));
        String url = switch (database.engine()) {
            case POSTGRESQL -> database.url() + "?sslmode=disable";
            case SQLITE -> database.url().replaceFirst("^sqlite:///", "sqlite:");
            case MARIADB -> database.url().replaceFirst("^mariadb:", "mysql:");
            case H2 -> throw new IllegalArgumentException("dbmate does not know H2");
        };
        return Program.run(project, Map.of("DATABASE_URL", url), "dbmate", "--no-dump-schema", command);
    }
}
