package dev.migtrue.language.code.file;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.program.Reading;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that end somewhere, or of which something is missing. */
class TruncatedFileTest {

    private enum Sample {
        RUBY("a.rb", """
                class A < ActiveRecord::Migration[7.1]
                  NAMES = { a: "b", "c" => %w[d e] }.freeze
                  def change
                    NAMES.each { |k, v| add_column :t, k, v, default: -> { "now()" } unless column_exists?(:t, k) }
                    create_table :t, id: false do |t|
                      t.references :a, polymorphic: { default: "x" }, index: { unique: true }, foreign_key: { to_table: :b }
                      t.index %i[a b], name: "i" if table_exists?(:u)
                    end
                    change_table(:t, bulk: true) { |t| t.string :a, index: true; t.remove :b, :c }
                    execute <<~SQL.squish
                      UPDATE t SET a = '#{NAMES[:a]}'
                    SQL
                    case x when 1, 2 then User.where(a: 1).update_all(b: 2) else reversible { |d| d.up { return } } end
                  rescue PG::Error => e
                    add_foreign_key :a, :b, on_delete: :cascade
                  end
                end
                """),
        GO("a.go", """
                package m
                const q = `SELECT 1`
                var s = []struct{ a, b string }{{"a", "b"}, {a: "c"}}
                func init() { goose.AddMigrationNoTx(up, nil) }
                func up(db *sql.DB) error {
                	for _, c := range s {
                		if _, err := db.Exec(fmt.Sprintf("ALTER TABLE t ADD %[1]s %q", c.a), c.b); err != nil { return err }
                	}
                	var n int
                	if err := db.QueryRow("SELECT COUNT(*) FROM x WHERE a = $1", q).Scan(&n); err == sql.ErrNoRows { panic("\\u00e4") }
                	switch { case n > 0: db.Exec(q); default: f := func() error { return nil }; return f() }
                	rows, err := db.Query(`PRAGMA table_info(t)`)
                	for rows.Next() { rows.Scan(&n, &err) }
                	return nil
                }
                """),
        ELIXIR("a.exs", """
                defmodule A.B do
                  use Ecto.Migration
                  @names ~w(a b)a
                  def change do
                    create table(:t, primary_key: [name: :k, type: :uuid]) do
                      add :a, references(:b, on_delete: :delete_all), default: fragment("now()")
                      timestamps(type: :utc_datetime)
                    end
                    for n <- @names, n != :a, do: alter(table(:t), do: modify(n, {:array, :text}, from: :text))
                    Enum.each(@names, &f/1)
                    create_if_not_exists unique_index(:t, [:a, "lower(b)"], where: "a > 1")
                    case repo().query!("SELECT 1 FROM pg_type") do
                      %{num_rows: 0} -> execute \"""
                        CREATE TYPE #{@names}
                        \"""
                      _ -> if direction() == :up, do: flush(), else: raise "x"
                    end
                    "t" |> table() |> drop_if_exists()
                  end
                  defp f(x \\\\ 1), do: rename(table(:a), x, to: table(:b))
                end
                """),
        C_SHARP("a.cs", """
                namespace A;
                public partial class B : Migration
                {
                    private static readonly string[] Names = new[] { "a", @"b ""c"" " };
                    protected override void Up(MigrationBuilder b)
                    {
                        b.CreateTable(name: "T", columns: t => new { Id = t.Column<int>(nullable: false), N = t.Column<string>() },
                            constraints: t => { t.PrimaryKey("PK", x => new { x.Id, x.N }); });
                        foreach (var n in Names) { b.Sql($"DROP {n} {{x}}", suppressTransaction: true); }
                        if (b.ActiveProvider == "x" && !b.IsSqlite()) { return; } else b.DropColumn("a", "b");
                        b.InsertData("t", new[] { "a", "b" }, new object[,] { { 1, "x" }, { 2, null } });
                        switch (Names[0]) { case "a": Made(b); break; default: throw new E(); }
                        try { Made(b); } catch (SqlException e) { b.Sql(\"""x\"""); } finally { b.AlterColumn<int>("a", "b"); }
                    }
                    private static void Made(MigrationBuilder b, int c = 1) => b.RenameTable("a", newName: "b");
                }
                """);

        private final String name;
        private final String text;

        Sample(String name, String text) {
            this.name = name;
            this.text = text;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsLeftOfAFileIsRead(Sample sample) {
        Random random = new Random(20261120);
        for (int end = 0; end <= sample.text.length(); end += 7) {
            read(sample, sample.text.substring(0, end));
            int from = random.nextInt(end + 1);
            read(sample, sample.text.substring(0, from) + sample.text.substring(end));
        }
    }

    private static void read(Sample sample, String text) {
        assertThatCode(() -> {
                    Program program = CodeFile.of(sample.name).orElseThrow().read(text, Dialect.POSTGRESQL);
                    Reading.of(program);
                })
                .as(text)
                .doesNotThrowAnyException();
    }
}
