package dev.migtrue.language.code.file;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.migtrue.language.sql.Dialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokenCodeTest {

    private static final String SCRIPT = """
            import { a as b } from 'x';
            const { rows: [c], ...d } = await e(`x ${y} \\u{41}`, 'a\\'b', ...f);
            exports.up = async ({ context: knex }, [g] = 1) => {
              if (!(await knex.schema.hasTable('t'))) { await knex.schema.createTable('t', t => { t.string('c').unique(); }); }
              for (const [h, i] of j) { switch (h) { case 1: k(); break; default: l(); } }
              try { await knex('t').insert([{ a: 1 }]).onConflict().ignore() } catch ({ m }) { throw m } finally { n?.() }
              await Promise.all(o.map((p) => p.q.catch(() => {})));
            };
            export default class R extends S { t = 1; async up(queryRunner) { await queryRunner.query("A"); } }
            """;
    private static final String PHP = """
            <?php
            use A\\B as C;
            return new class extends Migration {
                public $x = ['a' => 1, 'b']; const Y = 1;
                public function up(?Schema $s = null, ...$r): void {
                    Schema::create('t', function (Blueprint $t) use ($x) { $t->string("a {$b} $c[0]")->nullable(); });
                    foreach ($a as ['k' => $v]) { $w[] = match ($v) { 1, 2 => 'x', default => 'y' }; }
                    DB::statement(<<<SQL
                        SELECT $x
                        SQL);
                    try { a() ?: b() ?? c(); } catch (D | E $e) { exit; } finally { [$f, $g] = h(); }
                }
            };
            """;

    @ParameterizedTest
    @EnumSource(
            value = CodeFile.class,
            names = {"JAVASCRIPT", "TYPESCRIPT", "PHP"})
    void aFileThatEndsAnywhereIsRead(CodeFile language) {
        String text = language == CodeFile.PHP ? PHP : SCRIPT;
        for (int end = 0; end <= text.length(); end++) {
            String cut = text.substring(0, end);
            assertThatCode(() -> language.read(cut, Dialect.POSTGRESQL))
                    .as("the first %d characters", end)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CodeFile.class,
            names = {"JAVASCRIPT", "TYPESCRIPT", "PHP"})
    void aFileThatLacksAnythingIsRead(CodeFile language) {
        String text = language == CodeFile.PHP ? PHP : SCRIPT;
        for (int at = 0; at + 3 <= text.length(); at++) {
            String without = text.substring(0, at) + text.substring(at + 3);
            assertThatCode(() -> language.read(without, Dialect.MYSQL))
                    .as("without the 3 characters from %d", at)
                    .doesNotThrowAnyException();
        }
    }
}
