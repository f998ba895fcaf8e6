package dev.migtrue.gather.address;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The variables in which migration tools, and the frameworks that run them, take an address. */
final class ToolVariables {

    private static final LoginKeys SPRING = LoginKeys.of("spring.datasource.").asVariables();
    private static final LoginKeys QUARKUS =
            new LoginKeys("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_USERNAME", "QUARKUS_DATASOURCE_PASSWORD");
    private static final LoginKeys MICRONAUT =
            LoginKeys.of("datasources.default.").asVariables();

    private static final Map<String, List<LoginKeys>> BY_SYSTEM = Map.of(
            "flyway",
            List.of(
                    new LoginKeys("FLYWAY_URL", "FLYWAY_USER", "FLYWAY_PASSWORD"),
                    LoginKeys.ofUser("spring.flyway.").asVariables(),
                    SPRING,
                    QUARKUS,
                    MICRONAUT),
            "liquibase",
            List.of(
                    new LoginKeys("LIQUIBASE_COMMAND_URL", "LIQUIBASE_COMMAND_USERNAME", "LIQUIBASE_COMMAND_PASSWORD"),
                    LoginKeys.ofUser("spring.liquibase.").asVariables(),
                    SPRING,
                    QUARKUS,
                    MICRONAUT),
            "sqitch",
            List.of(new LoginKeys("SQITCH_TARGET", "SQITCH_USERNAME", "SQITCH_PASSWORD")),
            "prisma",
            List.of(new LoginKeys("DIRECT_URL", "", "")),
            "laravel",
            List.of(new LoginKeys("DB_URL", "", "")),
            "efcore",
            List.of(new LoginKeys("ConnectionStrings__DefaultConnection", "", "")));

    private ToolVariables() {}

    /** What variables say for a system, the most particular first. */
    static Stream<Claim> claims(String system, Map<String, String> environment, Path folder) {
        Stream<Claim> named = LoginKeys.told(BY_SYSTEM.getOrDefault(system, List.of()), environment).stream()
                // A variable is taken as it is: a placeholder in it would be another program's.
                .map(keys -> Spoken.claim(
                        Origin.variable(keys.url()), () -> address(keys, environment), folder, environment));
        return Stream.concat(named, own(system, environment, folder).stream());
    }

    private static String address(LoginKeys keys, Map<String, String> environment) {
        return new Credentials(
                        Optional.ofNullable(environment.get(keys.user())),
                        Optional.ofNullable(environment.get(keys.password())))
                .into(Notations.canonical(environment.getOrDefault(keys.url(), "")));
    }

    private static Optional<Claim> own(String system, Map<String, String> environment, Path folder) {
        return switch (system) {
            case "goose" ->
                value(environment, "GOOSE_DBSTRING")
                        .map(text -> Spoken.claim(
                                Origin.variable("GOOSE_DBSTRING"),
                                () -> goose(environment.getOrDefault("GOOSE_DRIVER", ""), text),
                                folder,
                                environment));
            case "laravel" ->
                value(environment, "DB_CONNECTION")
                        .filter(connection -> value(environment, "DB_DATABASE").isPresent())
                        .map(connection -> Spoken.claim(
                                new Origin("environment variables DB_*", Origin.Authority.HINT),
                                () -> laravel(connection, environment),
                                folder,
                                environment));
            default -> Optional.empty();
        };
    }

    private static String goose(String driver, String text) {
        return switch (driver) {
            case "sqlite3", "sqlite", "libsql" ->
                "sqlite:" + text.replaceFirst("^(file:|sqlite3?:(//)?)", "").replaceFirst("\\?.*", "");
            default -> text;
        };
    }

    private static String laravel(String connection, Map<String, String> environment) {
        String database = environment.getOrDefault("DB_DATABASE", "");
        if (connection.equals("sqlite")) {
            return "sqlite:" + database;
        }
        String port = value(environment, "DB_PORT").map(number -> ":" + number).orElse("");
        return Notations.canonical(new ServerUrl(
                        connection.equals("pgsql") ? "postgresql" : connection,
                        value(environment, "DB_USERNAME"),
                        value(environment, "DB_PASSWORD"),
                        environment.getOrDefault("DB_HOST", "127.0.0.1") + port,
                        database)
                .text());
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
