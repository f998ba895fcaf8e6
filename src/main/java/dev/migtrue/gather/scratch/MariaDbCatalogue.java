package dev.migtrue.gather.scratch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What MariaDB and MySQL say of themselves, database by database: the statements that would make each thing anew. */
final class MariaDbCatalogue implements Catalogue {

    private static final String FOREIGN = " NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys') ";

    private static final Pattern COUNTER = Pattern.compile(" AUTO_INCREMENT=(\\d+)");
    private static final Pattern LINE = Pattern.compile("\\n");

    @Override
    public State read(Connection connection) throws SQLException {
        Reading reading = new Reading(new Questions(connection), new TreeMap<>(), new TreeMap<>());
        for (String database : reading.questions.column(
                "SELECT schema_name FROM information_schema.schemata WHERE schema_name" + FOREIGN)) {
            reading.put("database", database, reading.made("DATABASE " + quoted(database), 2));
        }
        reading.tables();
        reading.code();
        reading.users();
        return new State(reading.definitions, reading.rows);
    }

    private static String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** What has been read so far. */
    private record Reading(Questions questions, SortedMap<Thing, String> definitions, SortedMap<String, RowSet> rows) {

        void put(String what, String name, String definition) {
            definitions.put(new Thing(what, name), definition);
        }

        /** @param column of the answer, from 1, in which the statement is */
        String made(String what, int column) throws SQLException {
            return questions.rows("SHOW CREATE " + what).getFirst().get(column - 1);
        }

        void tables() throws SQLException {
            for (List<String> row : questions.rows(
                    "SELECT table_schema, table_name, table_type FROM information_schema.tables WHERE table_schema"
                            + FOREIGN)) {
                String name = quoted(row.get(0)) + "." + quoted(row.get(1));
                switch (row.get(2)) {
                    case "VIEW" -> put("view", name, made("VIEW " + name, 2));
                    case "SEQUENCE" -> {
                        put("sequence", name, made("TABLE " + name, 2));
                        put(
                                "counter",
                                name,
                                questions.rows("SELECT * FROM " + name).toString());
                    }
                    default -> table(name);
                }
            }
        }

        private void table(String name) throws SQLException {
            String made = made("TABLE " + name, 2);
            put("table", name, inOrder(COUNTER.matcher(made).replaceAll("")));
            COUNTER.matcher(made).results().forEach(found -> put("counter", name, found.group(1)));
            rows.put(name, questions.rowsOf(name));
        }

        /** Columns stay as they are; keys are listed in the order in which they were added. */
        private static String inOrder(String made) {
            Map<Boolean, List<String>> lines = LINE.splitAsStream(made)
                    .map(line -> line.strip().replaceAll(",$", ""))
                    .collect(Collectors.partitioningBy(line -> line.startsWith("`")));
            List<String> all = new ArrayList<>(lines.getOrDefault(true, List.of()));
            lines.getOrDefault(false, List.of()).stream().sorted().forEach(all::add);
            return String.join("\n", all);
        }

        void code() throws SQLException {
            for (List<String> row : questions.rows(
                    "SELECT routine_schema, routine_name, routine_type FROM information_schema.routines WHERE routine_schema"
                            + FOREIGN)) {
                String name = quoted(row.get(0)) + "." + quoted(row.get(1));
                put(row.get(2).toLowerCase(Locale.ROOT), name, made(row.get(2) + " " + name, 3));
            }
            for (List<String> row : questions.rows(
                    "SELECT trigger_schema, trigger_name, action_order FROM information_schema.triggers WHERE trigger_schema"
                            + FOREIGN)) {
                String name = quoted(row.get(0)) + "." + quoted(row.get(1));
                put("trigger", name, row.get(2) + " " + made("TRIGGER " + name, 3));
            }
            for (List<String> row : questions.rows(
                    "SELECT event_schema, event_name FROM information_schema.events WHERE event_schema" + FOREIGN)) {
                String name = quoted(row.get(0)) + "." + quoted(row.get(1));
                put("event", name, made("EVENT " + name, 4));
            }
        }

        void users() throws SQLException {
            for (List<String> row : questions.rows("SELECT user, host FROM mysql.user")) {
                String host = row.get(1).isEmpty() ? "" : "@" + quoted(row.get(1));
                String user = quoted(row.get(0)) + host;
                put(
                        "user",
                        user,
                        questions.column("SHOW GRANTS FOR " + user).stream()
                                .sorted()
                                .collect(Collectors.joining("\n")));
            }
        }
    }
}
