package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.guard.Accepted;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.model.RuleId;
import java.util.Locale;
import java.util.stream.Stream;

/** Reports guards that the database cannot read. */
public final class GuardUnknownToDialect implements ScriptRule {

    private static final RuleId ID = new RuleId("guard-unknown-to-dialect");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        Dialect dialect = reviewed.reading().dialect();
        Accepted accepted = new Accepted(dialect);
        return reviewed.reading().passages().stream()
                .flatMap(passage -> accepted
                        .unknown(passage.action(), passage.excerpt().text())
                        .stream()
                        .map(unknown -> remark(passage, unknown, dialect)));
    }

    private static Remark remark(Passage passage, Accepted.Unknown unknown, Dialect dialect) {
        return Remark.of(
                passage,
                passage.span(unknown.place()),
                "%s has no %s for %s: the statement is refused as a syntax error"
                        .formatted(name(dialect), words(unknown.guard()), unknown.what()),
                cure(unknown, dialect));
    }

    private static String words(Modifier guard) {
        return guard.name().replace('_', ' ');
    }

    private static String name(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> "PostgreSQL";
            case MYSQL -> "MySQL";
            case MARIADB -> "MariaDB";
            case SQLITE -> "SQLite";
            case SQL_SERVER -> "SQL Server";
            case ORACLE -> "Oracle";
            case H2 -> "H2";
            case ANSI -> "the standard";
        };
    }

    private static String cure(Accepted.Unknown unknown, Dialect dialect) {
        String kind = unknown.kind().noun().toUpperCase(Locale.ROOT);
        return switch (dialect) {
            case POSTGRESQL -> ofPostgres(unknown, kind);
            case MYSQL ->
                unknown.guard() == Modifier.OR_REPLACE
                        ? "write DROP %s IF EXISTS before it".formatted(kind)
                        : "ask information_schema first, and run the statement through PREPARE where the answer is none";
            case MARIADB ->
                "keep one of the two guards, and put that of a key behind its kind: ADD UNIQUE IF NOT EXISTS";
            case SQLITE ->
                unknown.guard() == Modifier.OR_REPLACE
                        ? "write DROP %s IF EXISTS before it".formatted(kind)
                        : "let the program that runs the script ask PRAGMA table_info first";
            case SQL_SERVER -> ofSqlServer(unknown, kind);
            case ORACLE -> "run it in a block that passes over the one expected SQLCODE";
            case H2, ANSI -> "write DROP %s IF EXISTS before it".formatted(kind);
        };
    }

    private static String ofPostgres(Accepted.Unknown unknown, String kind) {
        return switch (unknown.kind()) {
            case VIEW, FUNCTION, PROCEDURE, AGGREGATE, RULE -> "write CREATE OR REPLACE %s".formatted(kind);
            case CONSTRAINT -> "write DROP CONSTRAINT IF EXISTS before it";
            case COLUMN -> "ask the catalogue for the column first, in a DO block";
            case TRIGGER, POLICY, EVENT_TRIGGER, CAST -> "write DROP %s IF EXISTS before it".formatted(kind);
            case TYPE, DOMAIN, ROLE, USER, PUBLICATION ->
                unknown.guard() == Modifier.IF_EXISTS
                        ? "ask the catalogue first, in a DO block"
                        : "put it into a DO block that handles duplicate_object";
            case INDEX -> "give the index a name";
            case MATERIALIZED_VIEW, TABLE, SEQUENCE -> "write DROP %s IF EXISTS before it".formatted(kind);
            default -> "ask the catalogue first, in a DO block";
        };
    }

    private static String ofSqlServer(Accepted.Unknown unknown, String kind) {
        return switch (unknown.kind()) {
            case VIEW, FUNCTION, PROCEDURE, TRIGGER -> "write CREATE OR ALTER %s".formatted(kind);
            case TABLE -> "write IF OBJECT_ID(N'dbo.name', N'U') IS NULL before it";
            case COLUMN -> "write IF COL_LENGTH(N'dbo.table', N'column') IS NULL before it";
            default -> "ask the catalogue first: IF NOT EXISTS (SELECT 1 FROM sys.objects …)";
        };
    }
}
