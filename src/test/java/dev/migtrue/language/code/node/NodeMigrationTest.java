package dev.migtrue.language.code.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.code.ProgramText;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeMigrationTest {

    private static String javascript(String text) {
        return ProgramText.of(NodeMigration.javascript(text, Dialect.POSTGRESQL).operations());
    }

    private static String typescript(String text) {
        return ProgramText.of(NodeMigration.typescript(text, Dialect.POSTGRESQL).operations());
    }

    private static String expected(String done) {
        return done.replace("~", "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            knex.schema.createTable('t', t => { t.increments(); t.string('c', 10).notNullable().unique(); }) >> CREATE TABLE t (id serial PRIMARY KEY, c varchar(10) NOT NULL)~ALTER TABLE t ADD CONSTRAINT t_c_unique UNIQUE (c)
            knex.schema.createTable('t', function (t) { t.integer('u').references('id').inTable('us').onDelete('CASCADE').index() }) >> CREATE TABLE t (u integer)~ALTER TABLE t ADD CONSTRAINT t_u_foreign FOREIGN KEY (u) REFERENCES us (id) ON DELETE CASCADE~CREATE INDEX t_u_index ON t (u)
            knex.schema.createTableIfNotExists('t', t => t.text('c')) >> CREATE TABLE IF NOT EXISTS t (c text)
            knex.schema.alterTable('t', t => { t.dropColumn('a'); t.renameColumn('b', 'c'); t.dropUnique(['x', 'y']) }) >> ALTER TABLE t DROP COLUMN a~ALTER TABLE t RENAME COLUMN b TO c~ALTER TABLE t DROP CONSTRAINT t_x_y_unique
            knex.schema.table('t', t => { t.boolean('b').defaultTo(false); t.timestamps() }) >> ALTER TABLE t ADD COLUMN b boolean DEFAULT false~ALTER TABLE t ADD COLUMN created_at timestamptz~ALTER TABLE t ADD COLUMN updated_at timestamptz
            knex.schema.table('t', t => { if (x) { t.text('c') } }) >> ? a part of a table that is made under a condition at 3
            knex.schema.table('t', t => { t.strange('c') }) >> ? 'strange' of a table at 3
            knex.schema.withSchema('s').dropTableIfExists('t').dropTable('u') >> DROP TABLE IF EXISTS s.t~DROP TABLE s.u
            knex.schema.raw('A').then(() => knex.raw('B')) >> A~B
            knex.schema.hasTable('t').then(exists => { if (!exists) return knex.schema.raw('A') }) >> if no table t { A }
            knex.schema.hasColumn('t', 'c').then(function (has) { return has ? null : knex.raw('A') }) >> if no column t.c { A }
            knex('t').insert({ a: 1, b: 'x' }) >> INSERT INTO t (a, b) VALUES (1, 'x')
            knex('t').insert([{ a: 1 }, { a: f() }]).onConflict('a').ignore() >> INSERT INTO t (a) VALUES (1), (unknown_value()) ON CONFLICT DO NOTHING
            knex('t').where({ a: 1, b: null }).update({ c: true }) >> UPDATE t SET c = true WHERE a = 1 AND b IS NULL
            knex('t').where('a', '>', 1).del() >> DELETE FROM t WHERE unknown_condition()
            knex.from('t').where('a', 1).select('b') >> ^^
            knex('t').insert(knex.select('a').from('u')) >> ? 'insert' at 3
            knex('t').stream(rows => { rows.pipe(x) }) >> ? 'stream' at 3
            knex.schema.strange('t') >> ? 'strange' at 3
            Promise.all(['a', 'b'].map(n => knex.schema.dropTable(n))) >> DROP TABLE a~DROP TABLE b
            Promise.all([knex('t').del(), knex.raw('A')]) >> DELETE FROM t~A
            knex.transaction(async trx => { await trx.schema.dropTable('t'); await trx('u').del() }) >> nested { DROP TABLE t; DELETE FROM u }
            """)
    void whatKnexIsToldIsTold(String body, String done) {
        assertThat(javascript(
                        "// knex\nexports.up = knex =>\n  " + body + ";\nexports.down = knex => knex.raw('X');\n"))
                .isEqualTo(expected(done));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            for (const n of ['a', 'b']) { await knex.raw(`DROP TABLE ${n}`) } >> DROP TABLE a~DROP TABLE b
            NAMES.forEach(n => { knex.schema.raw('DROP TABLE ' + n) }) >> DROP TABLE a~DROP TABLE b
            for (const { n } of [{ n: 'a' }]) await knex.raw(`DROP TABLE ${n}`) >> DROP TABLE a
            for (const k in { a: 1 }) await knex.raw(`DROP TABLE ${k}`) >> DROP TABLE a
            for (let i = 0; i < NAMES.length; i++) { await knex.raw('A') } >> repeat { A }
            for (const x of await knex('t')) { await knex.raw('A') } >> repeat { A }
            if (!(await knex.schema.hasTable('t'))) { await knex.raw('A') } >> if no table t { A }
            const has = await knex.schema.hasColumn('t', 'c'); if (has === false) await knex.raw('A') >> if no column t.c { A }
            if (await knex.schema.hasTable('t')) return; await knex.raw('A') >> if no table t { A }
            const { c } = await knex('t').columnInfo(); if (!c) await knex.raw('A') >> if no column t.c { A }
            const info = await knex('t').columnInfo(); if (!('c' in info)) await knex.raw('A') >> if no column t.c { A }
            if (await known('t')) await knex.raw('A') >> if table t { A }
            try { await knex.raw('A') } catch (e) { console.log(e) } >> try ALL { A } or {  }
            try { await knex.raw('A') } catch { throw 1 } >> A
            await knex.raw('A').catch(() => {}) >> try ALL { A } or {  }
            switch (x) { case 1: case 2: await knex.raw('A'); break; default: await knex.raw('B') } >> if (unknown or unknown) { A } else { B }
            switch (x) { case 1: await knex.raw('A'); case 2: await knex.raw('B') } >> ? a statement that is not followed at 4
            const sql = ['A', 'B'].join(' '); await knex.raw(sql) >> A B
            await knex.raw(`A ${Date.now()}`) >> ? SQL that is known only when it runs: it is a string with values filled in at 4
            const { rows } = await knex.raw("SELECT 1 FROM pg_indexes WHERE indexname = 'i'"); if (!rows.length) await knex.raw('A') >> if no index i { A }
            await helper(knex) >> ? a call of 'helper' at 4
            with (x) { y() } >> ? a statement that is not followed at 4
            """)
    void whatAStatementDoesIsTold(String body, String done) {
        assertThat(javascript("const NAMES = ['a', 'b'];\nconst known = async (t) => knex.schema.hasTable(t);\n"
                        + "exports.up = async function (knex) {\n" + body + "\n};\n"))
                .isEqualTo(expected(done));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            await q.query(`A`) >> A
            await q.query('DROP TABLE "t"', []) >> DROP TABLE "t"
            await q.createTable(new Table({ name: 't', columns: [{ name: 'id', type: 'int', isPrimary: true, isGenerated: true, generationStrategy: 'increment' }, { name: 'c', type: 'varchar', length: '5', isNullable: true, default: "'x'" }] })) >> CREATE TABLE t (id SERIAL NOT NULL, c varchar(5) DEFAULT 'x', PRIMARY KEY (id))
            await q.createTable(new Table({ name: 't', columns: [{ name: 'a', type: 'int' }] }), true) >> if no table t { CREATE TABLE t (a int NOT NULL) }
            await q.dropTable('t') >> DROP TABLE t
            await q.dropTable('t', true) >> if table t { DROP TABLE t }
            await q.addColumn('t', new TableColumn({ name: 'c', type: 'text', isNullable: true })) >> ALTER TABLE t ADD COLUMN c text
            await q.addColumns('t', [new TableColumn({ name: 'c', type: 'text' })]) >> ALTER TABLE t ADD COLUMN c text NOT NULL
            await q.dropColumn('t', 'c') >> ALTER TABLE t DROP COLUMN c
            await q.renameColumn('t', 'a', 'b') >> ALTER TABLE t RENAME COLUMN a TO b
            await q.createIndex('t', new TableIndex({ name: 'i', columnNames: ['a'], isUnique: true })) >> CREATE UNIQUE INDEX i ON t (a)
            await q.createIndex('t', new TableIndex({ columnNames: ['a'] })) >> ? 'createIndex' at 4
            await q.createForeignKey('t', new TableForeignKey({ name: 'k', columnNames: ['a'], referencedTableName: 'u', referencedColumnNames: ['id'], onDelete: 'CASCADE' })) >> ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES u (id) ON DELETE CASCADE
            if (!(await q.hasColumn('t', 'c'))) { await q.query('A') } >> if no column t.c { A }
            const t = await q.getTable('t'); if (!t.findColumnByName('c')) await q.query('A') >> if no column t.c { A }
            const t = await q.getTable('t'); if (!t?.columns.find((c) => c.name === 'c')) await q.query('A') >> if no column t.c { A }
            const rows = await q.query(`SELECT 1 FROM information_schema.columns WHERE table_name = 't' AND column_name = 'c'`); if (rows.length === 0) await q.query('A') >> if no column t.c { A }
            await q.manager.save(User, {}) >> ? 'save' at 4
            await q.strange('t') >> ? 'strange' at 4
            await this.helper(q, 't') >> DROP TABLE t
            await ensure(q, 't', 'c') >> if no column t.c { ALTER TABLE t ADD COLUMN c text }
            """)
    void whatAQueryRunnerIsToldIsTold(String body, String done) {
        assertThat(typescript("import { MigrationInterface, QueryRunner } from 'typeorm'\n"
                        + "export class A1 implements MigrationInterface {\n  public async up(q: QueryRunner): Promise<void> {\n"
                        + body
                        + "\n  }\n  public async down(q: QueryRunner) { await q.query(`X`) }\n"
                        + "  private async helper(q: QueryRunner, n: string) { await q.query(`DROP TABLE ${n}`) }\n}\n"
                        + "async function ensure(q: QueryRunner, t: string, c: string) {\n"
                        + "  const all = await q.query(`PRAGMA table_info(${t});`)\n"
                        + "  const there = all.some((one: any) => one.name === c)\n"
                        + "  if (!there) { await q.query(`ALTER TABLE ${t} ADD COLUMN ${c} text`) }\n}\n"))
                .isEqualTo(expected(done));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            await queryInterface.createTable('t', { id: { type: Sequelize.INTEGER, primaryKey: true, autoIncrement: true }, c: Sequelize.STRING(5), d: { type: DataTypes.DATE, allowNull: false, defaultValue: Sequelize.fn('now') } }) >> CREATE TABLE IF NOT EXISTS t (id INTEGER, c VARCHAR(5), d TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), PRIMARY KEY (id))
            await queryInterface.addColumn('t', 'c', { type: Sequelize.TEXT, references: { model: 'u', key: 'id' }, onDelete: 'cascade' }, { transaction }) >> ALTER TABLE t ADD COLUMN c TEXT REFERENCES u (id) ON DELETE cascade
            await queryInterface.removeColumn('t', 'c') >> ALTER TABLE t DROP COLUMN c
            await queryInterface.dropTable('t') >> DROP TABLE IF EXISTS t
            await queryInterface.addIndex('userThings', ['aB', 'c'], { unique: true }) >> CREATE UNIQUE INDEX user_things_a_b_c ON "userThings" ("aB", c)
            await queryInterface.addIndex('t', { fields: ['a'], name: 'i', concurrently: true }) >> CREATE INDEX CONCURRENTLY i ON t (a)
            await queryInterface.removeIndex('t', 'i') >> DROP INDEX IF EXISTS i
            await queryInterface.addConstraint('t', { fields: ['a'], type: 'unique' }) >> ALTER TABLE t ADD CONSTRAINT t_a_uk UNIQUE (a)
            await queryInterface.bulkInsert('t', [{ a: 1 }]) >> INSERT INTO t (a) VALUES (1)
            await queryInterface.sequelize.query('A', { transaction }) >> A
            await queryInterface.sequelize.transaction(async (transaction) => { await queryInterface.sequelize.query('A') }) >> BEGIN~A~COMMIT
            const t = await queryInterface.sequelize.transaction(); await queryInterface.dropTable('t'); await t.commit() >> BEGIN~DROP TABLE IF EXISTS t~COMMIT
            const d = await queryInterface.describeTable('t'); if (!d.c) await queryInterface.addColumn('t', 'c', Sequelize.TEXT) >> if no column t.c { ALTER TABLE t ADD COLUMN c TEXT }
            const d = await queryInterface.describeTable('t'); if (d['c']) return; await queryInterface.sequelize.query('A') >> if no column t.c { A }
            const all = await queryInterface.showAllTables(); if (!all.includes('t')) await queryInterface.sequelize.query('A') >> if no table t { A }
            const [r] = await queryInterface.sequelize.query("SELECT 1 FROM pg_indexes WHERE indexname = 'i'"); if (r.length === 0) await queryInterface.sequelize.query('A') >> if no index i { A }
            await queryInterface.strange('t') >> ? 'strange' at 3
            """)
    void whatAQueryInterfaceIsToldIsTold(String body, String done) {
        assertThat(javascript("module.exports = {\n  up: async (queryInterface, Sequelize) => {\n" + body
                        + "\n  },\n  down: async (queryInterface) => queryInterface.sequelize.query('X'),\n};\n"))
                .isEqualTo(expected(done));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            pgm.createTable('t', { id: 'id', c: { type: 'text', notNull: true, default: pgm.func('now()') } }) >> CREATE TABLE t (id serial PRIMARY KEY, c text NOT NULL DEFAULT now())
            pgm.createTable({ schema: 's', name: 't' }, { a: 'int' }, { ifNotExists: true, constraints: { unique: ['a'] } }) >> CREATE TABLE IF NOT EXISTS s.t (a int, UNIQUE (a))
            pgm.addColumns('t', { a: 'int', b: { type: 'text', references: 'u', onDelete: 'CASCADE' } }, { ifNotExists: true }) >> ALTER TABLE t ADD COLUMN IF NOT EXISTS a int~ALTER TABLE t ADD COLUMN IF NOT EXISTS b text REFERENCES u ON DELETE CASCADE
            pgm.dropColumn('t', 'c', { ifExists: true }) >> ALTER TABLE t DROP COLUMN IF EXISTS c
            pgm.createIndex('t', ['a', 'b'], { unique: true }) >> CREATE UNIQUE INDEX t_a_b_unique_index ON t (a, b)
            pgm.createIndex('t', 'a', { ifNotExists: true }) >> CREATE INDEX IF NOT EXISTS t_a_index ON t (a)
            pgm.addConstraint('t', 'k', 'CHECK (a > 0)') >> ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0)
            pgm.createType('k', ['a', 'b']) >> CREATE TYPE k AS ENUM ('a', 'b')
            pgm.alterColumn('t', 'c', { notNull: true }) >> ALTER TABLE t ALTER COLUMN c SET NOT NULL
            pgm.sql('A') >> A
            pgm.createTrigger('t', 'x', {}) >> ? 'createTrigger' at 2
            """)
    void whatNodePgMigrateIsToldIsTold(String body, String done) {
        assertThat(javascript("exports.up = (pgm) => {\n" + body + "\n};\n")).isEqualTo(expected(done));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            db.exec('CREATE TABLE t (a)') >> CREATE TABLE t (a)
            db.prepare('INSERT INTO t VALUES (?)').run(1) >> INSERT INTO t VALUES (1)
            db.prepare('SELECT 1 FROM t').all() >> SELECT 1 FROM t
            if (!db.prepare('PRAGMA table_info(t)').all().some(c => c.name === 'c')) db.exec('ALTER TABLE t ADD COLUMN c') >> if no column t.c { ALTER TABLE t ADD COLUMN c }
            db.pragma('user_version = 2') >> PRAGMA user_version = 2
            const names = db.prepare('PRAGMA table_info(t)').all().map(c => c.name); if (!names.includes('c')) db.exec('ALTER TABLE t ADD COLUMN c') >> if no column t.c { ALTER TABLE t ADD COLUMN c }
            db.transaction(() => { db.exec('DROP TABLE t') })() >> BEGIN~DROP TABLE t~COMMIT
            const row = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?").get('t'); if (!row) db.exec('CREATE TABLE t (a)') >> if no table t { CREATE TABLE t (a) }
            await client.query({ text: 'DROP TABLE t' }) >> DROP TABLE t
            db.serialize(() => { db.run('DROP TABLE t') }) >> ? what 'serialize' does with a function at 2
            execSync('psql') >> ? 'execSync' at 2
            """)
    void whatAProgramHandsToItsDriverIsTold(String body, String done) {
        assertThat(javascript("const db = open();\n" + body + ";\n")).isEqualTo(expected(done));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            export class M extends Migration { async up() { this.addSql('DROP TABLE t') } } // @mikro-orm/migrations >> DROP TABLE t
            exports.up = function (db) { return db.runSql('DROP TABLE t') } >> DROP TABLE t
            exports.up = function (db) { return db.createTable('t', {}) } >> ? 'createTable' at 1
            module.exports = addTable('t') >> ? what a function of another file makes of it at 1
            export const up = async ({ context: queryInterface }) => { await queryInterface.dropTable('t') } >> DROP TABLE IF EXISTS t
            module.exports = class A { async up(queryRunner) { await queryRunner.query(`A`) } } >> A
            export default async function up(knex) { await knex.schema.dropTable('t') } >> DROP TABLE t
            """)
    void aMigrationMayBeGivenInSeveralWays(String text, String done) {
        assertThat(javascript(text)).isEqualTo(expected(done));
    }

    @Test
    void aToolTakesATransactionWhereTheFileDoesNotSayOtherwise() {
        String up = "exports.up = knex => knex.schema.dropTable('t');\n";

        assertThat(NodeMigration.javascript(up, Dialect.POSTGRESQL).mode()).isEqualTo(Mode.ONE_TRANSACTION);
        assertThat(NodeMigration.javascript(up, Dialect.MYSQL).mode()).isEqualTo(Mode.STATEMENT_BY_STATEMENT);
        assertThat(NodeMigration.javascript(up + "exports.config = { transaction: false };\n", Dialect.POSTGRESQL)
                        .mode())
                .isEqualTo(Mode.STATEMENT_BY_STATEMENT);
        assertThat(NodeMigration.javascript("exports.up = pgm => { pgm.noTransaction(); }", Dialect.POSTGRESQL)
                        .mode())
                .isEqualTo(Mode.STATEMENT_BY_STATEMENT);
        assertThat(NodeMigration.javascript(
                                "exports.up = queryInterface => queryInterface.dropTable('t')", Dialect.POSTGRESQL)
                        .mode())
                .isEqualTo(Mode.STATEMENT_BY_STATEMENT);
    }

    @Test
    void sqlOfATemplateStandsWhereTheFileHasIt() {
        String text = "exports.up = knex => knex.schema.raw(`\n  DROP TABLE t;\n`);\n";

        Program program = NodeMigration.javascript(text, Dialect.POSTGRESQL);

        assertThat(program.operations())
                .singleElement()
                .isInstanceOfSatisfying(
                        Operation.Written.class,
                        written -> assertThat(text.substring(
                                        written.place().start(), written.place().end()))
                                .isEqualTo("\n  DROP TABLE t;\n"));
    }

    @Test
    void whatIsNoJavaScriptIsTold() {
        assertThat(javascript("exports.up = knex => {\n  ))) <<<\n")).contains("what is no JavaScript");
    }
}
