package dev.migtrue.gather.database.catalogue;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.model.Row;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The catalogue of MySQL and MariaDB: of the database that the connection is in. It shows only what its reader has a right to, and keeps silent
 * about the rest; what may be kept back so is not compared.
 */
public final class MariaDbCatalogue implements Catalogue {

    @Override
    public Schema read(Questions questions) {
        MariaDbTables tables = new MariaDbTables(isMariaDb(questions));
        Privileges privileges = Privileges.of(questions.ask(MariaDbRoutines.privileges()));
        Gathered gathered = new Gathered();
        for (String sql : List.of(
                tables.tables(),
                tables.columns(),
                tables.indexes(),
                tables.checks(),
                tables.partitions(),
                tables.views(),
                MariaDbRoutines.routines(),
                MariaDbRoutines.parameters(),
                MariaDbRoutines.triggers(),
                MariaDbRoutines.events())) {
            gathered.add(questions.ask(sql));
        }
        addReferences(gathered, questions.ask(tables.references()));
        addSequences(gathered, questions, tables);
        if (privileges.seesAllGrants()) {
            gathered.add(questions.ask(MariaDbRoutines.grants()));
        }
        List<SchemaObject> objects = gathered.objects().stream()
                .map(object -> privileges.seesAllGrants() ? object : withUnknownGrants(object))
                .map(MariaDbText::settled)
                .toList();
        return Schema.of(objects).hiding(privileges.hidden());
    }

    /** Many call a MariaDB by the name of MySQL, which it was. */
    @Override
    public Optional<String> spoken(Questions questions) {
        return Optional.of(isMariaDb(questions) ? "mariadb" : "mysql");
    }

    private static boolean isMariaDb(Questions questions) {
        return questions.ask("SELECT version() AS `version`").stream()
                .anyMatch(row -> row.get("version").orElse("").contains("MariaDB"));
    }

    /** What the reader may do with all objects of the database. */
    private record Privileges(Set<String> ofServer, Set<String> all) {

        /** Keys that refer to other tables are shown only to those who may do more than select. */
        private static final Set<String> MORE_THAN_SELECT =
                Set.of("INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "REFERENCES", "INDEX", "ALTER", "TRIGGER");

        static Privileges of(Collection<Row> rows) {
            Set<String> ofServer = rows.stream()
                    .filter(row -> row.get("scope").equals(Optional.of("server")))
                    .flatMap(row -> row.get("privilege").stream())
                    .collect(Collectors.toSet());
            Set<String> all =
                    rows.stream().flatMap(row -> row.get("privilege").stream()).collect(Collectors.toSet());
            return new Privileges(ofServer, all);
        }

        /** The rights of others stand in the server's own tables. */
        boolean seesAllGrants() {
            return ofServer.contains("SELECT");
        }

        /** The kinds of objects of which some may not be shown. */
        Set<ObjectKind> hidden() {
            Set<ObjectKind> hidden = EnumSet.noneOf(ObjectKind.class);
            if (!all.contains("TRIGGER")) {
                hidden.add(ObjectKind.TRIGGER);
            }
            if (!all.contains("EVENT")) {
                hidden.add(ObjectKind.EVENT);
            }
            if (!all.contains("EXECUTE") && !all.contains("ALTER ROUTINE") && !seesAllGrants()) {
                hidden.addAll(List.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE));
            }
            if (Collections.disjoint(all, MORE_THAN_SELECT)) {
                hidden.add(ObjectKind.FOREIGN_KEY);
            }
            if (!all.contains("SELECT")) {
                hidden.addAll(List.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.SEQUENCE));
            }
            return hidden;
        }
    }

    private static SchemaObject withUnknownGrants(SchemaObject object) {
        return object.id().kind() == ObjectKind.TABLE
                ? new SchemaObject(object.id(), object.properties(), Set.of("grants"))
                : object;
    }

    private static void addReferences(Gathered gathered, Collection<Row> columns) {
        for (Row row : columns) {
            ObjectId key = Gathered.id(row);
            gathered.append(key, "columns", row.get("column").orElseThrow());
            gathered.append(key, "referenced columns", row.get("referenced").orElseThrow());
            for (String property : List.of("references", "on update", "on delete")) {
                gathered.put(key, property, row.get(property).orElseThrow());
            }
        }
    }

    private static void addSequences(Gathered gathered, Questions questions, MariaDbTables tables) {
        String all = questions.ask(tables.sequenceNames()).stream()
                .flatMap(row -> row.get("name").stream())
                .map(MariaDbTables::sequence)
                .collect(Collectors.joining(" UNION ALL "));
        if (!all.isEmpty()) {
            gathered.add(questions.ask(all));
        }
    }
}
