package dev.migtrue.incident;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.flywaydb.core.Flyway;

/** Flyway, with versioned SQL. */
final class FlywayTool implements RealTool {

    @Override
    public String name() {
        return "flyway";
    }

    @Override
    public String folder() {
        return "src/main/resources/db/migration";
    }

    @Override
    public String id(int number) {
        return Integer.toString(number);
    }

    @Override
    public String file(int number) {
        return folder() + "/V%d__%s.sql".formatted(number, Chain.name(number));
    }

    @Override
    public String text(int number) {
        return "create table " + Chain.name(number) + " (id int);\n";
    }

    @Override
    public Set<RealDatabase.Engine> engines() {
        return EnumSet.allOf(RealDatabase.Engine.class);
    }

    @Override
    public void migrate(Path project, RealDatabase database) {
        flyway(project, database).migrate();
    }

    /** Flyway as it sees a project of the incident. */
    static Flyway flyway(Path project, RealDatabase database) {
        return Flyway.configure()
                .loggers("slf4j")
                .dataSource(database.jdbcUrl(), null, null)
                .locations("filesystem:" + project.resolve(new FlywayTool().folder()))
                .load();
    }
}
