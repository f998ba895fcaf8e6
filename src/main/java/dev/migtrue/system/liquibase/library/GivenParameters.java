package dev.migtrue.system.liquibase.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liquibase.ContextExpression;
import liquibase.Labels;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.DatabaseList;
import org.jspecify.annotations.Nullable;

/** What changelogs themselves say a name stands for. Liquibase would ask the environment and the JVM first: ours are not the user's. */
final class GivenParameters extends ChangeLogParameters {

    private final List<Given> all = new ArrayList<>();
    private final String dialect;

    GivenParameters(String dialect) {
        this.dialect = dialect;
        setDatabase(dialect);
    }

    private record Given(String name, Object value, String databases) {}

    @Override
    public void set(String key, Object value, ContextExpression contexts, Labels labels, String... databases) {
        all.add(new Given(
                key,
                value,
                Optional.ofNullable(databases)
                        .map(names -> String.join(",", names))
                        .orElse("")));
    }

    @Override
    public @Nullable Object getValue(String key, @Nullable DatabaseChangeLog changeLog) {
        return all.stream()
                .filter(given -> given.name().equalsIgnoreCase(key))
                .filter(given -> DatabaseList.definitionMatches(given.databases(), dialect, true))
                .findFirst()
                .map(Given::value)
                .orElse(null);
    }

    @Override
    public boolean hasValue(String key, @Nullable DatabaseChangeLog changeLog) {
        return getValue(key, changeLog) != null;
    }
}
