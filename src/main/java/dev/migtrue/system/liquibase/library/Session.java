package dev.migtrue.system.liquibase.library;

import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.GlobalConfiguration;
import liquibase.Scope;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.UnsupportedDatabase;
import liquibase.resource.ResourceAccessor;

/** The surroundings in which Liquibase works for us. */
final class Session {

    /** Held here, or it would be collected and its level with it. */
    private static final Logger SILENCED = Logger.getLogger("liquibase");

    private final Map<String, Object> attributes;

    /** A kind of database without a connection; one that is not known stands for any that no changelog names. */
    static Database database(String dialect) {
        SILENCED.setLevel(Level.OFF);
        return Optional.ofNullable(DatabaseFactory.getInstance().getDatabase(dialect))
                .orElseGet(UnsupportedDatabase::new);
    }

    Session(Database database, ResourceAccessor files) {
        this.attributes = Map.of(
                AnalyticsArgs.ENABLED.getKey(),
                false,
                GlobalConfiguration.VALIDATE_XML_CHANGELOG_FILES.getKey(),
                false,
                GlobalConfiguration.SECURE_PARSING.getKey(),
                true,
                Scope.Attr.database.name(),
                database,
                Scope.Attr.resourceAccessor.name(),
                files,
                Scope.Attr.classLoader.name(),
                new OwnClasses());
    }

    /** What Liquibase makes of something; absent when it gives up, in whichever way. */
    @SuppressWarnings("IllegalCatch")
    <T> Optional<T> run(Scope.ScopedRunnerWithReturn<T> work) {
        try {
            return Optional.ofNullable(Scope.child(attributes, work));
        } catch (Exception | LinkageError givenUp) {
            return Optional.empty();
        }
    }

    /** Liquibase's own classes: one that a changelog names may be anything, and to load it is to run it. */
    private static final class OwnClasses extends ClassLoader {

        OwnClasses() {
            super(Scope.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("liquibase.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
