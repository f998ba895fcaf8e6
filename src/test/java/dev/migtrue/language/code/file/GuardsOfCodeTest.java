package dev.migtrue.language.code.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.rerun.TwoRuns;
import dev.migtrue.language.sql.rerun.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways in which migrations of JavaScript and PHP ask before they do something, and what becomes of it when they run once more. */
class GuardsOfCodeTest {

    private static Verdict knex(String body) {
        return second(CodeFile.JAVASCRIPT, "exports.up = async (knex) => {\n" + body + "\n};\n", Dialect.POSTGRESQL);
    }

    private static Verdict laravel(String body) {
        return second(
                CodeFile.PHP,
                "<?php\nreturn new class extends Migration {\n    public function up(): void {\n" + body
                        + "\n    }\n};\n",
                Dialect.POSTGRESQL);
    }

    private static Verdict second(CodeFile file, String text, Dialect dialect) {
        Program program = file.read(text, dialect);
        return TwoRuns.onAnything(dialect, program.mode()).of(program);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            await knex.schema.createTableIfNotExists('t', t => { t.text('c') })
            if (!(await knex.schema.hasTable('t'))) { await knex.schema.createTable('t', t => { t.text('c') }) }
            const there = await knex.schema.hasColumn('t', 'c'); if (!there) await knex.schema.table('t', t => { t.text('c').unique() })
            if (await knex.schema.hasTable('t')) return; await knex.schema.createTable('t', t => { t.text('c') })
            await knex.schema.hasTable('t').then(is => { if (!is) return knex.schema.createTable('t', t => t.text('c')) })
            await knex.schema.dropTableIfExists('t'); await knex.schema.createTable('t', t => { t.text('c') })
            if (await knex.schema.hasColumn('t', 'c')) await knex.schema.alterTable('t', t => { t.dropColumn('c') })
            const all = await knex('t').columnInfo(); if (!all.c) await knex.raw('ALTER TABLE t ADD COLUMN c text')
            for (const c of ['a', 'b']) { if (!(await knex.schema.hasColumn('t', c))) await knex.raw(`ALTER TABLE t ADD COLUMN ${c} text`) }
            await knex.raw('ALTER TABLE t ADD COLUMN IF NOT EXISTS c text')
            const { rows } = await knex.raw("SELECT 1 FROM information_schema.columns WHERE table_name = 't' AND column_name = 'c'"); if (rows.length === 0) await knex.raw('ALTER TABLE t ADD COLUMN c text')
            """)
    void aGuardOfKnexThatHoldsHolds(String body) {
        assertThat(knex(body)).isInstanceOf(Verdict.Repeats.class);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            await knex.schema.createTable('t', t => { t.text('c') })
            if (await knex.schema.hasTable('t')) { await knex.schema.table('t', t => { t.text('c') }) }
            if (!(await knex.schema.hasColumn('t', 'd'))) { await knex.schema.table('t', t => { t.text('c') }) }
            if (!(await knex.schema.hasColumn('u', 'c'))) { await knex.schema.table('t', t => { t.text('c') }) }
            try { await knex.schema.table('t', t => { t.text('c') }) } catch (e) { console.log(e) }
            await knex.schema.table('t', t => { t.text('c') }).catch(() => {})
            await knex.schema.createTableIfNotExists('t', t => { t.text('c').unique() })
            await Promise.all([knex.schema.dropTable('t'), knex.schema.dropTableIfExists('u')])
            """)
    void aGuardOfKnexThatDoesNotHoldDoesNot(String body) {
        assertThat(knex(body)).isInstanceOf(Verdict.Fails.class);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            if (! Schema::hasTable('t')) { Schema::create('t', function ($table) { $table->id(); }); }
            if (! Schema::hasColumn('t', 'c')) { Schema::table('t', function ($table) { $table->text('c')->index(); }); }
            Schema::table('t', function ($table) { if (! Schema::hasColumn('t', 'c')) { $table->text('c'); } });
            Schema::whenTableDoesntHaveColumn('t', 'c', function ($table) { $table->text('c'); });
            if (Schema::hasTable('t')) { return; } Schema::create('t', function ($table) { $table->id(); });
            Schema::dropIfExists('t'); Schema::create('t', function ($table) { $table->id(); });
            if (! in_array('c', Schema::getColumnListing('t'))) { Schema::table('t', fn ($table) => $table->text('c')); }
            """)
    void aGuardOfLaravelThatHoldsHolds(String body) {
        assertThat(laravel(body)).isInstanceOf(Verdict.Repeats.class);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            Schema::create('t', function ($table) { $table->id(); });
            if (Schema::hasTable('t')) { Schema::table('t', function ($table) { $table->text('c'); }); }
            if (! Schema::hasColumn('t', 'd')) { Schema::table('t', function ($table) { $table->text('c'); }); }
            try { Schema::create('t', function ($table) { $table->id(); }); } catch (\\Exception $e) { }
            if (! Schema::hasTable('u')) { Schema::create('t', function ($table) { $table->id(); }); }
            """)
    void aGuardOfLaravelThatDoesNotHoldDoesNot(String body) {
        assertThat(laravel(body)).isInstanceOf(Verdict.Fails.class);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            await q.createTable(new Table({ name: 't', columns: [{ name: 'a', type: 'int' }] }), true) >> true
            if (!(await q.hasColumn('t', 'c'))) await q.query('ALTER TABLE t ADD COLUMN c text') >> true
            await q.query(`CREATE TABLE IF NOT EXISTS t (a int)`) >> true
            await q.query(`CREATE TABLE t (a int)`) >> false
            await q.addColumn('t', new TableColumn({ name: 'c', type: 'text' })) >> false
            if (await q.hasTable('t')) await q.dropTable('t') >> true
            """)
    void aGuardOfTypeOrmHoldsOrDoesNot(String body, boolean isHolding) {
        String text =
                "export class A implements MigrationInterface {\n  async up(q: QueryRunner) {\n" + body + "\n  }\n}\n";
        assertThat(second(CodeFile.TYPESCRIPT, text, Dialect.POSTGRESQL))
                .isInstanceOf(isHolding ? Verdict.Repeats.class : Verdict.Fails.class);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            db.exec('CREATE TABLE IF NOT EXISTS t (a)') >> true
            if (!db.prepare('PRAGMA table_info(t)').all().some(c => c.name === 'c')) db.exec('ALTER TABLE t ADD COLUMN c') >> true
            const names = db.pragma('table_info(t)').map(c => c.name); if (!names.includes('c')) db.exec('ALTER TABLE t ADD COLUMN c') >> true
            try { db.exec('ALTER TABLE t ADD COLUMN c') } catch { } >> true
            const v = db.pragma('user_version', { simple: true }); if (v < 2) { db.exec('ALTER TABLE t ADD COLUMN c'); db.pragma('user_version = 2') } >> true
            db.exec('ALTER TABLE t ADD COLUMN c') >> false
            if (!db.prepare('PRAGMA table_info(t)').all().some(c => c.name === 'd')) db.exec('ALTER TABLE t ADD COLUMN c') >> false
            """)
    void aGuardOfAProgramHoldsOrDoesNot(String body, boolean isHolding) {
        assertThat(second(CodeFile.JAVASCRIPT, "const db = open();\n" + body + ";\n", Dialect.SQLITE))
                .isInstanceOf(isHolding ? Verdict.Repeats.class : Verdict.Fails.class);
    }
}
