package dev.migtrue.gather.address;

import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rails' {@code config/database.yml}. The Ruby in it is not run: what it takes from the environment by the usual words is put in. */
final class RailsFile {

    /** {@code <%= ENV["X"] %>}, {@code ENV.fetch("X") { "y" }}, {@code ENV.fetch("X", "y")}, {@code ENV["X"] || "y"}. */
    private static final Pattern PLAIN = Pattern.compile(
            "<%=\\s*ENV(?:\\.fetch\\(|\\[)\\s*[\"'](?<name>\\w+)[\"']\\s*"
                    + "(?:,\\s*(?<second>[^)]*?))?[)\\]]\\s*(?:\\{\\s*(?<block>[^}]*?)\\s*}|\\|\\|\\s*(?<other>[^%]*?))?\\s*-?%>");

    private static final Pattern RUBY = Pattern.compile("<%(?!#).*?%>", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("[\"'](.*)[\"']|([0-9]+)");

    /** Stands in a value for what only Ruby knows. */
    private static final String UNKNOWN = "\uE000";

    private final Ground ground;
    private final Project project;

    RailsFile(Ground ground, Project project) {
        this.ground = ground;
        this.project = project;
    }

    Stream<Claim> claims() {
        return ground.nearest(project, List.of("config/database.yml")).stream().flatMap(this::claim);
    }

    private Stream<Claim> claim(RepoPath file) {
        String text = ground.text(file).orElse("");
        Map<String, String> names = new LinkedHashMap<>();
        String yaml = RUBY.matcher(
                        PLAIN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(marked(found, names))))
                .replaceAll(UNKNOWN);
        String section =
                Optional.ofNullable(ground.environment().get("RAILS_ENV")).orElse("development");
        SequencedMap<String, String> values =
                FlatText.read(file.name(), yaml).stream().findFirst().orElseGet(LinkedHashMap::new);
        Map<String, String> own = new LinkedHashMap<>();
        for (String prefix : List.of(section + ".primary.", section + ".")) {
            values.forEach((key, value) -> {
                if (key.startsWith(prefix)) {
                    own.putIfAbsent(key.substring(prefix.length()), value);
                }
            });
        }
        if (own.getOrDefault("adapter", own.getOrDefault("url", "")).isEmpty()) {
            return Stream.empty();
        }
        Filling filling = new Filling(ground.environment(), Map.of());
        Map<String, String> filled = new LinkedHashMap<>();
        own.forEach((key, value) -> filled.put(key, KEYS.contains(key) ? filled(value, names, filling) : ""));
        RepoPath root = file.resolve("../..").orElse(RepoPath.TOP);
        return Stream.of(ground.claim(file, section, filling, () -> address(filled), root));
    }

    private static final List<String> KEYS =
            List.of("url", "adapter", "host", "port", "database", "username", "password", "sslmode", "socket");

    /** A mark that YAML takes for a word; what it stands for is only looked at where its value counts. */
    private static String marked(MatchResult found, Map<String, String> names) {
        String mark = "\uE001" + names.size() + "\uE002";
        String unset = Stream.of(2, 3, 4)
                .flatMap(group -> Optional.ofNullable(found.group(group)).stream())
                .findFirst()
                .map(RailsFile::literal)
                .orElse(found.group().contains("fetch") ? UNKNOWN : "");
        names.put(mark, found.group(1) + "=" + unset);
        return mark;
    }

    private static String literal(String ruby) {
        Matcher literal = LITERAL.matcher(ruby.strip());
        return literal.matches()
                ? Optional.ofNullable(literal.group(1)).orElseGet(() -> String.valueOf(literal.group(2)))
                : UNKNOWN;
    }

    private static String filled(String value, Map<String, String> names, Filling filling) {
        String filled = value;
        for (Map.Entry<String, String> mark : names.entrySet()) {
            if (filled.contains(mark.getKey())) {
                String name = mark.getValue().replaceFirst("(?s)=.*", "");
                String unset = mark.getValue().substring(name.length() + 1);
                String known = filling.variable(name, unset.equals(UNKNOWN) ? Optional.empty() : Optional.of(unset));
                filled = filled.replace(mark.getKey(), known);
            }
        }
        if (filled.contains(UNKNOWN)) {
            filling.miss("it cannot be known without running the Ruby in it");
        }
        return filled;
    }

    private static String address(Map<String, String> values) {
        String url = values.getOrDefault("url", "");
        if (!url.isEmpty()) {
            return url;
        }
        String adapter = values.getOrDefault("adapter", "");
        String database = values.getOrDefault("database", "");
        if (adapter.startsWith("sqlite")) {
            return "sqlite:" + database;
        }
        String host = values.getOrDefault("host", "");
        String port = values.getOrDefault("port", "");
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        if (adapter.startsWith("postg") && values.containsKey("sslmode")) {
            settings.put("sslmode", values.getOrDefault("sslmode", ""));
        }
        return new ServerUrl(
                        adapter.replaceFirst("^oracle_enhanced$", "oracle"),
                        text(values.getOrDefault("username", "")),
                        text(values.getOrDefault("password", "")),
                        (host.isEmpty() ? "localhost" : host) + (port.isEmpty() ? "" : ":" + port),
                        database,
                        settings)
                .text();
    }

    private static Optional<String> text(String value) {
        return Optional.of(value).filter(some -> !some.isEmpty());
    }
}
