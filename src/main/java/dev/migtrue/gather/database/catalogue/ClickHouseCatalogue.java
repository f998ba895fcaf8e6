package dev.migtrue.gather.database.catalogue;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Omission;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.model.Row;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The catalogue of ClickHouse: what is in the database in which the connection begins, which is a schema like any other and goes without a
 * name. What no table of the server tells is read from the statement that it prints for each table.
 */
public final class ClickHouseCatalogue implements Catalogue {

    private static final String OF_SERVER = "it belongs to the server, not to a database";

    @Override
    public Schema read(Questions questions) {
        Gathered gathered = new Gathered();
        gathered.add(questions.ask(ClickHouseTables.tables()));
        gathered.add(questions.ask(ClickHouseTables.columns()));
        questions.ask(ClickHouseTables.statements()).forEach(row -> add(row, gathered));
        return gathered.schema();
    }

    @Override
    public List<Omission> omissions() {
        return List.of(
                new Omission.Kinds(EnumSet.of(ObjectKind.FUNCTION, ObjectKind.POLICY), OF_SERVER),
                new Omission.Properties(ObjectKind.TABLE, Set.of("grants"), OF_SERVER),
                new Omission.Properties(
                        ObjectKind.COLUMN, Set.of("settings", "statistics"), "no table of ClickHouse tells it"));
    }

    private static void add(Row row, Gathered gathered) {
        ObjectId table =
                ObjectId.of(ObjectKind.TABLE, Optional.empty(), row.get("name").orElseThrow());
        for (ClickHouseStatement.Member member :
                new ClickHouseStatement(row.get("statement").orElse("")).members()) {
            switch (member) {
                case ClickHouseStatement.Index index ->
                    gathered.put(part(ObjectKind.INDEX, table, index), "definition", index.definition());
                case ClickHouseStatement.Constraint constraint ->
                    gathered.put(
                            part(ObjectKind.CHECK_CONSTRAINT, table, constraint),
                            "definition",
                            constraint.definition());
                case ClickHouseStatement.Projection projection ->
                    gathered.put(table, "projection " + projection.name(), projection.definition());
                case ClickHouseStatement.Column column ->
                    column.ttl().ifPresent(ttl -> gathered.put(part(ObjectKind.COLUMN, table, column), "ttl", ttl));
            }
        }
    }

    private static ObjectId part(ObjectKind kind, ObjectId table, ClickHouseStatement.Member member) {
        return ObjectId.part(kind, table, member.name());
    }
}
