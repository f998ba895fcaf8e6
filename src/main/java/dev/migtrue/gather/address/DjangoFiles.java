package dev.migtrue.gather.address;

import dev.migtrue.gather.address.PythonText.Value;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The database {@code default} of Django's settings, where they say it plainly. */
final class DjangoFiles {

    private static final Pattern MODULE =
            Pattern.compile("DJANGO_SETTINGS_MODULE[\"']\\s*,\\s*[\"'](?<module>[\\w.]+)[\"']");
    private static final Pattern FILE =
            Pattern.compile("(?:^|/)(?:[\\w-]*settings[\\w-]*\\.py|settings/[\\w-]+\\.py)$");
    private static final Pattern DATABASES = Pattern.compile("(?m)^DATABASES\\s*(?::[^=\\n]*)?=(?<value>(?s:.*))");
    private static final Pattern DEFAULT = Pattern.compile("(?m)^DATABASES\\[[\"']default[\"']]\\s*=(?<value>(?s:.*))");

    private static final Set<String> READERS = Set.of(
            "env.db",
            "env.db_url",
            "env.dj_db_url",
            "dj_database_url.config",
            "dj_database_url.parse",
            "db_url",
            "config");

    private final Ground ground;
    private final Project project;

    DjangoFiles(Ground ground, Project project) {
        this.ground = ground;
        this.project = project;
    }

    Stream<Claim> claims() {
        return file().flatMap(this::claim).stream();
    }

    /** The settings that are in force, if these name databases; else the only ones that do. */
    private Optional<RepoPath> file() {
        List<RepoPath> telling = ground.files().files().stream()
                .filter(file -> project.root().equals(RepoPath.TOP) || file.isUnder(project.root()))
                .filter(file -> FILE.matcher(file.value()).find())
                .filter(file -> ground.text(file)
                        .filter(text -> value(text).isPresent())
                        .isPresent())
                .toList();
        return module().flatMap(module -> telling.stream()
                        .filter(file -> file.value().endsWith(module))
                        .findFirst())
                .or(() -> telling.size() == 1 ? Optional.of(telling.getFirst()) : Optional.empty());
    }

    private Optional<String> module() {
        return Optional.ofNullable(ground.environment().get("DJANGO_SETTINGS_MODULE"))
                .or(() -> ground.nearest(project, List.of("manage.py"))
                        .flatMap(ground::text)
                        .map(MODULE::matcher)
                        .filter(Matcher::find)
                        .map(found -> String.valueOf(found.group("module"))))
                .map(module -> module.replace('.', '/') + ".py");
    }

    private static Optional<String> value(String source) {
        return Stream.of(DEFAULT, DATABASES)
                .map(pattern -> pattern.matcher(source))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> String.valueOf(found.group("value")));
    }

    private Optional<Claim> claim(RepoPath file) {
        String source = ground.text(file).orElse("");
        Filling filling = ground.filling();
        PythonSettings settings = new PythonSettings(file, source, filling);
        String address = address(
                DEFAULT.matcher(source).find()
                        ? PythonText.read(value(source).orElse(""))
                        : member(PythonText.read(value(source).orElse(""))),
                settings);
        return address.isEmpty() && filling.gap().isEmpty()
                ? Optional.empty()
                : Optional.of(ground.claim(file, "DATABASES", filling, () -> address, RepoPath.TOP));
    }

    private static Value member(Value databases) {
        return databases instanceof PythonText.Dict dict
                ? dict.members().getOrDefault("default", new PythonText.Dict(Map.of()))
                : new PythonText.Other();
    }

    private static String address(Value value, PythonSettings settings) {
        return switch (value) {
            case PythonText.Dict dict -> dict.members().isEmpty() ? "" : plain(dict.members(), settings);
            case PythonText.Call call ->
                READERS.contains(call.function()) ? read(call, settings) : settings.text(new PythonText.Other());
            default -> settings.text(new PythonText.Other());
        };
    }

    /** The readers of one variable, which is DATABASE_URL unless they name another. */
    private static String read(PythonText.Call call, PythonSettings settings) {
        if (call.function().endsWith("parse")) {
            return call.arguments().stream().findFirst().map(settings::text).orElse("");
        }
        Optional<String> name = Stream.concat(
                        call.arguments().stream().limit(1),
                        Stream.ofNullable(call.keywords().get("env")))
                .flatMap(value -> value instanceof PythonText.Text text ? Stream.of(text.value()) : Stream.empty())
                .findFirst();
        String variable = name.orElse("DATABASE_URL");
        Optional<Value> unset = Optional.ofNullable(call.keywords().get("default"))
                .or(() -> call.arguments().size() > 1
                        ? Optional.of(call.arguments().get(1))
                        : Optional.empty());
        return settings.filling().has(variable)
                ? settings.filling().variable(variable, Optional.empty())
                : settings.filling().variable(variable, unset.map(settings::text));
    }

    private static String plain(Map<String, Value> members, PythonSettings settings) {
        String engine = settings.member(members, "ENGINE").toLowerCase(Locale.ROOT);
        String name = settings.member(members, "NAME");
        if (engine.contains("sqlite") || engine.contains("spatialite")) {
            return "sqlite:" + name;
        }
        String port = settings.member(members, "PORT");
        return new ServerUrl(
                        kind(engine),
                        text(settings.member(members, "USER")),
                        text(settings.member(members, "PASSWORD")),
                        settings.member(members, "HOST") + (port.isEmpty() ? "" : ":" + port),
                        name,
                        options(members.get("OPTIONS"), settings))
                .text();
    }

    private static SequencedMap<String, String> options(@Nullable Value options, PythonSettings settings) {
        SequencedMap<String, String> told = new LinkedHashMap<>();
        if (options instanceof PythonText.Dict dict) {
            Stream.of("sslmode", "sslrootcert", "sslcert", "sslkey", "service", "passfile")
                    .filter(dict.members()::containsKey)
                    .forEach(key -> told.put(key, settings.member(dict.members(), key)));
        }
        return told;
    }

    private static String kind(String engine) {
        if (engine.contains("mysql")) {
            return "mysql";
        }
        if (engine.contains("oracle")) {
            return "oracle";
        }
        if (engine.contains("cockroach")) {
            return "cockroachdb";
        }
        return engine.contains("mssql") || engine.contains("sql_server") ? ServerUrl.SQL_SERVER : "postgresql";
    }

    private static Optional<String> text(String value) {
        return Optional.of(value).filter(some -> !some.isEmpty());
    }
}
