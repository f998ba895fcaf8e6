package dev.migtrue.language.sql.ddl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A kind of object, known by the words that name it. */
public enum ObjectKind {
    ACCESS_METHOD,
    AGGREGATE,
    ALIAS,
    ASSEMBLY,
    CAST,
    CERTIFICATE,
    CLUSTER,
    COLLATION,
    COLUMN,
    CONSTANT,
    CONSTRAINT,
    CONTEXT,
    CONVERSION,
    CREDENTIAL,
    DATABASE,
    DATABASE_LINK,
    DEFAULT,
    DIRECTORY,
    DOMAIN,
    EVENT,
    EVENT_TRIGGER,
    EXTENSION,
    EXTERNAL_TABLE,
    FOREIGN_DATA_WRAPPER,
    FOREIGN_TABLE,
    FULLTEXT_CATALOG,
    FULLTEXT_INDEX,
    FUNCTION,
    GROUP,
    INDEX,
    JAVA_SOURCE,
    LANGUAGE,
    LARGE_OBJECT,
    LIBRARY,
    LOGFILE_GROUP,
    LOGIN,
    MATERIALIZED_VIEW,
    MATERIALIZED_VIEW_LOG,
    OPERATOR,
    OPERATOR_CLASS,
    OPERATOR_FAMILY,
    PACKAGE,
    PACKAGE_BODY,
    PARTITION_FUNCTION,
    PARTITION_SCHEME,
    POLICY,
    PROCEDURE,
    PROFILE,
    PUBLICATION,
    QUEUE,
    RESOURCE_GROUP,
    ROLE,
    ROUTINE,
    RULE,
    SCHEMA,
    SECURITY_POLICY,
    SEQUENCE,
    SERVER,
    SERVICE,
    SESSION,
    SPATIAL_REFERENCE_SYSTEM,
    STATISTICS,
    SUBSCRIPTION,
    SYNONYM,
    SYSTEM,
    TABLE,
    TABLESPACE,
    TEXT_SEARCH_CONFIGURATION,
    TEXT_SEARCH_DICTIONARY,
    TEXT_SEARCH_PARSER,
    TEXT_SEARCH_TEMPLATE,
    TRANSFORM,
    TRIGGER,
    TYPE,
    TYPE_BODY,
    UNDO_TABLESPACE,
    USER,
    USER_MAPPING,
    VIEW,
    VIRTUAL_TABLE,
    WORKLOAD_GROUP,
    XML_SCHEMA_COLLECTION,
    /** A label of an enumeration; no statement has it for its object. */
    LABEL;

    private static final Map<String, List<ObjectKind>> BY_FIRST_WORD = byFirstWord();

    /** Nobody can change it; of a list the checker cannot know that. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> words = List.of(name().split("_"));

    private static Map<String, List<ObjectKind>> byFirstWord() {
        Map<String, List<ObjectKind>> kinds = new HashMap<>();
        Arrays.stream(values())
                .sorted(Comparator.comparing((ObjectKind kind) -> kind.words.size())
                        .reversed())
                .forEach(kind -> kinds.computeIfAbsent(kind.words.getFirst(), word -> new ArrayList<>())
                        .add(kind));
        return kinds;
    }

    /** The words that name it, in upper case. */
    public List<String> words() {
        return words;
    }

    /** Those whose first word this is, the longest first. */
    public static List<ObjectKind> startingWith(String upper) {
        return List.copyOf(BY_FIRST_WORD.getOrDefault(upper, List.of()));
    }

    /** What people call it. */
    public String noun() {
        return String.join(" ", words).toLowerCase(Locale.ROOT);
    }

    /** Whether it shares its names with tables. */
    public boolean isRelation() {
        return switch (this) {
            case TABLE, FOREIGN_TABLE, EXTERNAL_TABLE, VIRTUAL_TABLE, VIEW, MATERIALIZED_VIEW, INDEX, SEQUENCE -> true;
            default -> false;
        };
    }
}
