package dev.migtrue.language.sql;

import java.util.Set;

/** Which statements of a dialect hold others, and how they nest. */
enum Bodies {
    NONE {
        @Override
        Nesting nesting(String first) {
            return Nesting.NONE;
        }
    },
    /** PostgreSQL: {@code CREATE FUNCTION … BEGIN ATOMIC … END}; every other body is a string. */
    ATOMIC {
        @Override
        Nesting nesting(String first) {
            return first.equals("CREATE")
                    ? CompoundNesting.afterCreate(Set.of("FUNCTION", "PROCEDURE"), CompoundNesting.PLAIN)
                    : Nesting.NONE;
        }
    },
    /** SQLite. */
    TRIGGERS {
        @Override
        Nesting nesting(String first) {
            return first.equals("CREATE")
                    ? CompoundNesting.afterCreate(Set.of("TRIGGER"), CompoundNesting.PLAIN)
                    : Nesting.NONE;
        }
    },
    /** Routines, triggers and events as the standard writes them. */
    COMPOUND {
        @Override
        Nesting nesting(String first) {
            return first.equals("CREATE")
                    ? CompoundNesting.afterCreate(ROUTINES, CompoundNesting.PROCEDURAL)
                    : Nesting.NONE;
        }
    },
    /** MariaDB: control statements outside routines, too. */
    COMPOUND_ANYWHERE {
        @Override
        Nesting nesting(String first) {
            return switch (first) {
                case "BEGIN", "IF", "LOOP", "WHILE", "REPEAT", "FOR", "CASE" -> CompoundNesting.withoutHead(first);
                default -> COMPOUND.nesting(first);
            };
        }
    },
    /** SQL Server: a routine reaches to the end of its batch. */
    BATCH {
        @Override
        Nesting nesting(String first) {
            return switch (first) {
                case "CREATE", "ALTER", "BEGIN", "IF", "WHILE" -> new BatchNesting(first);
                default -> Nesting.NONE;
            };
        }
    },
    /** Oracle. */
    PLSQL {
        @Override
        Nesting nesting(String first) {
            return switch (first) {
                case "CREATE", "DECLARE", "BEGIN", "<<" -> new PlsqlNesting(first);
                default -> Nesting.NONE;
            };
        }
    };

    private static final Set<String> ROUTINES = Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "PACKAGE");

    /** That of a statement by its first word, in upper case. */
    abstract Nesting nesting(String first);
}
