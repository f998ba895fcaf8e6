package dev.migtrue.system.flyway;

import dev.migtrue.model.RepoPath;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words of which a folder's name is made, in lower case: {@code db_migrationPostgres-9} has four. */
record Words(List<String> words) {

    private static final Set<String> MIGRATION = Set.of("migration", "migrations", "migrate", "flyway");
    private static final Set<String> DATABASE = Set.of("db", "database", "databases", "sql");

    private static final Set<String> VENDORS = Set.of(
            "clickhouse",
            "cockroachdb",
            "db2",
            "derby",
            "firebird",
            "h2",
            "hsqldb",
            "informix",
            "mariadb",
            "mysql",
            "oracle",
            "postgresql",
            "redshift",
            "saphana",
            "singlestore",
            "snowflake",
            "spanner",
            "sqlite",
            "sqlserver",
            "sybase",
            "tidb",
            "yugabytedb");

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "cockroach", "cockroachdb",
            "hana", "saphana",
            "hsql", "hsqldb",
            "mssql", "sqlserver",
            "pg", "postgresql",
            "pgsql", "postgresql",
            "postgres", "postgresql",
            "yugabyte", "yugabytedb");

    Words {
        words = List.copyOf(words);
    }

    static Words of(RepoPath folder) {
        return new Words(Arrays.stream(folder.name().split("[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])", -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** Whether the name says that migrations lie here. */
    boolean meanMigrations() {
        return words.stream().anyMatch(MIGRATION::contains);
    }

    /** Whether the name says that what lies here is about databases. */
    boolean meanDatabase() {
        return meanMigrations() || words.stream().anyMatch(DATABASE::contains);
    }

    /** The database vendor that is named, always in the same spelling; with a version number or in two words too. */
    Optional<String> vendor() {
        Stream<String> pairs = IntStream.range(1, words.size()).mapToObj(i -> words.get(i - 1) + words.get(i));
        return Stream.concat(words.stream(), pairs)
                .flatMap(word -> Stream.of(word, word.replaceFirst("\\d+$", "")))
                .map(word -> OTHER_NAMES.getOrDefault(word, word))
                .filter(VENDORS::contains)
                .findFirst();
    }
}
