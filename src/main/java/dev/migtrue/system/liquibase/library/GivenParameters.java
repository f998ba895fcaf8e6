package dev.migtrue.system.liquibase.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import liquibase.ContextExpression;
import liquibase.Labels;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.DatabaseList;
import org.jspecify.annotations.Nullable;

/** What changelogs themselves say a name stands for. Liquibase would ask the environment and the JVM first: ours are not the user's. */
final class GivenParameters extends ChangeLogParameters {

    private final List<Given> everywhere = new ArrayList<>();
    private final Map<String, List<Given>> byFile = new HashMap<>();
    private final String dialect;
    private final Function<String, Optional<String>> outside;
    private List<String> scopes = List.of();

    /** @param outside the value that is given for a name beside all changelogs, which counts for more than theirs */
    GivenParameters(String dialect, Function<String, Optional<String>> outside) {
        this.dialect = dialect;
        this.outside = outside;
        setDatabase(dialect);
    }

    private record Given(String name, Object value, String databases) {}

    /** Goes on to a changelog, which sees what is given locally in it and in those {@code above} it, the nearest first. */
    void enter(String path, List<String> above) {
        List<String> all = new ArrayList<>(List.of(path));
        all.addAll(above);
        scopes = List.copyOf(all);
    }

    @Override
    public void set(String key, Object value, ContextExpression contexts, Labels labels, String... databases) {
        everywhere.add(given(key, value, databases));
    }

    /** Of several values in one file the last one counts, other than of global ones. */
    @Override
    public void setLocal(
            String key,
            Object value,
            DatabaseChangeLog changeLog,
            ContextExpression contexts,
            Labels labels,
            String... databases) {
        byFile.computeIfAbsent(scopes.getFirst(), first -> new ArrayList<>()).addFirst(given(key, value, databases));
    }

    private static Given given(String key, Object value, String... databases) {
        return new Given(
                key,
                value,
                Optional.ofNullable(databases)
                        .map(names -> String.join(",", names))
                        .orElse(""));
    }

    @Override
    public @Nullable Object getValue(@Nullable String key, @Nullable DatabaseChangeLog changeLog) {
        // Asked for no name by the parser of YAML.
        Optional<String> told = Optional.ofNullable(key).flatMap(outside);
        if (told.isPresent()) {
            return told.get();
        }
        return Stream.concat(
                        everywhere.stream(),
                        scopes.stream().flatMap(file -> byFile.getOrDefault(file, List.of()).stream()))
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
