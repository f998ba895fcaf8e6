package dev.migtrue.language.code.laravel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.code.ProgramText;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhpMigrationTest {

    private static String laravel(String body) {
        return "<?php\nuse Illuminate\\Database\\Schema\\Blueprint;\nreturn new class extends Migration {\n"
                + "    protected $names = ['a', 'b']; const T = 't';\n    public function up(): void {\n" + body
                + "\n    }\n    public function down(): void { DB::statement('X'); }\n"
                + "    private function known(string $t): bool { return Schema::hasTable($t); }\n};\n";
    }

    private static String doctrine(String body) {
        return "<?php\nnamespace A;\nuse Doctrine\\DBAL\\Schema\\Schema;\nfinal class V1 extends AbstractMigration {\n"
                + "    public function up(Schema $schema): void {\n" + body + "\n    }\n"
                + "    public function down(Schema $schema): void { $this->addSql('X'); }\n}\n";
    }

    private static String told(String text) {
        return ProgramText.of(PhpMigration.read(text, Dialect.POSTGRESQL).operations());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            Schema::create('t', function (Blueprint $table) { $table->id(); $table->string('c', 10)->nullable()->unique(); $table->timestamps(); }); >> CREATE TABLE t (id bigserial PRIMARY KEY, c varchar(10), created_at timestamp(0) without time zone, updated_at timestamp(0) without time zone)~ALTER TABLE t ADD CONSTRAINT t_c_unique UNIQUE (c)
            Schema::create('t', fn (Blueprint $table) => $table->uuid()->primary()); >> CREATE TABLE t (uuid uuid NOT NULL PRIMARY KEY)
            Schema::create('t', function ($table) { $table->foreignId('user_id')->constrained()->cascadeOnDelete(); }); >> CREATE TABLE t (user_id bigint NOT NULL)~ALTER TABLE t ADD CONSTRAINT t_user_id_foreign FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
            Schema::table('t', function ($table) { $table->boolean('b')->default(false)->index(); $table->dropColumn(['a', 'c']); }); >> ALTER TABLE t ADD COLUMN b boolean NOT NULL DEFAULT false~CREATE INDEX t_b_index ON t (b)~ALTER TABLE t DROP COLUMN a~ALTER TABLE t DROP COLUMN c
            Schema::table('t', function ($table) { $table->dropForeign(['a_id']); $table->dropIndex('i'); $table->renameColumn('x', 'y'); }); >> ALTER TABLE t DROP CONSTRAINT t_a_id_foreign~DROP INDEX i~ALTER TABLE t RENAME COLUMN x TO y
            Schema::table('t', function ($table) { $table->foreign('u')->references('id')->on('us'); $table->unique(['a', 'b'], 'k'); }); >> ALTER TABLE t ADD CONSTRAINT t_u_foreign FOREIGN KEY (u) REFERENCES us (id)~ALTER TABLE t ADD CONSTRAINT k UNIQUE (a, b)
            Schema::table('t', function ($table) { if (! Schema::hasColumn('t', 'c')) { $table->text('c'); } }); >> if no column t.c { ALTER TABLE t ADD COLUMN c text NOT NULL }
            Schema::table('t', function ($table) { $table->morphs('m'); $table->strange('x'); }); >> ALTER TABLE t ADD COLUMN m_type varchar(255) NOT NULL~ALTER TABLE t ADD COLUMN m_id bigint NOT NULL~CREATE INDEX t_m_type_m_id_index ON t (m_type, m_id)~? 'strange' of a table at 6
            Schema::table('t', function ($table) { $table->string('c', 20)->change(); }); >> ALTER TABLE t ALTER COLUMN c TYPE varchar(20)
            Schema::dropIfExists('t'); Schema::drop('u'); Schema::rename('a', 'b'); >> DROP TABLE IF EXISTS t~DROP TABLE u~ALTER TABLE a RENAME TO b
            if (! Schema::hasTable('t')) { DB::statement('A'); } >> if no table t { A }
            if (!$this->known(self::T)) DB::statement('A'); >> if no table t { A }
            if (Schema::hasColumn('t', 'c')) { return; } DB::unprepared('A'); >> if no column t.c { A }
            if (Schema::hasColumns('t', ['a', 'b'])) { DB::statement('A'); } >> if (column t.a and column t.b) { A }
            if (in_array('c', Schema::getColumnListing('t'))) { DB::statement('A'); } >> if column t.c { A }
            Schema::whenTableDoesntHaveColumn('t', 'c', function ($table) { $table->text('c'); }); >> if no column t.c { ALTER TABLE t ADD COLUMN c text NOT NULL }
            Schema::connection('x')->dropIfExists('t'); DB::connection('x')->statement('A'); >> DROP TABLE IF EXISTS t~A
            foreach ($this->names as $name) { Schema::drop($name); } >> DROP TABLE a~DROP TABLE b
            foreach (['a' => 1, 'b' => 2] as $k => $v) { DB::statement("$k {$v}"); } >> a 1~b 2
            foreach ([['n' => 'a']] as ['n' => $n]) { DB::statement('X ' . $n); } >> X a
            foreach (DB::table('t')->get() as $row) { DB::statement('A'); } >> repeat { A }
            DB::table('t')->where('a', 1)->update(['b' => null]); DB::table('t')->insert([['a' => 1], ['a' => 'x']]); >> UPDATE t SET b = NULL WHERE a = 1~INSERT INTO t (a) VALUES (1), ('x')
            DB::table('t')->insertOrIgnore(['a' => 1]); DB::table('t')->whereNull('a')->delete(); >> INSERT INTO t (a) VALUES (1) ON CONFLICT DO NOTHING~DELETE FROM t WHERE unknown_condition()
            DB::table('t')->orderBy('id')->chunk(10, function ($rows) { DB::statement('A'); }); >> repeat { A }
            DB::transaction(function () { DB::statement('A'); }); >> nested { A }
            User::where('a', 1)->update(['b' => 2]); >> ? 'update' at 6
            Artisan::call('x'); >> ? 'call' at 6
            DB::strange('t'); >> ? 'strange' at 6
            Schema::strange('t'); >> ? 'strange' at 6
            if (DB::getDriverName() === 'pgsql') { DB::statement('A'); } elseif (DB::getDriverName() === 'mysql') { DB::statement('B'); } >> A
            $do = match (DB::connection()->getDriverName()) { 'mysql' => 'B', 'pgsql', 'x' => 'A', default => 'C' }; DB::statement($do); >> A
            switch (Schema::getConnection()->getDriverName()) { case 'mysql': DB::statement('B'); break; case 'pgsql': DB::statement('A'); break; } >> A
            try { DB::statement('A'); } catch (\\Exception $e) { } >> try ALL { A } or {  }
            try { DB::statement('A'); } catch (\\InvalidArgumentException $e) { } >> A
            DB::statement(sprintf('DROP TABLE %s', 'x')); DB::statement('A ' . time()); >> DROP TABLE x~? SQL that is known only when it runs: it is a string with values filled in at 6
            """)
    void whatLaravelIsToldIsTold(String body, String done) {
        assertThat(told(laravel(body))).isEqualTo(done.replace("~", "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " >> ", quoteCharacter = '^', textBlock = """
            $this->addSql('A'); $this->addSql("B"); >> A~B
            $this->skipIf($schema->hasTable('t'), 'there'); $this->addSql('A'); >> if no table t { A }
            $this->skipIf($schema->getTable('t')->hasColumn('c')); $this->addSql('A'); >> if no column t.c { A }
            $this->abortIf($this->connection->getDatabasePlatform()->getName() !== 'postgresql', 'x'); $this->addSql('A'); >> A
            if ($this->connection->getDatabasePlatform() instanceof SqlitePlatform) { $this->addSql('A'); } else { $this->addSql('B'); } >> B
            if (!isset($this->connection->createSchemaManager()->listTableColumns('t')['c'])) { $this->addSql('A'); } >> if no column t.c { A }
            $table = $schema->createTable('t'); $table->addColumn('c', 'integer'); >> ? a change of Doctrine's schema at 6
            if (!$schema->hasTable('t')) { $schema->createTable('t'); } >> if no table t { ? a change of Doctrine's schema at 6 }
            $this->connection->executeStatement('A'); >> A
            $this->connection->insert('t', []); >> ? 'insert' at 6
            $this->addSql('INSERT INTO t VALUES (?)', [1]); >> INSERT INTO t VALUES (1)
            """)
    void whatDoctrineIsToldIsTold(String body, String done) {
        assertThat(told(doctrine(body))).isEqualTo(done.replace("~", "\n"));
    }

    @Test
    void aToolTakesATransactionWhereTheFileDoesNotSayOtherwise() {
        String alone = laravel("").replace("protected $names", "public $withinTransaction = false; protected $names");
        String doctrine = doctrine("").replace("{\n    public function up", """
                        {
                            public function isTransactional(): bool { return false; }
                            public function up""");

        assertThat(PhpMigration.read(laravel(""), Dialect.POSTGRESQL).mode()).isEqualTo(Mode.ONE_TRANSACTION);
        assertThat(PhpMigration.read(laravel(""), Dialect.SQLITE).mode()).isEqualTo(Mode.STATEMENT_BY_STATEMENT);
        assertThat(PhpMigration.read(alone, Dialect.POSTGRESQL).mode()).isEqualTo(Mode.STATEMENT_BY_STATEMENT);
        assertThat(PhpMigration.read(doctrine(""), Dialect.SQLITE).mode()).isEqualTo(Mode.ONE_TRANSACTION);
        assertThat(PhpMigration.read(doctrine, Dialect.POSTGRESQL).mode()).isEqualTo(Mode.STATEMENT_BY_STATEMENT);
    }

    @Test
    void sqlOfADocumentStandsWhereTheFileHasIt() {
        String text = laravel(
                "DB::statement(<<<SQL\n    DROP TABLE t;\nSQL);\nDB::statement(<<<'SQL'\n    DROP TABLE u;\nSQL);");

        Program program = PhpMigration.read(text, Dialect.POSTGRESQL);

        assertThat(program.operations())
                .allSatisfy(one -> assertThat(one)
                        .isInstanceOfSatisfying(
                                Operation.Written.class,
                                written -> assertThat(text.substring(
                                                written.place().start(),
                                                written.place().end()))
                                        .contains("DROP TABLE ")));
        assertThat(ProgramText.of(program.operations())).isEqualTo("DROP TABLE t;\nDROP TABLE u;");
    }

    @Test
    void whatIsNoPhpIsTold() {
        assertThat(told(laravel(")))) <<< {{{"))).contains("what is no PHP");
    }

    @Test
    void whatPhinxDoesToTablesIsToldAsNotFollowed() {
        assertThat(told("""
                        <?php
                        use Phinx\\Migration\\AbstractMigration;

                        final class AddUsers extends AbstractMigration
                        {
                            public function change(): void
                            {
                                $this->table('users')->addColumn('name', 'string')->create();
                            }
                        }
                        """)).contains("? what Phinx does to tables");
    }
}
