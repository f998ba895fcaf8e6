package dev.migtrue.language.code.efcore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.code.ProgramText;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EfMigrationTest {

    private static final String FILE = """
            using Microsoft.EntityFrameworkCore.Migrations;

            namespace A.Data
            {
                public partial class B : Migration
                {
                    private const string Name = "n";

                    protected override void Up(MigrationBuilder b)
                    {
                        BODY
                    }

                    private static bool Is(string a, string c = "n") => a == c;

                    private static void Made(MigrationBuilder builder) { builder.Sql("MADE"); }

                    protected override void Down(MigrationBuilder b)
                    {
                        b.Sql("DOWN");
                    }
                }
            }
            """;

    private static Program read(String body, Dialect dialect) {
        return EfMigration.read(FILE.replace("BODY", body), dialect);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            b.CreateTable(name: "T", columns: table => new { Id = table.Column<int>(type: "integer", nullable: false).Annotation("X", 1), Name = table.Column<string>(nullable: true, defaultValue: "x") }, constraints: table => { table.PrimaryKey("PK_T", x => x.Id); table.UniqueConstraint("AK", x => new { x.Id, x.Name }); table.ForeignKey(name: "FK", column: x => x.Id, principalTable: "U", principalColumn: "Id", onDelete: ReferentialAction.Cascade); }); >> CREATE TABLE "T" ("Id" integer NOT NULL, "Name" text DEFAULT 'x', CONSTRAINT "PK_T" PRIMARY KEY ("Id"), CONSTRAINT "AK" UNIQUE ("Id", "Name"), CONSTRAINT "FK" FOREIGN KEY ("Id") REFERENCES "U" ("Id") ON DELETE CASCADE)
            b.DropTable(name: "T", schema: "S"); >> DROP TABLE "S"."T"
            b.AddColumn<bool>(name: "C", table: "T", type: "boolean", nullable: false, defaultValue: false); >> ALTER TABLE "T" ADD COLUMN "C" boolean DEFAULT false NOT NULL
            b.AddColumn<Guid>("C", "T", nullable: true); >> ALTER TABLE "T" ADD COLUMN "C" uuid
            b.DropColumn(name: "C", table: "T"); >> ALTER TABLE "T" DROP COLUMN "C"
            b.AlterColumn<string>(name: "c", table: "t", type: "text", nullable: true, oldClrType: typeof(int)); >> ALTER TABLE t ALTER COLUMN c TYPE text, ALTER COLUMN c DROP NOT NULL
            b.RenameColumn(name: "a", table: "t", newName: "b"); >> ALTER TABLE t RENAME COLUMN a TO b
            b.RenameTable(name: "a", newName: "b"); >> ALTER TABLE a RENAME TO b
            b.RenameIndex(name: "a", table: "t", newName: "b"); >> ALTER INDEX a RENAME TO b
            b.CreateIndex(name: "i", table: "t", columns: new[] { "a", "b" }, unique: true, filter: "a > 0"); >> CREATE UNIQUE INDEX i ON t (a, b) WHERE a > 0
            b.CreateIndex("i", "t", "a"); >> CREATE INDEX i ON t (a)
            b.DropIndex(name: "i", table: "t"); >> DROP INDEX i
            b.AddForeignKey(name: "f", table: "t", column: "a", principalTable: "u", principalColumn: "id", onDelete: ReferentialAction.SetNull); >> ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u (id) ON DELETE SET NULL
            b.AddPrimaryKey("p", "t", new[] { "a", "b" }); >> ALTER TABLE t ADD CONSTRAINT p PRIMARY KEY (a, b)
            b.AddUniqueConstraint(name: "u", table: "t", column: "a"); >> ALTER TABLE t ADD CONSTRAINT u UNIQUE (a)
            b.AddCheckConstraint(name: "c", table: "t", sql: "a > 0"); >> ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0)
            b.DropForeignKey(name: "f", table: "t"); >> ALTER TABLE t DROP CONSTRAINT f
            b.EnsureSchema(name: "s"); >> if no schema s { CREATE SCHEMA s }
            b.CreateSequence<int>(name: "q"); >> CREATE SEQUENCE q
            b.AlterDatabase().Annotation("Npgsql:PostgresExtension:citext", ",,"); >> CREATE EXTENSION IF NOT EXISTS citext
            b.AlterDatabase().Annotation("Npgsql:Enum:mood", "sad,ok"); >> ? an enumeration of the model at 11
            b.Sql("A", suppressTransaction: true); >> COMMIT~A~BEGIN
            b.Sql($"DROP {Name} {{x}}"); >> DROP n {x}
            b.Sql($@"A ""{Name}"" B"); >> A "n" B
            b.Sql(File.ReadAllText("x.sql")); >> ? SQL that is put together by 'ReadAllText' at 11
            b.InsertData(table: "t", columns: new[] { "a", "b" }, values: new object[,] { { 1, "x" }, { 2, null } }); >> INSERT INTO t (a, b) VALUES (1, 'x')~INSERT INTO t (a, b) VALUES (2, NULL)
            b.InsertData(table: "t", column: "a", value: 1); >> INSERT INTO t (a) VALUES (1)
            b.UpdateData(table: "t", keyColumn: "id", keyValue: 1, column: "a", value: "x"); >> UPDATE t SET a = 'x' WHERE id = 1
            b.DeleteData(table: "t", keyColumn: "id", keyValue: 1); >> DELETE FROM t WHERE id = 1
            foreach (var x in new[] { "a", "b" }) { b.Sql("DROP " + x); } >> DROP a~DROP b
            if (b.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL") { b.Sql("A"); } else b.Sql("B"); >> A
            if (b.ActiveProvider.Contains("Sqlite") || b.IsSqlite()) return; b.Sql("A"); >> A
            if (Is(Name)) b.Sql("A"); >> A
            switch (Name) { case "m": b.Sql("A"); break; default: b.Sql("B"); break; } >> B
            Made(b); >> MADE
            Elsewhere.Made(b); >> ? what 'Made' does with the migration at 11
            b.Operations.Add(x); >> ? 'Add' at 11
            b.CreateSpatialThing("x"); >> ? 'CreateSpatialThing' at 11
            Create.Table("t").WithColumn("a").AsInt32(); >> ? 'Create.Table' at 11
            Execute.Sql("A"); >> A
            """)
    void whatTheWayUpDoesIsTold(String body, String done) {
        assertThat(ProgramText.of(read(body, Dialect.POSTGRESQL).operations())).isEqualTo(done.replace("~", "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            SQLITE >> b.AlterColumn<int>(name: "c", table: "t"); >> ``
            SQLITE >> b.DropColumn(name: "c", table: "t"); >> if column t.c { ALTER TABLE t DROP COLUMN c }
            SQLITE >> b.AddForeignKey(name: "f", table: "t", column: "a", principalTable: "u"); >> ``
            SQL_SERVER >> b.RenameColumn(name: "a", table: "t", newName: "b"); >> EXEC sp_rename 't.a', 'b', 'COLUMN'
            MYSQL >> b.DropForeignKey(name: "f", table: "t"); >> ALTER TABLE t DROP FOREIGN KEY f
            MYSQL >> b.DropIndex(name: "i", table: "t"); >> DROP INDEX i ON t
            """)
    void databasesThatCannotDoItGetItOtherwise(Dialect dialect, String body, String done) {
        assertThat(ProgramText.of(read(body, dialect).operations())).isEqualTo(done.equals("``") ? "" : done);
    }

    @Test
    void sqlOfAVerbatimStringStandsWhereTheFileHasIt() {
        Program program = read("b.Sql(@\"\nUPDATE t SET a = 1\");", Dialect.SQLITE);

        assertThat(program.mode()).isEqualTo(Mode.ONE_TRANSACTION);
        assertThat(program.operations()).hasSize(1).first().isInstanceOf(Operation.Written.class);
    }
}
