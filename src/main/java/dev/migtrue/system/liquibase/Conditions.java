package dev.migtrue.system.liquibase;

import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a changeset asks of the database before it is run. */
final class Conditions {

    /** What becomes of a changeset of which they do not hold, where that is no failure. */
    private static final Set<String> PASSED_OVER = Set.of("MARK_RAN", "CONTINUE");

    private static final Set<String> SETTINGS =
            Set.of("onFail", "onError", "onFailMessage", "onErrorMessage", "onSqlOutput", "onUpdateSQL");

    /** What users call databases that Liquibase calls otherwise. */
    private static final Map<String, String> DIALECTS = Map.of("mssql", "sqlserver", "postgres", "postgresql");

    private Conditions() {}

    /** What must hold for a changeset to be run; absent where nothing is asked, or where it fails if that does not hold. */
    static Optional<Guard> of(Element changeSet) {
        return changeSet.children().stream()
                .filter(child -> child.name().equalsIgnoreCase("preConditions"))
                .findFirst()
                .filter(asked -> PASSED_OVER.contains(setting(asked, "onFail").toUpperCase(Locale.ROOT)))
                .map(asked -> new Guard.All(guards(asked)));
    }

    private static String setting(Element asked, String key) {
        return asked.attribute(key)
                .or(() -> asked.children().stream()
                        .filter(child -> child.name().equals(key))
                        .map(child -> child.text().strip())
                        .findFirst())
                .or(() -> asked.children().stream()
                        .flatMap(child -> child.attribute(key).stream())
                        .findFirst())
                .orElse("");
    }

    private static List<Guard> guards(Element asked) {
        return asked.children().stream()
                .filter(child -> !SETTINGS.contains(child.name()))
                .map(Conditions::guard)
                .toList();
    }

    private static Guard guard(Element asked) {
        return switch (asked.name()) {
            case "and" -> new Guard.All(guards(asked));
            case "or" -> new Guard.Any(guards(asked));
            case "not" -> new Guard.Not(new Guard.All(guards(asked)));
            case "dbms" ->
                new Guard.Any(When.words(asked.attribute("type").orElse("")).stream()
                        .<Guard>map(type -> new Guard.OfDialect(DIALECTS.getOrDefault(type, type)))
                        .toList());
            case "tableExists" -> exists(ObjectKind.TABLE, asked, "tableName", "");
            case "viewExists" -> exists(ObjectKind.VIEW, asked, "viewName", "");
            case "sequenceExists" -> exists(ObjectKind.SEQUENCE, asked, "sequenceName", "");
            case "columnExists" -> exists(ObjectKind.COLUMN, asked, "columnName", "tableName");
            case "indexExists" -> exists(ObjectKind.INDEX, asked, "indexName", "tableName");
            case "foreignKeyConstraintExists" ->
                exists(ObjectKind.CONSTRAINT, asked, "foreignKeyName", "foreignKeyTableName");
            case "primaryKeyExists" -> exists(ObjectKind.CONSTRAINT, asked, "primaryKeyName", "tableName");
            case "uniqueConstraintExists" -> exists(ObjectKind.CONSTRAINT, asked, "constraintName", "tableName");
            default -> new Guard.Unknown(asked.name());
        };
    }

    private static Guard exists(ObjectKind kind, Element asked, String name, String on) {
        return asked.attribute(name)
                .<Guard>map(named -> new Guard.Exists(
                        kind,
                        asked.attribute("schemaName")
                                .filter(schema -> on.isEmpty())
                                .map(schema -> schema + "." + named)
                                .orElse(named),
                        asked.attribute(on)))
                .orElseGet(() -> new Guard.Unknown(asked.name()));
    }
}
