package dev.migtrue.system.flyway;

import dev.migtrue.model.Kind;
import dev.migtrue.model.MigrationId;
import java.util.Comparator;
import java.util.Optional;

/** What the name of a migration file says. */
sealed interface ScriptName {

    /** What the ids of baselines begin with. */
    String BASELINE = "B";

    /** The order in which Flyway runs them: by version, then the repeatable ones by description. */
    Comparator<ScriptName> EXECUTION_ORDER = (left, right) -> switch (left) {
        case Numbered a ->
            switch (right) {
                case Numbered b ->
                    Comparator.comparing(Numbered::version)
                            .thenComparing(Numbered::kind)
                            .compare(a, b);
                case Repeatable b -> -1;
            };
        case Repeatable a ->
            switch (right) {
                case Numbered b -> 1;
                case Repeatable b -> a.description().compareTo(b.description());
            };
    };

    /** The version that an id was made from; absent for a repeatable migration. */
    static Optional<Version> version(MigrationId id) {
        return Version.parse(id.value().startsWith(BASELINE) ? id.value().substring(BASELINE.length()) : id.value());
    }

    MigrationId id();

    Kind kind();

    /** The words after the separator, with blanks; may be empty. */
    String description();

    /** The name of a migration that has a version. */
    sealed interface Numbered extends ScriptName {
        Version version();
    }

    /** {@code V1_2__add_users.sql}. */
    record Versioned(Version version, String description) implements Numbered {

        @Override
        public MigrationId id() {
            return new MigrationId(version.toString());
        }

        @Override
        public Kind kind() {
            return Kind.VERSIONED;
        }
    }

    /** {@code B5__all_up_to_five.sql}. */
    record Baseline(Version version, String description) implements Numbered {

        /** Another id than that of the versioned migration whose place it takes: both may be there. */
        @Override
        public MigrationId id() {
            return new MigrationId(BASELINE + version);
        }

        @Override
        public Kind kind() {
            return Kind.BASELINE;
        }
    }

    /** {@code U5__drop_users.sql}, which takes back {@code V5}. */
    record Undo(Version version, String description) implements Numbered {

        @Override
        public MigrationId id() {
            return new MigrationId("U" + version);
        }

        @Override
        public Kind kind() {
            return Kind.UNDO;
        }
    }

    /** {@code R__refresh_views.sql}. */
    record Repeatable(String description) implements ScriptName {

        /** How much of a description the version table holds. */
        private static final int STORED = 200;

        /** Made from what the version table holds of the description, so that the id of a row is that of its file. */
        @Override
        public MigrationId id() {
            String stored = description.length() <= STORED ? description : description.substring(0, STORED - 3) + "...";
            return new MigrationId("R__" + stored.replace(' ', '_'));
        }

        @Override
        public Kind kind() {
            return Kind.REPEATABLE;
        }
    }
}
