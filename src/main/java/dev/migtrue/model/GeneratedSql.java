package dev.migtrue.model;

import java.util.List;

/** What a migration that is written in other words than SQL would do on one kind of database. */
public sealed interface GeneratedSql {

    /**
     * The statements that its tool would run, in their order and without what ends them; none where nothing of it is for this kind of
     * database.
     *
     * @param dialect the kind of database: {@code postgresql}
     */
    record Statements(String dialect, List<String> statements) implements GeneratedSql {
        public Statements {
            statements = List.copyOf(statements);
        }
    }

    /** There are none to be had; {@code reason} completes "not generated: …". */
    record NotGenerated(String reason) implements GeneratedSql {}
}
