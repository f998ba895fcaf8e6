package dev.migtrue.gather.scratch.replay;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** An environment without anything that may lead to a database, or let one in anywhere. */
final class CleanEnvironment {

    private static final Pattern TELLING_NAME =
            Pattern.compile("(?:PG|MYSQL|MARIADB|POSTGRES|SQLITE|ORACLE|MSSQL|DB_|DATABASE|FLYWAY|LIQUIBASE"
                    + "|SPRING_|QUARKUS_|JDBC|GOOSE_|DBMATE|DJANGO_DB|RAILS_MASTER|MIGTRUE|GIT_).*"
                    + "|.*(?:PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|PRIVATE|API_?KEY|ACCESS_?KEY|MASTER_KEY|DATABASE|DSN|_DB)(?:_.*)?"
                    + "|.*_(?:DB_.*|PWD|AUTH)");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?s).*(?:[a-z][a-z0-9+.-]*://[^/\\s]*@|\\b(?:jdbc:|postgres|mysql|mariadb|sqlite|sqlserver|mssql|oracle|mongodb|redis|clickhouse)[a-z0-9+]*:|password=).*");

    private CleanEnvironment() {}

    static Map<String, String> of(Map<String, String> environment) {
        Map<String, String> clean = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (!TELLING_NAME.matcher(name.toUpperCase(Locale.ROOT)).matches()
                    && !ADDRESS.matcher(value).matches()) {
                clean.put(name, value);
            }
        });
        return clean;
    }
}
