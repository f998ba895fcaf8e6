package dev.migtrue.language.code.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.csharp.CSharp;
import dev.migtrue.language.code.elixir.Elixir;
import dev.migtrue.language.code.follow.Language;
import dev.migtrue.language.code.go.Go;
import dev.migtrue.language.code.javascript.Script;
import dev.migtrue.language.code.php.Php;
import dev.migtrue.language.code.ruby.Ruby;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RewordingTest {

    private static final String RUBY = """
            module Things
              class A < B::C[7.0]
                X = %i[a b].freeze
                attr_reader :x
                def a(b, c = 1, *d, e:, f: 2, **g, &h)
                  @x ||= b[1] + c % 2
                  x, y = 1, -2.5
                  x += 1_000
                  yield x
                rescue Z => e then raise
                else
                  1
                ensure
                  done
                end
                def self.b = :"s #{1}"
              end
            end
            f(*a, **b, &:c) { |(x, y), z| next if x; break unless y }
            while x < 1 do y end
            until x then y end
            for i in [1, 2] do puts i end
            h = { a: 1, "b" => nil, **c }
            l = ->(x) { x.y&.z }
            t = not(a) && b or c ? 'x\\'y' : "a" "b\\u{41}"
            q = /x/ =~ ?a
            begin; a; end while b
            alias x y
            undef z
            case a when 1 then b end
            case when a then b when c, d then e else f end
            y = if a then b elsif c then d else e end
            x.each_with_index { |a, i| b } if c.any? && d.nil?
            super(1)
            a <=> b
            (a; b)
            self.x = 1
            super
            """;

    private static final String GO = """
            package m

            import "x"

            const q = `SELECT 1`
            const (
            	a, b = "x", "y"
            )

            var names = []string{"a", "b\\n"}
            var m = map[string]int{"a": 1}
            var s = []struct{ name, kind string; n int }{{"a", "b", 1}, {name: "c"}}

            type T struct{}

            func init() { goose.AddMigration(up, nil) }

            func (t *T) Up(ctx context.Context, tx *sql.Tx, more ...string) (n int, err error) {
            	var x string
            	var y, z int = 1, 2
            	_, err = tx.Exec(q, more...)
            	if err := f(); err != nil && !ok {
            		return 0, err
            	} else if a == 1 {
            		panic(err)
            	} else {
            		x += "a"
            	}
            	for _, n := range names { continue }
            	for i := 0; i < 3; i++ { break }
            	for rows.Next() { rows.Scan(&x) }
            	for { i-- }
            	switch x { case "a", "b": f(); default: g() }
            	switch { case x == 1: f() }
            	defer rows.Close()
            	go f()
            	f := func(a, b string) error { return nil }
            	{ g(x[0], -1, *p, []byte("x"), a[1:2], v.(string), 'c', <-ch) }
            	return
            }
            """;

    private static final String JAVASCRIPT = """
            import d, { a as b } from "x";
            import * as n from 'y';
            const e = require('e'), { f, g: { h }, i = 1, ...j } = o, [k, , l] = p;
            export default { async up(a, { b }, [c], d = 1, ...r) { return 1; }, ["k"]: 2, e, ...f, get g() { return 1 } };
            export { a as z };
            exports.up = async knex => knex.a(`x ${y} \\n\\u{41}`, 'a\\'b', ...c);
            class M extends N { x = 1; static y; up() { return this.x } static { z() } }
            for (const [i, x] of y) { continue }
            for (const { q } of y) q();
            for (const k in o) ;
            for (let i = 0; i < 3; i++) { a[i] += 1; a ||= b }
            while (x) { break }
            do { y } while (x)
            try { a } catch ({ code }) { throw e } finally { b }
            try { a } catch { b }
            switch (x) { case 1: case 2: a(); break; default: b() }
            switch (x) { case 1: a(); case 2: b() }
            if (a) b(); else if (c) d(); else { e }
            const z = a ? b : c ?? d, q = typeof x, w = -1, v = -u;
            new Foo({ a }); void 0; delete a.b; (a, b); /r/g; null; undefined; i--; x?.y?.(z).length;
            function* gen() { yield 1 }
            label: for (;;) {}
            await p.q().catch(() => {});
            p.catch(console.error);
            tag`b ${c}`; String.raw`\\d`; 'x' in y; x instanceof y; debugger;
            """;

    private static final String TYPESCRIPT = """
            import { A, type B as C } from 'x';
            import x = require('y');
            type T = string; interface I {} enum E { A } declare const q: any;
            namespace N { a() }
            @Dec() export class M implements I {
              name = 'x'; private readonly y?: string = null;
              constructor(private a: B, c = 1) { super() }
              public async up(q: Q, ...r: any[]): Promise<void> { await (q as any).x!<T>(1) }
            }
            abstract class Q { abstract x(): void; [k: string]: any }
            export const up = async ({ context: a }: { context: any }) => <T>a satisfies T;
            function f(a: string): void;
            export = x;
            """;

    private static final String ELIXIR = """
            defmodule MyApp.Repo.Migrations.AddX do
              use Ecto.Migration
              alias MyApp.Repo
              import Ecto.Query

              @disable_ddl_transaction true
              @names ~w(a b)a
              @x "t"

              def up do
                create table(:users, primary_key: false) do
                  add :id, :binary_id, primary_key: true
                  add(:name, :string, null: false, default: fragment("now()"))
                  timestamps()
                end

                create unique_index(:users, [:name, "lower(x)"], where: "a = 1")
                execute \"""
                CREATE VIEW v AS #{@x}
                \"""
                execute(~s(A "b"), "")
                execute ~S\"""
                X
                \"""
                if table_exists?(:x) do
                  flush()
                else
                  :ok
                end
                unless direction() == :down, do: execute("A")
                Enum.each(@names, fn n -> execute("DROP #{n}") end)
                for n <- @names, do: execute("X")
                for {a, b} <- [a: 1] do
                  x
                end
                x = case repo().query!("SELECT 1").rows do
                  [[1]] -> 1
                  _ -> 2
                end
                %{num_rows: n} = repo().query!("S")
                cond do
                  n == 0 -> execute "A"
                  true -> nil
                end
                "users" |> table() |> create()
                x = if a, do: 1, else: 2
                f = &(&1 <> "a")
                %{"b" => 2}
                not a and b || c
                try do
                  a()
                rescue
                  e in Postgrex.Error -> nil
                end
                with {:ok, a} <- b do
                  c
                end
                [h | t] = l
                1..2
                'abc'
                Repo.update_all(from(u in "users", where: u.a == 1), set: [a: 1])
                :ok
              end

              def change, do: up()
              defp helper(a, b \\\\ 1) when is_atom(a), do: a
              def down() do
              end
            end
            """;

    private static final String C_SHARP = """
            using Microsoft.EntityFrameworkCore.Migrations;

            #nullable disable

            namespace API.Data.Migrations;

            /// <inheritdoc />
            [DbContext(typeof(X))]
            public partial class AddX : Migration
            {
                private const string Name = "x";
                private static readonly string[] Cols = new[] { "a", "b" };

                protected override void Up(MigrationBuilder migrationBuilder)
                {
                    migrationBuilder.CreateTable(
                        name: "T",
                        columns: table => new
                        {
                            Id = table.Column<int>(type: "INTEGER", nullable: false)
                                .Annotation("Sqlite:Autoincrement", true),
                            Name = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true, defaultValue: "x"),
                        },
                        constraints: table =>
                        {
                            table.PrimaryKey("PK_T", x => x.Id);
                            table.ForeignKey(
                                name: "FK_T_U",
                                column: x => x.Name,
                                principalTable: "U",
                                principalColumn: "Id",
                                onDelete: ReferentialAction.Cascade);
                            table.UniqueConstraint("AK", x => new { x.Id, x.Name });
                        });
                    if (migrationBuilder.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL") { migrationBuilder.Sql("A"); }
                    else if (!x && migrationBuilder.IsSqlite()) return;
                    foreach (var c in new[] { "a", "b" })
                    {
                        migrationBuilder.Sql($@"DROP {c} ""x\""", suppressTransaction: true);
                    }
                    for (int i = 0; i < 3; i++) continue;
                    while (true) { break; }
                    var s = @"a ""b\""" + "c\\n" + Name;
                    string sql = \"""
                        raw
                        \""";
                    var r = $$\"""a {{sql}}\""";
                    migrationBuilder.InsertData(table: "T", columns: new[] { "Id", "Name" }, values: new object[,] { { 1, "a" }, { 2, null } });
                    switch (Name) { case "x": A(); break; default: B(); break; }
                    try { A(); } catch (SqlException e) when (e.Number == 1) { } finally { B(); }
                    var l = new List<string> { "a" };
                    var d = new Dictionary<string, int> { ["a"] = 1, { "b", 2 } };
                    int[] q = [1, 2];
                    x ??= 1; x += "a"; x = y ?? z; x = a ? b : c; x?.y(); x!.z(); z = -1; t = typeof(int); t = nameof(X); t = default; t = (int)3; t = o is null; t = o as string; f = x => x; f = (a, b) => { };
                    using (var c = f()) { g(); }
                    throw new NotSupportedException();
                    void Local() { A(); }
                    lock (x) { }
                    Execute.Sql("x");
                    Create.Table("T").WithColumn("Id").AsInt32().NotNullable();
                    await X();
                    this.Do();
                    base.Up(migrationBuilder);
                }

                private static bool Has(string a, int b = 1, params string[] c) => a == "b";
                public int P { get; set; } = 3;
            }
            """;

    private static final String PHP = """
            <?php
            declare(strict_types=1);
            namespace App\\Migrations;
            use Illuminate\\Database\\Migrations\\Migration;
            use Illuminate\\Support\\Facades\\{DB, Schema as S};
            return new class extends Migration {
                public $withinTransaction = false;
                protected string $table = 'x';
                const A = 'b';
                public function up(): void
                {
                    Schema::create('t', function (Blueprint $table) use ($x) {
                        $table->id();
                        $table->string('name', 10)->nullable()->default("a {$b} $c[0] \\n");
                    });
                    if (! Schema::hasTable('x') && true or false) { return; } elseif ($a) b(); else { c(); }
                    foreach (['a', 'b' => 1] as $k => $v) { DB::statement("x $v"); }
                    foreach ($a as ['x' => $y]) { continue; }
                    $sql = <<<SQL
                        SELECT $x
                        FROM t
                    SQL;
                    $raw = <<<'SQL'
                        SELECT 1
                    SQL;
                    try { a(); } catch (\\Exception | QueryException $e) { throw $e; } finally { b(); }
                    $f = fn ($t) => $t->id(); $g = static function () {}; $this->addSql('a' . "b"); self::A; static::b(); parent::up();
                    $a['x'][] = 1; [$p, $q] = f(); list($r) = g(); $x ??= 1; $x .= 'a'; $i++; -1; !$x; $a ? $b : $c; $a ?: $b; $a ?? $b; $x?->y; $x instanceof Y; new Foo(1); (string) $x; match(true) { 1 => 2, default => 3 };
                    switch ($x) { case 1: a(); break; default: b(); }
                    for ($i = 0; $i < 3; $i++) { x(); } while (true) { break; } do { y(); } while (false);
                    f(name: 1, ...$rest); isset($a); empty($b); echo 'x'; null; true; $obj->{'x'}; @f(); array('a' => 1, ...$z); "a\\tb"; 'it\\'s'; exit; unset($a); static $s = 1; global $g; __DIR__; print 'x'; Foo::class; $x = $y = 2; clone $x; yield 1; include 'x.php'; 1 . 2; 0x1F; 1.5; `ls`; throw new X;
                }
                private function x(int $a, ?string $b = null, &...$c): string {}
            };
            function top() { return 1; }
            if ($a): b(); else: c(); endif;
            abstract class Foo extends AbstractMigration implements X { use SomeTrait; public function __construct(private A $a) {} abstract function z(); }
            """;

    static Stream<Arguments> languages() {
        return Stream.of(
                Arguments.of(new Ruby(), RUBY),
                Arguments.of(new Go(), GO),
                Arguments.of(new Elixir(), ELIXIR),
                Arguments.of(new CSharp(), C_SHARP),
                Arguments.of(Script.JAVASCRIPT, JAVASCRIPT),
                Arguments.of(Script.TYPESCRIPT, TYPESCRIPT),
                Arguments.of(new Php(), PHP));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTreeSpeaksOurWordsOnly(Language language, String text) {
        Set<String> strange = new TreeSet<>();
        collect(language.tree(text, Set.of()).orElseThrow(), strange);
        strange.removeAll(Words.STATEMENTS);
        strange.removeAll(Words.EXPRESSIONS);
        strange.removeAll(Words.PARAMETERS);

        assertThat(strange).isEmpty();
    }

    private static void collect(CodeNode node, Set<String> kinds) {
        boolean isSign = node.field().equals("operator") || node.field().equals("operators");
        if (!isSign) {
            kinds.add(node.kind());
        }
        node.parts().forEach(part -> collect(part, kinds));
    }
}
