package dev.migtrue.language.sql.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a definition asks for and an object that is there does not have. */
final class Comparison {

    /** Names of constraints differ where nobody chose them; those of tables are how they were found. */
    private static final Set<String> NOT_COMPARED = Set.of(Columns.NAME, Making.TABLE, Making.STATED, "comment");

    private Comparison() {}

    /** Each difference in words that may follow {@code there}; empty where what is asked for is there. */
    static List<String> differences(Thing there, Thing wanted) {
        List<String> differences = new ArrayList<>();
        if (there.isDoubtful() || wanted.isDoubtful()) {
            return differences;
        }
        if (there.kind() != wanted.kind()) {
            differences.add("it is a %s, not a %s"
                    .formatted(there.kind().noun(), wanted.kind().noun()));
            return differences;
        }
        boolean isOpen = there.extent() == Thing.Extent.PARTLY;
        wanted.parts().forEach((part, properties) -> {
            if (!part.equals(Thing.ITSELF) && !there.has(part)) {
                if (!isOpen) {
                    differences.add("it has no " + part);
                }
                return;
            }
            properties.forEach((property, value) -> {
                if (!isImplied(property, part, there)) {
                    property(part, property, value, there.part(part), differences);
                }
            });
        });
        return differences;
    }

    /** A key and a counter let no column be without a value. */
    private static boolean isImplied(String property, String part, Thing there) {
        String column = part.startsWith("column \"") ? part.substring(8, part.length() - 1) : "";
        return property.equals("NOT NULL")
                && (there.part(part).getOrDefault("type", "").contains("serial")
                        || there.part(part).containsKey("identity")
                        || there.parts().keySet().stream()
                                .anyMatch(key -> key.startsWith("primary key") && Thing.holds(key, column)));
    }

    private static void property(
            String part, String property, String wanted, Map<String, String> there, List<String> differences) {
        if (NOT_COMPARED.contains(property) || wanted.equals(there.get(property))) {
            return;
        }
        String value = there.getOrDefault(property, "");
        if (value.isEmpty() && wanted.isEmpty() && there.containsKey(property)) {
            return;
        }
        String subject = part.isEmpty() ? "it" : part;
        if (!there.containsKey(property) || value.isEmpty()) {
            if (!wanted.isEmpty() || !there.containsKey(property)) {
                differences.add("%s has no %s%s".formatted(subject, property, quoted(wanted)));
            }
            return;
        }
        if (wanted.isEmpty()) {
            return;
        }
        differences.add(
                "%s has %s \"%s\", not \"%s\"".formatted(subject, property, shortened(value), shortened(wanted)));
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "" : " \"" + shortened(value) + "\"";
    }

    private static String shortened(String value) {
        int most = 40;
        String one = value.replaceAll("\\s+", " ")
                .replace("( ", "(")
                .replace(" )", ")")
                .replace(" ,", ",");
        return one.length() > most ? one.substring(0, most) + "…" : one;
    }
}
