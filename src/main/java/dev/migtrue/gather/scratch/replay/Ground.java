package dev.migtrue.gather.scratch.replay;

import dev.migtrue.gather.scratch.Endpoint;
import dev.migtrue.gather.scratch.Refusals;
import dev.migtrue.gather.scratch.Scratch;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.VersionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** A throw-away database, made like the one that the migrations were written for before the first of them ran. */
final class Ground {

    private static final String USUAL_HOME = "public";

    private final Scratch scratch;
    private final String home;
    private final Deadline deadline;
    private final SequencedSet<Need> needs = new LinkedHashSet<>();

    /** @param home the schema that tables lie in unless they say otherwise; empty where there are no schemas */
    Ground(Scratch scratch, String home, Deadline deadline) {
        this.scratch = scratch;
        this.home = home;
        this.deadline = deadline;
    }

    /** By when it has to be done with a migration. */
    Deadline deadline() {
        return deadline;
    }

    Dialect dialect() {
        return scratch.dialect();
    }

    String product() {
        return scratch.product();
    }

    Optional<Endpoint> endpoint() {
        return scratch.endpoint();
    }

    /** Why it cannot be connected to any more; absent where it can. */
    Optional<String> end() {
        try (Connection session = scratch.open()) {
            return session.isClosed() ? scratch.lastWords() : Optional.empty();
        } catch (SQLException gone) {
            return scratch.lastWords().or(() -> Optional.of(Refusals.message(gone)));
        }
    }

    /** Takes something for needed; false where it was before. */
    boolean add(Need need) {
        return needs.add(need);
    }

    /** The roles that were made because migrations take them for granted. */
    List<String> roles() {
        return needs.stream()
                .flatMap(need -> need instanceof Need.Role role
                        ? Optional.of(role.name()).stream()
                        : Optional.<String>empty().stream())
                .sorted()
                .toList();
    }

    /** Makes it empty, but for what is needed. */
    void clear() throws SQLException {
        scratch.clear();
        try (Connection connection = scratch.open();
                Statement statement = connection.createStatement()) {
            for (String sql : preparation()) {
                statement.execute(sql);
            }
        }
    }

    /** Makes a tool's table, which migrations may change: some make room there for what their program notes. */
    void add(VersionTable table) throws Halt {
        String quote = scratch.dialect() == Dialect.H2
                ? ""
                : scratch.dialect() == Dialect.POSTGRESQL || scratch.dialect() == Dialect.SQLITE ? "\"" : "`";
        String columns = table.required().stream()
                .map(column -> quote + column + quote + " varchar(255)")
                .collect(Collectors.joining(", "));
        String place = table.schema()
                .filter(any -> scratch.dialect() == Dialect.POSTGRESQL)
                .map(schema -> quoted(schema) + ".")
                .orElse("");
        try (Connection connection = scratch.open();
                Statement statement = connection.createStatement()) {
            if (!place.isEmpty()) {
                statement.execute(
                        "create schema if not exists " + quoted(table.schema().orElseThrow()));
            }
            statement.execute(
                    "create table if not exists %s%s%s%s (%s)".formatted(place, quote, table.name(), quote, columns));
        } catch (SQLException problem) {
            throw new Halt("the version table %s cannot be made on the throw-away database: %s"
                    .formatted(table.name(), Refusals.message(problem)));
        }
    }

    /** Sessions find what earlier ones left. */
    Connection open() throws SQLException {
        return deadline.watched(scratch.open());
    }

    private List<String> preparation() {
        List<String> all = new ArrayList<>();
        boolean isServer = scratch.dialect() == Dialect.POSTGRESQL;
        roles().forEach(role -> all.add(isServer ? makeRole(role) : "CREATE USER IF NOT EXISTS " + role));
        if (isServer) {
            all.add(setting("lock_timeout = '60s'"));
        }
        if (isServer && !home.isEmpty() && !home.equals(USUAL_HOME)) {
            if (!needs.contains(new Need.OwnHome())) {
                all.add("create schema " + quoted(home));
            }
            all.add(setting("search_path = " + quoted(home) + ", public"));
        }
        return all;
    }

    /** What every session begins with. */
    private static String setting(String set) {
        return """
                do $$ begin
                  execute format('alter database %%I set %s', current_database());
                end $$""".formatted(set.replace("'", "''").replace("%", "%%"));
    }

    /** On a server of others it may be there; nothing of what it may do there is changed. One that was not goes with the database. */
    private static String makeRole(String name) {
        return """
                do $$ begin
                  if not exists (select from pg_roles where rolname = '%1$s') then
                    create role %2$s;
                    execute format('comment on role %%I is %%L', '%1$s', '%3$s' || current_database());
                  end if;
                end $$""".formatted(name.replace("'", "''"), quoted(name), Scratch.NOTE_ON_ROLE);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
