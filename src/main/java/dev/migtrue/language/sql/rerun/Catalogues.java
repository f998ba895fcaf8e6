package dev.migtrue.language.sql.rerun;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the catalogues of databases say about objects. */
final class Catalogues {

    /** Columns of catalogues that hold names, and of what. */
    private static final Map<String, Set<Space>> NAMES = Map.ofEntries(
            Map.entry("table_name", Set.of(Space.RELATION)),
            Map.entry("tablename", Set.of(Space.RELATION)),
            Map.entry("relname", Set.of(Space.RELATION)),
            Map.entry("viewname", Set.of(Space.RELATION)),
            Map.entry("matviewname", Set.of(Space.RELATION)),
            Map.entry("sequencename", Set.of(Space.RELATION, Space.SEQUENCE)),
            Map.entry("sequence_name", Set.of(Space.RELATION, Space.SEQUENCE)),
            Map.entry("indexname", Set.of(Space.RELATION)),
            Map.entry("index_name", Set.of(Space.INDEX)),
            Map.entry("column_name", Set.of(Space.COLUMN)),
            Map.entry("attname", Set.of(Space.COLUMN)),
            Map.entry("typname", Set.of(Space.TYPE)),
            Map.entry("enumlabel", Set.of(Space.LABEL)),
            Map.entry("conname", Set.of(Space.CONSTRAINT)),
            Map.entry("constraint_name", Set.of(Space.CONSTRAINT, Space.INDEX)),
            Map.entry("rolname", Set.of(Space.ROLE)),
            Map.entry("usename", Set.of(Space.ROLE)),
            Map.entry("user", Set.of(Space.ROLE)),
            Map.entry("tgname", Set.of(Space.TRIGGER)),
            Map.entry("trigger_name", Set.of(Space.TRIGGER)),
            Map.entry("polname", Set.of(Space.POLICY)),
            Map.entry("policyname", Set.of(Space.POLICY)),
            Map.entry("rulename", Set.of(Space.RULE)),
            Map.entry("extname", Set.of(Space.EXTENSION)),
            Map.entry("nspname", Set.of(Space.SCHEMA)),
            Map.entry("schema_name", Set.of(Space.SCHEMA, Space.DATABASE)),
            Map.entry("pubname", Set.of(Space.PUBLICATION)),
            Map.entry("subname", Set.of(Space.SUBSCRIPTION)),
            Map.entry("proname", Set.of(Space.ROUTINE)),
            Map.entry("routine_name", Set.of(Space.ROUTINE)),
            Map.entry("evtname", Set.of(Space.EVENT_TRIGGER)),
            Map.entry("inhrelid", Set.of(Space.PARENT)),
            Map.entry("datname", Set.of(Space.DATABASE)));

    private static final Set<String> OWNERS = Set.of(
            "table_name",
            "tablename",
            "relname",
            "typname",
            "attrelid",
            "conrelid",
            "tgrelid",
            "polrelid",
            "enumtypid",
            "inhrelid");

    /** Columns that hold the schema of what a row is about. */
    private static final Set<String> SCHEMAS =
            Set.of("table_schema", "constraint_schema", "trigger_schema", "routine_schema", "schemaname", "nspname");

    private static final Pattern EQUALITY = Pattern.compile("(?is)([\\w.]+) ?= ?(N?'[^']*')");

    private final World world;

    Catalogues(World world) {
        this.world = world;
    }

    static boolean isOne(String table) {
        String name = table.toLowerCase(Locale.ROOT);
        return name.startsWith("pg_")
                || name.startsWith("sys.")
                || name.contains("information_schema")
                || name.startsWith("mysql.")
                || name.startsWith("sqlite_");
    }

    /** Whether there is a row for a condition. */
    Answer ask(String where) {
        if (where.toLowerCase(Locale.ROOT).contains("not indisvalid")) {
            return Answer.NO;
        }
        Map<String, String> held = new LinkedHashMap<>();
        Matcher matcher = EQUALITY.matcher(where);
        while (matcher.find()) {
            held.put(Equalities.last(matcher.group(1)), Equalities.content(matcher.group(2)));
        }
        Optional<String> column = held.keySet().stream()
                .filter(NAMES::containsKey)
                .reduce((one, other) -> rank(one) >= rank(other) ? one : other);
        if (column.isEmpty()) {
            return Answer.UNCLEAR;
        }
        String owner = held.entrySet().stream()
                .filter(one -> OWNERS.contains(one.getKey()) && !one.getKey().equals(column.get()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        Optional<String> schema = held.entrySet().stream()
                .filter(one -> SCHEMAS.contains(one.getKey()) && !one.getKey().equals(column.get()))
                .map(Map.Entry::getValue)
                .filter(name -> !where.toLowerCase(Locale.ROOT).contains(" or "))
                .findFirst();
        return ask(NAMES.getOrDefault(column.get(), Set.of()), held.getOrDefault(column.get(), ""), owner, schema);
    }

    /** Which of several names is that of what is looked for, and not that of where it is. */
    private static int rank(String column) {
        if (column.equals("nspname") || column.equals("schema_name")) {
            return 0;
        }
        return column.equals("typname") ? 1 : OWNERS.contains(column) || column.equals("relname") ? 2 : 3;
    }

    /** Whether there is an object of one of these name spaces. */
    Answer ask(Set<Space> spaces, String name, String owner) {
        return ask(spaces, name, owner, Optional.empty());
    }

    private Answer ask(Set<Space> spaces, String name, String owner, Optional<String> schema) {
        if (spaces.contains(Space.PARENT)) {
            return Answer.of(
                    !world.keys(Space.PARENT, key -> isSame(key.owner(), name)).isEmpty());
        }
        if (!world.keys(key -> isMeant(key, spaces, name, owner) && isIn(schema, key) && isOfKind(key, spaces))
                .isEmpty()) {
            return Answer.YES;
        }
        boolean isGone = spaces.stream()
                .anyMatch(space -> (owner.isEmpty() && space.isOfMembers())
                        ? !world.gone(space, key -> isSame(key.name(), name)).isEmpty()
                        : world.isGone(new Key(space, space.isOfMembers() ? last(owner) : "", last(name))));
        if (isGone) {
            return Answer.NO;
        }
        List<World.Known> known = spaces.stream()
                .map(space -> world.known(new Key(space, space.isOfMembers() ? last(owner) : "", last(name))))
                .toList();
        return known.contains(World.Known.UNKNOWN) ? Answer.AS_WANTED : Answer.NO;
    }

    /** Of indexes, those that are constraints are meant where constraints are asked for. */
    private boolean isOfKind(Key key, Set<Space> spaces) {
        return key.space() != Space.INDEX
                || !spaces.contains(Space.CONSTRAINT)
                || world.find(key).orElseThrow().facets().containsKey("unique");
    }

    /** Whether it may be in a schema: one that is known by a name without one may be in any. */
    private static boolean isIn(Optional<String> schema, Key key) {
        String name = key.owner().isEmpty() ? key.name().replaceAll("\\(.*", "") : key.owner();
        int dot = name.lastIndexOf('.');
        return dot < 0 || schema.map(name.substring(0, dot)::equalsIgnoreCase).orElse(true);
    }

    private static boolean isMeant(Key key, Set<Space> spaces, String name, String owner) {
        String last = key.name().replaceAll("\\(.*", "").replaceAll("^(function|procedure) ", "");
        return spaces.contains(key.space())
                && isSame(last, name)
                && (owner.isEmpty() || key.owner().isEmpty() || isSame(key.owner(), owner));
    }

    private static boolean isSame(String known, String asked) {
        return last(known).equalsIgnoreCase(last(asked));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
