package dev.migtrue.system.liquibase;

import dev.migtrue.model.GeneratedSql;
import java.util.List;
import java.util.Set;

/** The SQL of changesets as Liquibase would run it, as far as that can be told without a database and without the project's classes. */
final class Generation {

    /** Changes that run code of the project's own, or programs. */
    static final Set<String> OWN_CODE = Set.of("customChange", "executeCommand");

    private final Parsed parsed;
    private final Definitions definitions;

    Generation(Parsed parsed, Definitions definitions) {
        this.parsed = parsed;
        this.definitions = definitions;
    }

    /** @param dialect Liquibase's short name of the database */
    GeneratedSql of(Walk.Found found, String dialect) {
        if (found.when().excludes(dialect)) {
            return new GeneratedSql.Statements(dialect, List.of());
        }
        List<String> unfilled = definitions.unfilled(found);
        if (!unfilled.isEmpty()) {
            return new GeneratedSql.NotGenerated(
                    "only a run can tell what '${%s}' stands for".formatted(unfilled.getFirst()));
        }
        return withPlaceholders(found, dialect);
    }

    /** As the other, with placeholders as they stand where only a run can tell what they stand for. */
    GeneratedSql withPlaceholders(Walk.Found found, String dialect) {
        ChangeSet changeSet = found.changeSet();
        return changeSet.changes().stream()
                .filter(OWN_CODE::contains)
                .findFirst()
                .<GeneratedSql>map(change ->
                        new GeneratedSql.NotGenerated("'%s' runs code of the project's own".formatted(change)))
                .orElseGet(() -> parsed.of(found, dialect)
                        .map(known -> known.sql(dialect))
                        .orElseGet(() -> new GeneratedSql.NotGenerated("liquibase cannot parse it here")));
    }
}
