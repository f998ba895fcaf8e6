package dev.migtrue.language.sql.guarded;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Mention;
import java.util.Optional;

/** A question to the catalogue before a statement. */
final class Questions {

    private final Dialect dialect;
    private final Draft draft;

    Questions(Dialect dialect, Draft draft) {
        this.dialect = dialect;
        this.draft = draft;
    }

    /** MySQL has no {@code IF} outside of routines. */
    GuardedForm described() {
        return GuardedForm.described(
                "SET @sql = IF((SELECT COUNT(*) FROM information_schema… WHERE table_schema = DATABASE() AND …) = 0,"
                        + " '…', 'DO 0'); PREPARE s FROM @sql; EXECUTE s");
    }

    Optional<GuardedForm> beforeCreate(Action.Create create, Mention name) {
        return dialect == Dialect.SQL_SERVER ? sqlServer(create, name) : Optional.of(described());
    }

    private Optional<GuardedForm> sqlServer(Action.Create create, Mention name) {
        return switch (create.kind()) {
            case TABLE -> asked("OBJECT_ID(%s, N'U') IS NULL".formatted(quoted(name)));
            case SEQUENCE -> asked("OBJECT_ID(%s, N'SO') IS NULL".formatted(quoted(name)));
            case SYNONYM -> asked("OBJECT_ID(%s, N'SN') IS NULL".formatted(quoted(name)));
            case TYPE -> asked("TYPE_ID(%s) IS NULL".formatted(quoted(name)));
            case ROLE, USER -> asked("DATABASE_PRINCIPAL_ID(%s) IS NULL".formatted(quoted(name)));
            case INDEX -> create.on().flatMap(table -> index(table, name));
            // It has to be the first of its batch.
            case SCHEMA -> schema(name);
            default -> Optional.empty();
        };
    }

    Optional<GuardedForm> index(Mention table, Mention name) {
        return asked("NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(%s) AND name = N'%s')"
                .formatted(quoted(table), plain(name)));
    }

    Optional<GuardedForm> column(Mention table, Mention column) {
        return asked("COL_LENGTH(%s, N'%s') IS NULL".formatted(quoted(table), plain(column)));
    }

    Optional<GuardedForm> constraint(Mention name) {
        return asked("OBJECT_ID(%s) IS NULL".formatted(quoted(name)));
    }

    private Optional<GuardedForm> schema(Mention name) {
        boolean isPlain = !draft.statement().text().contains("'");
        return isPlain
                ? Optional.of(draft.around("IF SCHEMA_ID(N'%s') IS NULL EXEC(N'".formatted(plain(name)), "')"))
                : Optional.empty();
    }

    private Optional<GuardedForm> asked(String question) {
        return Optional.of(draft.around("IF " + question + "\n", ""));
    }

    private static String quoted(Mention name) {
        return "N'" + name.toString().replace("'", "''") + "'";
    }

    private static String plain(Mention name) {
        return name.name().last().replace("'", "''");
    }
}
