package dev.migtrue.language.sql.guard;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.program.Question;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether what a script asks of a catalogue may be answered by an object of the same name elsewhere. */
public final class Namesakes {

    /**
     * Where the name alone is asked for.
     *
     * @param catalogue the table or view that is asked
     * @param missing what would say which one is meant: {@code table_schema}, {@code conrelid} …
     * @param stranger what may answer instead
     */
    public record Doubt(String catalogue, String missing, String stranger) {}

    /** What tells objects of one name apart in a catalogue; one of {@code words} is enough. */
    private record Telling(String missing, String stranger, List<String> words) {}

    private static final Pattern NAME = Pattern.compile("\\b(?!schema)\\w*name\\W* ?(?:=|IN\\b) ?\\(? ?N?['\"]");

    private static final List<String> OF_POSTGRES_SCHEMAS =
            List.of("schema", "namespace", "nspname", "_is_visible", "regclass", "regtype", "regproc", "regoper");

    private static final Telling BY_SCHEMA = new Telling("schema", "one in another schema", OF_POSTGRES_SCHEMAS);
    private static final Telling BY_TABLE_OID = new Telling(
            "table", "one of another table", List.of("relid", "regclass", "relname", "contypid", "regtype"));

    private static final Map<String, Telling> OF_POSTGRES = Map.ofEntries(
            Map.entry("pg_tables", BY_SCHEMA),
            Map.entry("pg_views", BY_SCHEMA),
            Map.entry("pg_matviews", BY_SCHEMA),
            Map.entry("pg_indexes", BY_SCHEMA),
            Map.entry("pg_sequences", BY_SCHEMA),
            Map.entry("pg_policies", BY_SCHEMA),
            Map.entry("pg_class", BY_SCHEMA),
            Map.entry("pg_type", BY_SCHEMA),
            Map.entry("pg_proc", BY_SCHEMA),
            Map.entry("pg_constraint", BY_TABLE_OID),
            Map.entry("pg_trigger", BY_TABLE_OID),
            Map.entry("pg_attribute", BY_TABLE_OID),
            Map.entry("pg_policy", BY_TABLE_OID));

    private static final Telling BY_DATABASE = new Telling(
            "table_schema = DATABASE()", "one in another database", List.of("schema", "database", "catalog"));
    private static final Telling BY_OBJECT_ID =
            new Telling("object_id", "one of another table", List.of("object_id", "sys.tables", "sys.objects"));
    private static final Telling BY_SCHEMA_ID =
            new Telling("schema_id", "one in another schema", List.of("schema", "object_id"));

    private static final Map<String, Telling> OF_SQL_SERVER = Map.of(
            "sys.columns", BY_OBJECT_ID,
            "sys.indexes", BY_OBJECT_ID,
            "sys.tables", BY_SCHEMA_ID,
            "sys.objects", BY_SCHEMA_ID,
            "sys.views", BY_SCHEMA_ID,
            "sys.procedures", BY_SCHEMA_ID);

    private Namesakes() {}

    /** The first catalogue of which it asks the name alone; absent where it says which object it means. */
    public static Optional<Doubt> doubt(Question question, Dialect dialect) {
        String asked = question.condition().toString().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(asked).find() && !asked.contains("extname")) {
            return Optional.empty();
        }
        return question.query().tables().stream()
                .flatMap(table -> doubt(table, asked, dialect).stream())
                .findFirst();
    }

    private static Optional<Doubt> doubt(Mention table, String asked, Dialect dialect) {
        String name = table.toString().toLowerCase(Locale.ROOT).replaceFirst("^pg_catalog\\.", "");
        return telling(name, dialect)
                .filter(telling -> telling.words().stream().noneMatch(word -> isSaid(word, name, asked)))
                .map(telling -> new Doubt(name, missing(telling, name), telling.stranger()));
    }

    /** What stands in the catalogue's own name says nothing. */
    private static boolean isSaid(String word, String catalogue, String asked) {
        return asked.replace(catalogue, "").replace("information_schema", "").contains(word);
    }

    private static Optional<Telling> telling(String catalogue, Dialect dialect) {
        boolean isStandard = catalogue.startsWith("information_schema.") && !catalogue.endsWith(".schemata");
        return switch (dialect) {
            case POSTGRESQL -> isStandard ? Optional.of(BY_SCHEMA) : Optional.ofNullable(OF_POSTGRES.get(catalogue));
            case MYSQL, MARIADB -> isStandard ? Optional.of(BY_DATABASE) : Optional.empty();
            case SQL_SERVER -> isStandard ? Optional.of(BY_SCHEMA) : Optional.ofNullable(OF_SQL_SERVER.get(catalogue));
            case SQLITE, ORACLE, H2, ANSI -> Optional.empty();
        };
    }

    private static String missing(Telling telling, String catalogue) {
        if (telling.equals(BY_TABLE_OID)) {
            return switch (catalogue) {
                case "pg_constraint" -> "conrelid";
                case "pg_trigger" -> "tgrelid";
                case "pg_attribute" -> "attrelid";
                default -> "polrelid";
            };
        }
        if (!telling.equals(BY_SCHEMA)) {
            return telling.missing();
        }
        return switch (catalogue) {
            case "pg_class" -> "relnamespace";
            case "pg_type" -> "typnamespace";
            case "pg_proc" -> "pronamespace";
            case "pg_tables", "pg_views", "pg_matviews", "pg_indexes", "pg_sequences", "pg_policies" -> "schemaname";
            default -> catalogue.endsWith("constraints") ? "constraint_schema" : "table_schema";
        };
    }
}
