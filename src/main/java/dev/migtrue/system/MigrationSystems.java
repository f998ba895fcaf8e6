package dev.migtrue.system;

import dev.migtrue.system.alembic.AlembicSystem;
import dev.migtrue.system.django.DjangoSystem;
import dev.migtrue.system.flyway.FlywaySystem;
import dev.migtrue.system.keyed.KeyedTools;
import dev.migtrue.system.liquibase.LiquibaseSystem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every migration system there is. */
public final class MigrationSystems {

    /** In the order of their names. */
    public static final List<MigrationSystem> ALL = Stream.concat(
                    Stream.of(new AlembicSystem(), new DjangoSystem(), new FlywaySystem(), new LiquibaseSystem()),
                    KeyedTools.ALL.stream())
            .sorted(Comparator.comparing(MigrationSystem::name))
            .toList();

    private MigrationSystems() {}

    /** All of them, as environment variables set them up. */
    public static List<MigrationSystem> within(Map<String, String> environment) {
        return ALL.stream().map(system -> system.within(environment)).toList();
    }
}
