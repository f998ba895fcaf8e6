package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is set on views and routines besides their text, and what {@code OR REPLACE} makes of it. */
final class Attributes {

    private static final Pattern OPTION =
            Pattern.compile("(security_invoker|security_barrier|check_option)(?: = (\\w+))?");
    private static final Pattern OF_ROUTINE = Pattern.compile(
            "\\b(security definer|security invoker|leakproof|immutable|stable|volatile|strict|called on null input"
                    + "|returns null on null input|parallel (?:safe|restricted)|set \\w+(?: \\. \\w+)?(?= (?:=|to\\b|from\\b)))");
    private static final Pattern BODY = Pattern.compile("(?s)(\\$\\w*\\$).*?\\1|'(?:[^']|'')*'|\\bbegin atomic\\b.*");

    private static final String SET = "attribute ";

    private Attributes() {}

    /** What an {@code ALTER} sets. */
    static Thing set(Thing thing, ObjectKind kind, Change.Adjust adjust) {
        String clause = Normal.of(adjust.clause());
        return switch (kind) {
            case VIEW, FUNCTION, PROCEDURE, ROUTINE -> altered(thing, clause);
            case SEQUENCE ->
                adjust.topic() == Change.Topic.OWNER || clause.startsWith("owned") || clause.startsWith("restart")
                        ? thing
                        : thing.doubted();
            case SCHEMA ->
                adjust.topic() == Change.Topic.OWNER
                        ? thing.with(Thing.ITSELF, "owner", clause.replaceFirst("^owner to ", ""))
                        : thing;
            case TABLE, FOREIGN_TABLE, MATERIALIZED_VIEW, INDEX -> thing;
            default -> adjust.topic() == Change.Topic.OWNER ? thing : thing.doubted();
        };
    }

    private static Thing altered(Thing thing, String clause) {
        Thing changed = thing;
        boolean isReset = clause.startsWith("reset");
        for (Map.Entry<String, String> attribute : in(clause).entrySet()) {
            changed = isReset
                    ? changed.without(Thing.ITSELF, SET + attribute.getKey())
                    : changed.with(Thing.ITSELF, SET + attribute.getKey(), attribute.getValue());
        }
        return changed;
    }

    /** Those that an {@code ALTER} has set and nobody has taken back. */
    static Map<String, String> set(Thing thing) {
        Map<String, String> set = new TreeMap<>();
        thing.part(Thing.ITSELF).forEach((property, value) -> {
            if (property.startsWith(SET)) {
                set.put(property.substring(SET.length()), value);
            }
        });
        return set;
    }

    /** Those that stand in a text, code left out. */
    static Map<String, String> in(String normal) {
        String head = BODY.matcher(normal).replaceAll(" ");
        Map<String, String> found = new TreeMap<>();
        Matcher option = OPTION.matcher(head);
        while (option.find()) {
            String value = option.group(2) == null ? "true" : option.group(2);
            if (!value.equals("false") && !value.equals("off")) {
                found.put(option.group(1), value);
            }
        }
        Matcher routine = OF_ROUTINE.matcher(head);
        while (routine.find()) {
            found.put(routine.group(1), "");
        }
        return found;
    }
}
