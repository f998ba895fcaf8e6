package dev.migtrue.language.code.efcore;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operations of a migration as the SQL that is run for them. */
record EfOperations(EfNames names) {

    /** Absent where it is not understood, or its arguments are known only when it runs. */
    Optional<List<Operation>> of(String operation, Arguments given, Span at) {
        if (EfConstraints.isOne(operation)) {
            // SQLite has no such statement: the table is made anew as the model has it, and twice is as good as once.
            return names.isSqlite() ? Optional.of(List.of()) : one(new EfConstraints(names).of(operation, given), at);
        }
        return switch (operation) {
            case "DropTable" -> one(names.itself(given).map(table -> "DROP TABLE " + table), at);
            case "AddColumn" -> one(added(given), at);
            case "DropColumn" -> dropped(given, at);
            case "AlterColumn" -> altered(given, at);
            case "RenameColumn" -> one(renamed(given), at);
            case "RenameTable" -> one(tableRenamed(given), at);
            case "RenameIndex" -> one(indexRenamed(given), at);
            case "CreateIndex" -> one(index(given), at);
            case "DropIndex" -> one(indexDropped(given), at);
            case "EnsureSchema" -> schema(given, at);
            case "DropSchema" ->
                one(
                        EfNames.name(given)
                                .map(name ->
                                        "DROP SCHEMA " + names.identifiers().of(name)),
                        at);
            case "CreateSequence" -> one(names.itself(given).map(name -> "CREATE SEQUENCE " + name), at);
            case "DropSequence" -> one(names.itself(given).map(name -> "DROP SEQUENCE " + name), at);
            case "AlterSequence", "RestartSequence" ->
                one(names.itself(given).map(name -> "ALTER SEQUENCE " + name + " RESTART"), at);
            case "InsertData", "UpdateData", "DeleteData" ->
                new EfRows(names)
                        .of(operation, given)
                        .map(rows -> rows.stream()
                                .<Operation>map(sql -> new Operation.Called(sql, at))
                                .toList());
            default -> Optional.empty();
        };
    }

    private static Optional<List<Operation>> one(Optional<String> sql, Span at) {
        return sql.map(text -> List.of(new Operation.Called(text, at)));
    }

    private Optional<String> alter(Arguments given) {
        return names.table(given).map(table -> "ALTER TABLE " + table + " ");
    }

    private Optional<String> column(Arguments given) {
        return EfNames.name(given).map(names.identifiers()::of);
    }

    private Optional<String> added(Arguments given) {
        String words = names.isSqlServer() ? "ADD " : "ADD COLUMN ";
        return alter(given)
                .flatMap(alter -> column(given)
                        .map(name ->
                                alter + words + new EfColumn(names.identifiers().dialect()).of(name, given)));
    }

    /** SQLite makes the table anew without it, and does not mind where it is gone. */
    private Optional<List<Operation>> dropped(Arguments given, Span at) {
        Optional<List<Operation>> done =
                one(alter(given).flatMap(alter -> column(given).map(name -> alter + "DROP COLUMN " + name)), at);
        Optional<String> name = EfNames.name(given);
        if (!names.isSqlite() || name.isEmpty()) {
            return done;
        }
        return done.map(operations -> List.of(new Operation.Guarded(
                new Guard.Exists(ObjectKind.COLUMN, name.get(), EfNames.bareTable(given)), operations, List.of(), at)));
    }

    private Optional<List<Operation>> altered(Arguments given, Span at) {
        EfColumn columns = new EfColumn(names.identifiers().dialect());
        Optional<String> name = column(given);
        return switch (names.identifiers().dialect()) {
            // The table is made anew, with the column as it is wanted: twice is as good as once.
            case SQLITE -> Optional.of(List.of());
            case MYSQL, MARIADB ->
                one(
                        alter(given)
                                .flatMap(alter -> name.map(column -> alter + "MODIFY " + columns.of(column, given))),
                        at);
            case SQL_SERVER ->
                one(
                        alter(given)
                                .flatMap(alter -> name.map(column -> alter + "ALTER COLUMN " + column + " "
                                        + columns.type(given) + (EfColumn.isRequired(given) ? " NOT NULL" : " NULL"))),
                        at);
            default -> one(alter(given).flatMap(alter -> name.map(column -> alter + changes(column, given))), at);
        };
    }

    private String changes(String name, Arguments given) {
        String column = "ALTER COLUMN " + name;
        List<String> parts = new ArrayList<>();
        parts.add(column + " TYPE " + new EfColumn(Dialect.POSTGRESQL).type(given));
        parts.add(column + (EfColumn.isRequired(given) ? " SET NOT NULL" : " DROP NOT NULL"));
        EfColumn.standard(given).ifPresent(value -> parts.add(column + " SET DEFAULT " + value));
        return String.join(", ", parts);
    }

    private Optional<String> renamed(Arguments given) {
        Optional<String> now = EfNames.text(given, "newName").or(() -> given.text(2, "newName"));
        if (names.isSqlServer()) {
            return EfNames.bareTable(given)
                    .flatMap(table -> EfNames.name(given)
                            .flatMap(old ->
                                    now.map(to -> "EXEC sp_rename '%s.%s', '%s', 'COLUMN'".formatted(table, old, to))));
        }
        return alter(given)
                .flatMap(alter -> column(given)
                        .flatMap(old -> now.map(to -> alter + "RENAME COLUMN " + old + " TO "
                                + names.identifiers().of(to))));
    }

    private Optional<String> tableRenamed(Arguments given) {
        Optional<String> now = EfNames.text(given, "newName").or(() -> given.text(2, "newName"));
        if (names.isSqlServer()) {
            return EfNames.name(given).flatMap(old -> now.map(to -> "EXEC sp_rename '%s', '%s'".formatted(old, to)));
        }
        return names.itself(given)
                .flatMap(old -> now.map(to -> "ALTER TABLE " + old + " RENAME TO "
                        + names.identifiers().of(to)));
    }

    /** SQLite drops the index and makes it anew, as only the model tells. */
    private Optional<String> indexRenamed(Arguments given) {
        Optional<String> now = EfNames.text(given, "newName").or(() -> given.text(1, "newName"));
        Optional<String> table = EfNames.text(given, "table");
        Optional<String> old = EfNames.name(given);
        return old.flatMap(name -> now.flatMap(to -> switch (names.identifiers().dialect()) {
            case SQLITE -> Optional.empty();
            case MYSQL, MARIADB ->
                table.map(on -> "ALTER TABLE " + names.identifiers().of(on) + " RENAME INDEX "
                        + names.identifiers().of(name) + " TO "
                        + names.identifiers().of(to));
            case SQL_SERVER -> table.map(on -> "EXEC sp_rename '%s.%s', '%s', 'INDEX'".formatted(on, name, to));
            default ->
                Optional.of("ALTER INDEX " + names.identifiers().of(EfNames.text(given, "schema"), name) + " RENAME TO "
                        + names.identifiers().of(to));
        }));
    }

    private Optional<String> index(Arguments given) {
        String filter = EfNames.text(given, "filter")
                .filter(rows -> !names.isMysql())
                .map(rows -> " WHERE " + rows)
                .orElse("");
        return column(given)
                .flatMap(name -> names.table(given)
                        .flatMap(table -> names.columns(given, 2, "column", "columns")
                                .map(columns -> "CREATE " + (given.isTrue("unique") ? "UNIQUE " : "") + "INDEX " + name
                                        + " ON " + table + " (" + columns + ")" + filter)));
    }

    private Optional<String> indexDropped(Arguments given) {
        return switch (names.identifiers().dialect()) {
            case MYSQL, MARIADB, SQL_SERVER ->
                column(given).flatMap(name -> names.table(given).map(table -> "DROP INDEX " + name + " ON " + table));
            default ->
                EfNames.name(given)
                        .map(name -> "DROP INDEX " + names.identifiers().of(EfNames.text(given, "schema"), name));
        };
    }

    /** It is looked for first, where there are schemas. */
    private Optional<List<Operation>> schema(Arguments given, Span at) {
        boolean hasNone = names.isSqlite() || names.isMysql();
        return EfNames.name(given)
                .map(name -> hasNone
                        ? List.of()
                        : List.of(new Operation.Guarded(
                                new Guard.Not(new Guard.Exists(ObjectKind.SCHEMA, name, Optional.empty())),
                                List.of(new Operation.Called(
                                        "CREATE SCHEMA " + names.identifiers().of(name), at)),
                                List.of(),
                                at)));
    }

    /** Whether the database is one of a kind: {@code IsSqlite()}; absent where nothing of it is asked. */
    Optional<Value> asked(String method) {
        return switch (method) {
            case "IsSqlite" -> Optional.of(new Value.Truth(names.isSqlite()));
            case "IsNpgsql" -> Optional.of(new Value.Truth(names.identifiers().dialect() == Dialect.POSTGRESQL));
            case "IsSqlServer" -> Optional.of(new Value.Truth(names.isSqlServer()));
            case "IsMySql" -> Optional.of(new Value.Truth(names.isMysql()));
            case "ActiveProvider" -> Optional.of(new Value.Text(provider()));
            default -> Optional.empty();
        };
    }

    private String provider() {
        return switch (names.identifiers().dialect()) {
            case POSTGRESQL -> "Npgsql.EntityFrameworkCore.PostgreSQL";
            case MYSQL, MARIADB -> "Pomelo.EntityFrameworkCore.MySql";
            case SQLITE -> "Microsoft.EntityFrameworkCore.Sqlite";
            case SQL_SERVER -> "Microsoft.EntityFrameworkCore.SqlServer";
            case ORACLE -> "Oracle.EntityFrameworkCore";
            case H2, ANSI -> "";
        };
    }
}
