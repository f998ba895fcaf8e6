package dev.migtrue.judge.rule;

import dev.migtrue.model.DatabaseRole;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Level;
import dev.migtrue.model.Promise;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Severity;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule's page: the manual, the metadata and the examples in one Markdown text. Only the head is taken apart here; the examples are
 * executed by the tests.
 *
 * @param level how much it counts unless somebody says otherwise: as its severity says, or not at all
 * @param roles how much it counts for databases of some roles; for the others it is the severity that counts
 * @param kinds how much it counts for migrations of some kinds
 * @param promises how much it counts where something else than usual is promised of migrations that run again
 * @param needs what must have been looked at
 * @param group the family the rule is listed under
 * @param since the version that published it
 * @param aliases ids it had before
 * @param title the sentence after {@code #}: what the bad thing is, no full stop
 * @param text the page after its front matter
 */
public record RulePage(
        RuleId id,
        Severity severity,
        Level level,
        Map<DatabaseRole, Level> roles,
        Map<Kind, Level> kinds,
        Map<Promise, Level> promises,
        Set<Need> needs,
        String group,
        String since,
        List<String> aliases,
        String title,
        String text) {

    private static final String FENCE = "---\n";

    /** The families of rules that hold places, version tables and databases against each other. */
    private static final Set<String> OF_PLACES =
            Set.of("models", "order and graph", "schema", "version table", "working places");

    public RulePage {
        roles = Map.copyOf(roles);
        kinds = Map.copyOf(kinds);
        promises = Map.copyOf(promises);
        needs = Set.copyOf(needs);
        aliases = List.copyOf(aliases);
    }

    /** Whether the rule judges what a migration does, and not where it is or what is known of it elsewhere. */
    public boolean isAboutContent() {
        return !OF_PLACES.contains(group);
    }

    /** Whether it depends on the migration how much the rule counts. */
    public boolean isGradedByMigration() {
        return !kinds.isEmpty() || !promises.isEmpty();
    }

    /**
     * Takes a page apart.
     *
     * @throws IllegalArgumentException when its head is not as contributing.md says: a fault of the build, not of a user
     */
    public static RulePage parse(String page) {
        int end = page.indexOf("\n" + FENCE, FENCE.length() - 1);
        if (!page.startsWith(FENCE) || end < 0) {
            throw new IllegalArgumentException("a rule page starts with front matter between --- lines");
        }
        Map<String, String> head = new LinkedHashMap<>();
        page.substring(FENCE.length(), end + 1).lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("front matter is lines of 'key: value', not '" + line + "'");
            }
            head.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        });
        String text = page.substring(end + 1 + FENCE.length()).stripLeading();
        Severity severity = constant(Severity.class, required(head, "severity"));
        return new RulePage(
                new RuleId(required(head, "id")),
                severity,
                Optional.ofNullable(head.get("default"))
                        .map(word -> constant(Level.class, word))
                        .orElse(Level.of(severity)),
                levels(head, "roles", DatabaseRole.class),
                levels(head, "kinds", Kind.class),
                levels(head, "promises", Promise.class),
                needs(head),
                required(head, "group"),
                required(head, "since"),
                words(head, "aliases"),
                text.lines().findFirst().orElse("").replaceFirst("^# ", ""),
                text);
    }

    /** {@code private off, protected error}. */
    private static <E extends Enum<E>> Map<E, Level> levels(Map<String, String> head, String key, Class<E> type) {
        Map<E, Level> levels = new EnumMap<>(type);
        for (String pair : words(head, key)) {
            String[] words = pair.split(" ", 2);
            levels.put(constant(type, words[0]), constant(Level.class, words[words.length - 1]));
        }
        return levels;
    }

    private static Set<Need> needs(Map<String, String> head) {
        return words(head, "needs").stream()
                .map(word -> constant(Need.class, word))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Need.class)));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each ->
                        each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is none of %s"
                        .formatted(
                                word, Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT))));
    }

    private static List<String> words(Map<String, String> head, String key) {
        return Arrays.stream(head.getOrDefault(key, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String required(Map<String, String> head, String key) {
        return Optional.ofNullable(head.get(key))
                .orElseThrow(() -> new IllegalArgumentException("a rule page names its " + key));
    }
}
