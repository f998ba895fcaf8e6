package dev.migtrue.config;

import dev.migtrue.model.RepoPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text of a first configuration: every key with what it is for and an example, which is a comment, so that the file says nothing until
 * somebody takes a {@code #} away.
 */
public final class InitialText {

    private static final int WIDTH = 100;

    private static final String HEAD = """
            # What migtrue should know about this repository that it cannot see. It needs to know nothing: lines that
            # begin with # are comments, and an example holds once the # before it is gone. What is wrong with a line
            # is told, with its place, by whatever reads the file: try 'migtrue check'.
            """;

    private final Vocabulary vocabulary;
    private final List<SystemSettings> detected;
    private final Optional<String> base;

    /**
     * @param detected the migration systems found, and where
     * @param base the branch to be merged into, where it is known
     */
    public InitialText(Vocabulary vocabulary, List<SystemSettings> detected, Optional<String> base) {
        this.vocabulary = vocabulary;
        this.detected = List.copyOf(detected);
        this.base = base;
    }

    /** The whole file. */
    public String text() {
        Map<String, String> examples = examples();
        return HEAD
                + new Grammar(vocabulary)
                        .file().keys().stream()
                                .map(key -> entry(
                                        key,
                                        Optional.ofNullable(examples.get(key.name()))
                                                .orElse("")))
                                .collect(Collectors.joining());
    }

    private static String entry(Key<?> key, String example) {
        return "\n" + commented(key.doc()) + example.indent(0).replaceAll("(?m)^(?=.)", "#");
    }

    /** In lines that are not too long, each with a blank after its {@code #}: an example has none. */
    private static String commented(String words) {
        StringBuilder lines = new StringBuilder("#");
        int width = 1;
        for (String word : words.split(" ", -1)) {
            if (width + 1 + word.length() > WIDTH) {
                lines.append("\n#");
                width = 1;
            }
            lines.append(' ').append(word);
            width += 1 + word.length();
        }
        return lines.append('\n').toString();
    }

    private Map<String, String> examples() {
        return Map.ofEntries(
                Map.entry("base", "base: " + base.orElse("main")),
                Map.entry("failOn", "failOn: warning"),
                Map.entry("rules", "rules:\n  late-migration: warning"),
                Map.entry("ignore", """
                        ignore:
                          - rule: applied-but-missing
                            migration: "014"
                            reason: run by hand before this repository was there
                            until: 2030-12-31
                            owner: the database team"""),
                Map.entry("squashed", "squashed:\n  - { ids: 001..013, reason: put together into 014 }"),
                Map.entry(
                        "foreign",
                        "foreign:\n  - { ids: billing_1..billing_9, reason: the billing service works on the same table }"),
                Map.entry("databases", """
                        databases:
                          staging: { urlEnv: STAGING_DATABASE_URL, role: shared }
                          production: { urlFile: ~/.secrets/production-url, role: protected }"""),
                Map.entry("envFiles", "envFiles: [.env.local, .env]"),
                Map.entry("systems", "systems:\n" + systems()),
                Map.entry("hook", "hook:\n  stages: [pre-commit, pre-push]\n  databases: [staging]"),
                Map.entry("snapshot", "snapshot:\n  staleAfter: 14d"),
                Map.entry(
                        "schema",
                        "schema:\n  ignore:\n    - { objects: public.audit_*, reason: the audit service makes them }"));
    }

    private String systems() {
        List<SystemSettings> shown = detected.isEmpty()
                ? List.of(new SystemSettings(vocabulary.systems().getFirst(), RepoPath.TOP, Optional.empty()))
                : detected;
        return shown.stream()
                .map(system -> "  - { name: %s, root: %s }"
                        .formatted(system.name(), quoted(system.root().toString())))
                .collect(Collectors.joining("\n"));
    }

    private static String quoted(String path) {
        return path.matches("[\\w./-]+") ? path : "'" + path.replace("'", "''") + "'";
    }
}
