package dev.migtrue.system.flyway;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A key in a configuration file that is for Flyway.
 *
 * @param name the data source that it is about; see {@link Told}
 * @param key Flyway's own key, as {@link Told} has it
 */
record TellingKey(String name, String key) {

    private static final String QUARKUS = "quarkus.flyway.";
    private static final String MICRONAUT = "flyway.datasources.";

    /** What stands before Flyway's own key: Spring Boot, Quarkus, Micronaut, Flyway itself. */
    private static final List<String> ROOTS = List.of("spring.flyway.", QUARKUS, MICRONAUT, "flyway.");

    /** What a key says; absent when it is none of Flyway's. */
    static Optional<TellingKey> parse(String written) {
        String plain = plain(written);
        return ROOTS.stream().filter(plain::startsWith).findFirst().flatMap(root -> {
            String rest = plain.substring(root.length());
            return switch (root) {
                case QUARKUS ->
                    Optional.of(
                            rest.startsWith(Told.PLACEHOLDERS) || !rest.contains(".")
                                    ? new TellingKey(Told.USUAL, rest)
                                    : named(rest));
                case MICRONAUT ->
                    Optional.of(rest).filter(key -> key.contains(".")).map(TellingKey::named);
                default -> Optional.of(new TellingKey(Told.USUAL, rest));
            };
        });
    }

    private static TellingKey named(String rest) {
        int dot = rest.indexOf('.');
        String name = rest.substring(0, dot);
        return new TellingKey(name.equals("default") ? Told.USUAL : name, rest.substring(dot + 1));
    }

    /** Everybody spells keys in their own way, but the names of placeholders are names. */
    private static String plain(String written) {
        String lower = written.replace("\"", "").toLowerCase(Locale.ROOT);
        int at = lower.indexOf("." + Told.PLACEHOLDERS);
        int end = at < 0 ? lower.length() : at + 1 + Told.PLACEHOLDERS.length();
        return lower.substring(0, end).replaceAll("[-_]|\\[\\d+]", "") + lower.substring(end);
    }
}
