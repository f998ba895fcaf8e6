package dev.migtrue.language.code.ecto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.code.ProgramText;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EctoMigrationTest {

    private static final String FILE = """
            defmodule A.Repo.Migrations.B do
              use Ecto.Migration
              alias A.Repo

              @names ~w(a b)a

              def up do
                BODY
              end

              def down do
                execute "DOWN"
              end

              defp there?(name) do
                repo().query!("SELECT 1 FROM pg_type WHERE typname = 'm'").num_rows > 0
              end

              defp made(name, kind \\\\ "text"), do: execute("ADD #{name} #{kind}")
            end
            """;

    private static Program read(String body, Dialect dialect) {
        return EctoMigration.read(FILE.replace("BODY", body), dialect);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            create table(:users) >> CREATE TABLE users (id bigserial, PRIMARY KEY (id))
            create(table("users", primary_key: false)) >> CREATE TABLE users ()
            create_if_not_exists table(:users, prefix: "p") >> CREATE TABLE IF NOT EXISTS p.users (id bigserial, PRIMARY KEY (id))
            create table(:t, primary_key: false) do add :a, :uuid, primary_key: true; add :b, references(:u, on_delete: :delete_all), null: false; timestamps() end >> CREATE TABLE t (a uuid, b bigint NOT NULL CONSTRAINT t_b_fkey REFERENCES u (id) ON DELETE CASCADE, inserted_at timestamp(0) NOT NULL, updated_at timestamp(0) NOT NULL, PRIMARY KEY (a))
            alter table(:t) do add :a, :string, default: fragment("f()"); remove :b; modify :c, {:array, :text}, null: false end >> ALTER TABLE t ADD COLUMN a varchar(255) DEFAULT f(), DROP COLUMN b, ALTER COLUMN c TYPE text[], ALTER COLUMN c SET NOT NULL
            alter table(:t) do add_if_not_exists :a, :integer; remove_if_exists :b, :text end >> ALTER TABLE t ADD COLUMN IF NOT EXISTS a integer, DROP COLUMN IF EXISTS b
            alter table(:t) do if there?(1), do: add(:a, :text) end >> ? a part of a table that is made under a condition at 8
            create index(:t, [:a, :b]) >> CREATE INDEX t_a_b_index ON t (a, b)
            create unique_index(:t, ["lower(a)"], where: "b", concurrently: true) >> CREATE UNIQUE INDEX CONCURRENTLY t_lower_a_index ON t (lower(a)) WHERE b
            create_if_not_exists index("t", :a, name: :i, using: :gin) >> CREATE INDEX IF NOT EXISTS i ON t USING gin (a)
            create constraint(:t, :c, check: "a > 0", validate: false) >> ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID
            drop table(:t), mode: :cascade >> DROP TABLE t CASCADE
            drop_if_exists index(:t, [:a]) >> DROP INDEX IF EXISTS t_a_index
            drop_if_exists constraint(:t, :c) >> ALTER TABLE t DROP CONSTRAINT IF EXISTS c
            rename table(:a), to: table(:b) >> ALTER TABLE a RENAME TO b
            rename table(:t), :a, to: :b >> ALTER TABLE t RENAME COLUMN a TO b
            rename index(:t, [:a], name: "i"), to: "j" >> ALTER INDEX i RENAME TO j
            execute("A", "B") >> A
            execute fn -> repo().query!("A") end >> A
            flush() >> ``
            Enum.each(@names, fn n -> execute("DROP #{n}") end) >> DROP a~DROP b
            @names |> Enum.each(&made/1) >> ADD a text~ADD b text
            Enum.each(@names, &execute("X #{&1}")) >> X a~X b
            for n <- @names, n == :b, do: made(n, "int") >> ADD b int
            unless there?("m"), do: execute("A") >> if no type m { A }
            if direction() == :up, do: execute("A"), else: execute("B") >> A
            x = if 1 == 1, do: "A", else: "B"; execute(x) >> A
            case repo().query!("SELECT 1 FROM pg_type WHERE typname = 'm'") do %{num_rows: 0} -> execute("A"); _ -> :ok end >> if no type m { A }
            cond do 1 == 2 -> execute("A"); true -> execute("B") end >> B
            :t |> table() |> create() >> CREATE TABLE t (id bigserial, PRIMARY KEY (id))
            try do execute("A") rescue _ -> :ok end >> try ALL { A } or {  }
            try do execute("A") rescue e -> reraise e, __STACKTRACE__ end >> A
            Repo.update_all(from(u in "users"), set: [a: 1]) >> ? 'update_all' at 8
            from(u in "users", select: avg(u.a)) |> Repo.all() >> ``
            A.B |> where([u], is(u.a)) |> Repo.delete_all() >> ? 'delete_all' at 8
            a |> cast(b, [:c]) |> foreign_key_constraint(:d) |> Repo.update() >> ? 'update' at 8
            Repo.transaction(fn -> repo().query!("A") end) >> A
            Oban.Migration.up(version: 12) >> ? 'up' at 8
            setup_vault("x") >> ? 'setup_vault' at 8
            with {:ok, x} <- y do execute("A") end >> ? a statement that is not followed at 8
            """)
    void whatTheWayUpDoesIsTold(String body, String done) {
        assertThat(ProgramText.of(read(body, Dialect.POSTGRESQL).operations()))
                .isEqualTo(done.equals("``") ? "" : done.replace("~", "\n"));
    }

    @Test
    void sqlOfAHereDocumentStandsWhereTheFileHasIt() {
        Program program = read("execute \"\"\"\n    UPDATE t\n    SET a = 1\n    \"\"\"", Dialect.POSTGRESQL);

        assertThat(program.operations()).hasSize(1).first().isInstanceOf(Operation.Written.class);
        assertThat(ProgramText.of(program.operations())).isEqualTo("UPDATE t SET a = 1");
    }

    @Test
    void transactionsAreTakenAsTheMigrationAndTheDatabaseSay() {
        assertThat(read("flush()", Dialect.POSTGRESQL).mode()).isEqualTo(Mode.ONE_TRANSACTION);
        assertThat(read("flush()", Dialect.MYSQL).mode()).isEqualTo(Mode.STATEMENT_BY_STATEMENT);
        assertThat(EctoMigration.read(
                                FILE.replace("@names ~w(a b)a", "@disable_ddl_transaction true"), Dialect.POSTGRESQL)
                        .mode())
                .isEqualTo(Mode.STATEMENT_BY_STATEMENT);
    }

    @Test
    void aFunctionOfSeveralFormsIsToldWhereItIsCalled() {
        String text =
                FILE.replace("BODY", "made(:a)").replace("  defp there?", "  defp made(:b), do: :ok\n\n  defp there?");

        assertThat(ProgramText.of(EctoMigration.read(text, Dialect.POSTGRESQL).operations()))
                .startsWith("? a statement that is not followed at");
    }
}
