package dev.migtrue.system;

import dev.migtrue.system.alembic.AlembicSystem;
import dev.migtrue.system.flyway.FlywaySystem;
import java.util.List;

/** Every migration system there is. */
public final class MigrationSystems {

    /** In the order of their names. */
    public static final List<MigrationSystem> ALL = List.of(new AlembicSystem(), new FlywaySystem());

    private MigrationSystems() {}
}
