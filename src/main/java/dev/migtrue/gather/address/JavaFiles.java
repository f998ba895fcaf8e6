package dev.migtrue.gather.address;

import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configuration of Flyway and Liquibase themselves, and of the frameworks that run them: Spring Boot, Quarkus, Micronaut. */
final class JavaFiles {

    private static final List<String> PLACES =
            List.of("src/main/resources/config/", "src/main/resources/", "config/", "");
    private static final List<String> ENDINGS = List.of(".properties", ".yml", ".yaml");

    private static final LoginKeys SPRING = LoginKeys.of("spring.datasource.");
    private static final List<LoginKeys> SHARED = List.of(
            new LoginKeys("quarkus.datasource.jdbc.url", "quarkus.datasource.username", "quarkus.datasource.password"),
            SPRING,
            new LoginKeys(
                    "spring.datasource.hikari.jdbcurl",
                    "spring.datasource.hikari.username",
                    "spring.datasource.hikari.password"),
            LoginKeys.of("datasources.default."));

    private static final List<String> OF_FLYWAY = List.of(
            "flyway.user.toml",
            "flyway.toml",
            "flyway.conf",
            "conf/flyway.toml",
            "conf/flyway.conf",
            "src/main/resources/flyway.conf",
            "src/main/resources/flyway.properties");
    private static final List<String> OF_LIQUIBASE = List.of(
            "liquibase.properties",
            "src/main/resources/liquibase.properties",
            "src/main/resources/liquibase/liquibase.properties");

    private final Ground ground;
    private final Project project;

    JavaFiles(Ground ground, Project project) {
        this.ground = ground;
        this.project = project;
    }

    /** What they say, the tool's own first. */
    Stream<Claim> claims() {
        boolean isFlyway = project.system().equals("flyway");
        Optional<RepoPath> own = Optional.ofNullable(ground.environment().get("LIQUIBASE_DEFAULTS_FILE"))
                .filter(name -> !isFlyway && !name.isBlank())
                .flatMap(RepoPath.TOP::resolve)
                .filter(ground::has)
                .or(() -> ground.nearest(project, isFlyway ? OF_FLYWAY : OF_LIQUIBASE));
        return Stream.concat(
                own.flatMap(file -> isFlyway ? flyway(file) : liquibase(file)).stream(), framework().stream());
    }

    private Optional<Claim> flyway(RepoPath file) {
        Map<String, String> values = plain(file, Set.of());
        String environment = values.getOrDefault("flyway.environment", "default");
        return claim(
                file,
                values,
                List.of(LoginKeys.ofUser("environments." + environment + "."), LoginKeys.ofUser("flyway.")));
    }

    private Optional<Claim> liquibase(RepoPath file) {
        return claim(file, plain(file, Set.of()), List.of(LoginKeys.of("liquibase.command."), LoginKeys.of("")));
    }

    private Optional<Claim> claim(RepoPath file, Map<String, String> values, List<LoginKeys> all) {
        return LoginKeys.told(all, values).map(keys -> {
            Filling filling = new Filling(ground.environment(), values);
            Stream.of(keys.url(), keys.user(), keys.password())
                    .forEach(key -> filling.fill(values.getOrDefault(key, "")));
            return ground.claim(file, keys.url(), filling, () -> keys.address(values, filling));
        });
    }

    private Optional<Claim> framework() {
        Set<String> profiles = Stream.of(ground.environment()
                        .getOrDefault("SPRING_PROFILES_ACTIVE", "")
                        .split(",", -1))
                .map(String::strip)
                .collect(Collectors.toSet());
        List<RepoPath> files = files(profiles);
        Map<String, String> values = new LinkedHashMap<>();
        files.forEach(file -> plain(file, profiles).forEach(values::putIfAbsent));
        String own = "spring." + project.system() + ".";
        // A login of its own is used with the address that the application has.
        Stream.of("user", "password")
                .forEach(key -> Optional.ofNullable(values.get(own + key))
                        .ifPresent(told -> values.put(key.equals("user") ? SPRING.user() : SPRING.password(), told)));
        List<LoginKeys> all =
                Stream.concat(Stream.of(LoginKeys.ofUser(own)), SHARED.stream()).toList();
        return LoginKeys.told(all, values).flatMap(keys -> claim(telling(files, keys, profiles), values, all));
    }

    /** The file that names the address; one that may not be followed goes first, as it may tell a part of it. */
    private RepoPath telling(List<RepoPath> files, LoginKeys keys, Set<String> profiles) {
        return files.stream()
                .filter(file -> ground.review().objection(file, Set.of()).isPresent())
                .findFirst()
                .or(() -> files.stream()
                        .filter(file -> plain(file, profiles).containsKey(keys.url()))
                        .findFirst())
                .orElse(files.getLast());
    }

    /** The files of one application: those of active profiles first, the general one last. */
    private List<RepoPath> files(Set<String> profiles) {
        for (RepoPath folder : Ground.around(project)) {
            List<RepoPath> found = new ArrayList<>();
            for (String name : Stream.concat(
                            profiles.stream().filter(each -> !each.isBlank()).map(each -> "application-" + each),
                            Stream.of("application"))
                    .toList()) {
                PLACES.stream()
                        .flatMap(place -> ENDINGS.stream().map(ending -> place + name + ending))
                        .flatMap(path -> folder.resolve(path).stream())
                        .filter(ground::has)
                        .forEach(found::add);
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The values of a file, keys in lower case without hyphens; documents for profiles that are not active left out. */
    private SequencedMap<String, String> plain(RepoPath file, Set<String> profiles) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        for (SequencedMap<String, String> document :
                FlatText.read(file.name(), ground.text(file).orElse(""))) {
            String wanted = document.getOrDefault(
                    "spring.config.activate.on-profile", document.getOrDefault("spring.profiles", ""));
            if (wanted.isBlank() || profiles.contains(wanted)) {
                document.forEach(
                        (key, value) -> values.put(key.toLowerCase(Locale.ROOT).replace("-", ""), value.strip()));
            }
        }
        return values;
    }
}
