package dev.migtrue.language.effect;

import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.rerun.Held;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What statements say of a constraint: of a key its columns, of a foreign key what it points to and what becomes of its rows, of a check what is
 * checked.
 *
 * @param others all that migrations left
 */
record KeyClaims(Dialect dialect, Held held, List<Held> others) {

    private static final Pattern LIST = Pattern.compile("(.*?) ?\\(([^()]*)\\)");
    private static final Pattern ACTION =
            Pattern.compile("on (delete|update) (cascade|restrict|no action|set null|set default)(?! \\()");
    private static final Map<String, String> ALIKE = Map.of("restrict", "no action");

    void tell(ObjectKind kind, Claims claims) {
        switch (kind) {
            case PRIMARY_KEY, UNIQUE_CONSTRAINT -> key(claims);
            case FOREIGN_KEY -> foreignKey(claims);
            case CHECK_CONSTRAINT -> check(claims);
            default -> {}
        }
    }

    /** In order; empty where a column was renamed since, so that nobody knows the order. */
    private List<String> columns() {
        List<String> keys = held.facet("keys").lines().toList();
        return new TreeSet<>(keys).equals(new TreeSet<>(held.columns())) ? keys : List.of();
    }

    private String words() {
        return held.definition().toLowerCase(Locale.ROOT);
    }

    private void key(Claims claims) {
        List<String> columns = columns();
        boolean isOfMore = words().contains("include") || words().contains("using");
        if (columns.isEmpty() || isOfMore) {
            return;
        }
        if (dialect == Dialect.POSTGRESQL) {
            String kind = held.facet("kind").equals("UNIQUE") ? "UNIQUE" : "PRIMARY KEY";
            String nulls = held.facets().containsKey("nulls") ? " NULLS NOT DISTINCT" : "";
            list(claims, "definition", kind + nulls + " (" + String.join(", ", columns) + ")");
        } else if (!words().contains(" desc") && !words().matches(".*\\([^)]*\\(.*")) {
            list(claims, "columns", String.join(", ", columns));
        }
        validity(claims);
    }

    /** Names between quotes and without are the same here. */
    private void list(Claims claims, String property, String written) {
        boolean isSame = claims.there(property)
                .filter(there -> plain(there).equals(plain(written)))
                .isPresent();
        if (isSame) {
            claims.same(property);
        } else if (claims.there(property).isPresent()) {
            claims.be(property, Optional.of(dialect == Dialect.H2 ? written.toUpperCase(Locale.ROOT) : written));
        }
    }

    private String plain(String names) {
        String bare = names.replace("\"", "").replace("`", "");
        return dialect == Dialect.POSTGRESQL ? bare : bare.toLowerCase(Locale.ROOT);
    }

    private void validity(Claims claims) {
        boolean isTold = dialect == Dialect.POSTGRESQL
                || (dialect == Dialect.SQLITE && held.facet("kind").equals("FOREIGN_KEY"));
        if (!isTold || held.facets().containsKey("settled")) {
            return;
        }
        claims.be("validated", held.facet("valid").equals("no") ? Optional.of("no") : Optional.empty());
        claims.be("deferrable", deferral());
    }

    private Optional<String> deferral() {
        boolean isDeferred = words().contains("initially deferred");
        boolean isDeferrable = words().contains("deferrable") || isDeferred;
        return !isDeferrable || words().contains("not deferrable")
                ? Optional.empty()
                : Optional.of(isDeferred ? "initially deferred" : "initially immediate");
    }

    private void foreignKey(Claims claims) {
        List<String> columns = columns();
        if (!columns.isEmpty()) {
            list(claims, "columns", String.join(", ", columns));
        }
        references(claims);
        actions(claims);
        validity(claims);
    }

    /** Where the table is another one, its name may have been changed in ways of its own; the columns are compared where it is the same. */
    private void references(Claims claims) {
        String table = held.facets().getOrDefault("refers", held.owner());
        Optional<String> referred = referred(table);
        Matcher there = LIST.matcher(claims.there("references").orElse(""));
        if (referred.isEmpty() || !there.matches()) {
            return;
        }
        boolean isSameTable = last(there.group(1)).equals(last(table));
        if (!isSameTable && dialect == Dialect.SQLITE) {
            return;
        }
        if (isSameTable && plain(there.group(2)).equals(plain(referred.get()))) {
            claims.same("references");
        } else {
            String own = isSameTable ? there.group(1) : table;
            String blank = dialect == Dialect.SQLITE ? "" : " ";
            String columns = dialect == Dialect.H2 ? referred.get().toUpperCase(Locale.ROOT) : referred.get();
            claims.be("references", Optional.of(own + blank + "(" + columns + ")"));
        }
    }

    private String last(String name) {
        String bare = plain(name);
        return bare.substring(bare.lastIndexOf('.') + 1);
    }

    /** The columns that it points to, as they are called now; absent where that is not known. */
    private Optional<String> referred(String table) {
        List<String> said = List.of(held.facet("referred").split(","));
        List<String> columns = held.facet("referred").isEmpty() ? keyOf(table) : said;
        boolean areThere = columns.stream()
                .allMatch(column -> others.stream()
                        .anyMatch(other -> other.kind() == dev.migtrue.language.sql.ddl.ObjectKind.COLUMN
                                && other.owner().equals(table)
                                && plain(other.name()).equals(plain(column))));
        return columns.isEmpty() || !areThere ? Optional.empty() : Optional.of(String.join(", ", columns));
    }

    private List<String> keyOf(String table) {
        return dialect == Dialect.SQLITE
                ? List.of()
                : others.stream()
                        .filter(other -> other.owner().equals(table)
                                && other.facet("kind").equals("PRIMARY_KEY"))
                        .findFirst()
                        .map(key -> key.facet("keys").lines().toList())
                        .orElse(List.of());
    }

    private void actions(Claims claims) {
        String actions = held.facet("actions").toLowerCase(Locale.ROOT);
        Map<String, String> said = ACTION.matcher(actions)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (one, other) -> one));
        for (String event : List.of("update", "delete")) {
            String property = "on " + event;
            boolean isRead = said.containsKey(event) || !actions.contains(property);
            Optional<String> there = claims.there(property);
            if (!isRead || there.isEmpty()) {
                continue;
            }
            String written = said.getOrDefault(event, "no action");
            if (alike(written).equals(alike(there.get()))) {
                claims.same(property);
            } else {
                claims.be(property, Optional.of(isOfMySql() && written.equals("no action") ? "restrict" : written));
            }
        }
    }

    private boolean isOfMySql() {
        return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
    }

    /** Only PostgreSQL and SQLite tell the two apart. */
    private String alike(String action) {
        boolean areTwo = dialect == Dialect.POSTGRESQL || dialect == Dialect.SQLITE;
        return areTwo ? action : ALIKE.getOrDefault(action, action);
    }

    private void check(Claims claims) {
        Checks checks = new Checks(dialect);
        String property = checks.property();
        Optional<String> there = claims.there(property);
        if (there.isEmpty() || held.facet("checked").isEmpty()) {
            return;
        }
        String head = checks.head();
        Agreement agreement = Wording.of(head + held.facet("checked"), dialect).with(Wording.of(there.get(), dialect));
        claims.settle(property, agreement, Optional.of(head + held.facet("checked")));
        validity(claims);
    }
}
