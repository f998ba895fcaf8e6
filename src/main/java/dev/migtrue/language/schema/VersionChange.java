package dev.migtrue.language.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a version of a server does otherwise than those before it, though both were told the same. */
enum VersionChange {
    /** Every version brings the extensions that were there when it was made. */
    EXTENSION_VERSIONS(0, "each brings versions of its own") {
        @Override
        boolean explains(ObjectId id, String property, Optional<String> older, Optional<String> newer) {
            return id.kind() == ObjectKind.EXTENSION && property.equals("version");
        }
    },

    /** The same call is kept as it was written. */
    CALLS_AS_WRITTEN(14, "each prints such calls in its own way") {
        @Override
        boolean explains(ObjectId id, String property, Optional<String> older, Optional<String> newer) {
            return !AS_PEOPLE_WROTE.contains(property)
                    && older.filter(text -> PLAIN_CALL.matcher(text).find()).isPresent()
                    && newer.filter(text -> WRITTEN_CALL.matcher(text).find()).isPresent();
        }
    },

    /** Procedures may have parameters that go out. */
    PARAMETERS_IN(14, "each prints parameters in its own way") {
        @Override
        boolean explains(ObjectId id, String property, Optional<String> older, Optional<String> newer) {
            return id.kind() == ObjectKind.PROCEDURE
                    && property.equals("arguments")
                    && older.equals(newer.map(text -> text.replaceAll("(^|, )IN ", "$1")));
        }
    },

    /** In a new database not everybody may create. */
    PUBLIC_SCHEMA(15, "in a new database of each, not the same is granted to everybody") {
        @Override
        boolean explains(ObjectId id, String property, Optional<String> older, Optional<String> newer) {
            return id.kind() == ObjectKind.SCHEMA
                    && id.name().equals("public")
                    && property.equals("granted to public")
                    && older.equals(Optional.of("create, usage"))
                    && newer.equals(Optional.of("usage"));
        }
    },

    /** There is one right more. */
    RIGHT_TO_MAINTAIN(17, "only the newer of both has this right") {
        @Override
        boolean explains(ObjectId id, String property, Optional<String> older, Optional<String> newer) {
            return property.startsWith("granted to ") && older.equals(newer.flatMap(VersionChange::withoutMaintain));
        }

        @Override
        String part(String property) {
            return "maintain " + property;
        }
    };

    /** What is kept as it came. */
    private static final List<String> AS_PEOPLE_WROTE = List.of("body", "comment");

    private static final Pattern PLAIN_CALL = Pattern.compile(
            "\\b(?:date_part|timezone|btrim|ltrim|rtrim|is_normalized)\\(|\"(?:substring|position|overlay|overlaps|normalize)\"\\(");

    private static final Pattern WRITTEN_CALL = Pattern.compile(
            "\\b(?:EXTRACT|SUBSTRING|POSITION|OVERLAY|TRIM|NORMALIZE)\\(| AT TIME ZONE | OVERLAPS | IS (?:\\w+ )?NORMALIZED");

    private static final String POSTGRESQL = "PostgreSQL";

    private final int since;
    private final String reason;

    VersionChange(int since, String reason) {
        this.since = since;
        this.reason = reason;
    }

    /** All that came after the older of two versions, up to the newer. */
    static List<VersionChange> between(ServerVersion one, ServerVersion other) {
        int older = Math.min(one.major(), other.major());
        int newer = Math.max(one.major(), other.major());
        return one.product().equals(POSTGRESQL)
                ? Arrays.stream(values())
                        .filter(change -> change.since == 0 || (older < change.since && change.since <= newer))
                        .toList()
                : List.of();
    }

    /** Whether a property differs for this reason alone; absent where an object does not have it. */
    abstract boolean explains(ObjectId id, String property, Optional<String> older, Optional<String> newer);

    /** What is not compared of a property that differs. */
    String part(String property) {
        return property;
    }

    /** Why it cannot be compared. */
    String reason() {
        return reason;
    }

    private static Optional<String> withoutMaintain(String rights) {
        return Optional.of(List.of(rights.split(", ")).stream()
                        .filter(right -> !right.startsWith("maintain"))
                        .toList())
                .filter(left -> !left.isEmpty())
                .map(left -> String.join(", ", left));
    }
}
