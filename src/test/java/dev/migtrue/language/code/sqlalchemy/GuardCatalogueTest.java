package dev.migtrue.language.code.sqlalchemy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.rerun.TwoRuns;
import dev.migtrue.language.sql.rerun.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways in which migrations ask before they do something, each with what becomes of it when it is run once more. */
class GuardCatalogueTest {

    private static final String ADD = "op.add_column('t', sa.Column('c', sa.Text()))";

    static Stream<Arguments> guardsThatHold() {
        return Stream.of(
                arguments("a flag of the operation", "op.add_column('t', sa.Column('c', sa.Text()), if_not_exists=True)"),
                arguments("words of the SQL", "op.execute('ALTER TABLE t ADD COLUMN IF NOT EXISTS c text')"),
                arguments("has_table", "if not sa.inspect(bind).has_table('t'):\n    op.create_table('t', sa.Column('a', sa.Text()))"),
                arguments("names of tables", "if 't' not in insp.get_table_names():\n    op.create_table('t', sa.Column('a', sa.Text()))"),
                arguments("a set of columns", "cols = {c['name'] for c in insp.get_columns('t')}\nif 'c' not in cols:\n    " + ADD),
                arguments("any of the columns", "if not any(c['name'] == 'c' for c in insp.get_columns('t')):\n    " + ADD),
                arguments("a dictionary of columns", "cols = {c['name']: c for c in insp.get_columns('t')}\nif 'c' not in cols:\n    " + ADD),
                arguments("names of indexes", "if 'ix' not in [i['name'] for i in insp.get_indexes('t')]:\n    op.create_index('ix', 't', ['a'])"),
                arguments("names of constraints", "names = [u['name'] for u in insp.get_unique_constraints('t')]\nif 'uq' not in names:\n    op.create_unique_constraint('uq', 't', ['a'])"),
                arguments("names of types", "if 'k' not in {e['name'] for e in insp.get_enums()}:\n    op.execute(\"CREATE TYPE k AS ENUM ('a')\")"),
                arguments("a return before it", "if 'c' in [c['name'] for c in insp.get_columns('t')]:\n    return\n" + ADD),
                arguments("a predicate of the module", "if not _has('t', 'c'):\n    " + ADD + "\n\ndef _has(table, column):\n    return column in [c['name'] for c in insp.get_columns(table)]"),
                arguments("a predicate from elsewhere", "if not column_exists('t', 'c'):\n    " + ADD),
                arguments("a wrapper from elsewhere", "add_column_if_not_exists('t', sa.Column('c', sa.Text()))"),
                arguments("an inspector of old", "if 't' not in Inspector.from_engine(bind).get_table_names():\n    op.create_table('t', sa.Column('a', sa.Text()))"),
                arguments("has_table of the dialect", "if not bind.dialect.has_table(bind, 't'):\n    op.create_table('t', sa.Column('a', sa.Text()))"),
                arguments("a query of the catalogue", "if not bind.execute(sa.text(\"SELECT 1 FROM information_schema.columns WHERE table_name = 't' AND column_name = :c\"), {'c': 'c'}).scalar():\n    " + ADD),
                arguments("a count in the catalogue", "n = bind.execute(\"SELECT count(*) FROM pg_indexes WHERE indexname = 'ix'\").scalar()\nif n == 0:\n    op.create_index('ix', 't', ['a'])"),
                arguments("a name looked up", "if bind.execute(\"SELECT to_regclass('t')\").scalar() is None:\n    op.create_table('t', sa.Column('a', sa.Text()))"),
                arguments("a block of the database", "op.execute(\"DO $$ BEGIN CREATE TYPE k AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN NULL; END $$\")"),
                arguments("an error that is caught inside a savepoint", "try:\n    with bind.begin_nested():\n        " + ADD + "\nexcept sa.exc.ProgrammingError:\n    pass"),
                arguments("a type that looks first", "sa.Enum('a', name='k').create(bind, checkfirst=True)"),
                arguments("a branch of the dialect", "if bind.dialect.name == 'mysql':\n    " + ADD),
                arguments("a loop whose variable is asked for and used", "cols = [c['name'] for c in insp.get_columns('t')]\nfor name in ('a', 'b'):\n    if name not in cols:\n        op.execute(f'ALTER TABLE t ADD COLUMN {name} text')"),
                arguments("a row that is looked for", "if not bind.execute(\"SELECT 1 FROM t WHERE k = 'x'\").first():\n    op.execute(\"INSERT INTO t (k) VALUES ('x')\")"),
                arguments("something to take away", "if 'c' in [c['name'] for c in insp.get_columns('t')]:\n    op.drop_column('t', 'c')"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void guardsThatHold(String what, String body) {
        assertThat(second(body, Dialect.POSTGRESQL)).isInstanceOf(Verdict.Repeats.class);
    }

    static Stream<Arguments> guardsThatDoNot() {
        return Stream.of(
                arguments("none", ADD),
                arguments("the wrong way round", "if 'c' in [c['name'] for c in insp.get_columns('t')]:\n    " + ADD),
                arguments("another column", "if 'd' not in [c['name'] for c in insp.get_columns('t')]:\n    " + ADD),
                arguments("another table", "if 'c' not in [c['name'] for c in insp.get_columns('u')]:\n    " + ADD),
                arguments("the table, not the column", "if insp.has_table('t'):\n    " + ADD),
                arguments("an error that is caught, in a transaction that it ends", "try:\n    " + ADD + "\nexcept Exception:\n    pass"),
                arguments("an error that is caught, of another kind", "try:\n    " + ADD + "\nexcept sa.exc.IntegrityError:\n    pass"),
                arguments("an error that is suppressed, in a transaction that it ends", "with contextlib.suppress(Exception):\n    " + ADD),
                arguments("a table that looks first, and its type that does not", "op.create_table('t', sa.Column('k', sa.Enum('a', name='k')), if_not_exists=True)"),
                arguments("a column that looks first, and its index that does not", "op.add_column('t', sa.Column('c', sa.Text(), index=True), if_not_exists=True)"),
                arguments("a table that does not look first", "sa.Table('t', sa.MetaData(), sa.Column('a', sa.Text())).create(bind, checkfirst=False)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void guardsThatDoNot(String what, String body) {
        assertThat(second(body, Dialect.POSTGRESQL)).isInstanceOf(Verdict.Fails.class);
    }

    static Stream<Arguments> guardsOfPrograms() {
        String add = "    conn.execute('ALTER TABLE t ADD COLUMN c TEXT')";
        return Stream.of(
                arguments("PRAGMA table_info", "if 'c' not in {r['name'] for r in conn.execute('PRAGMA table_info(t)')}:\n" + add, true),
                arguments("sqlite_master", "row = conn.execute(\"SELECT name FROM sqlite_master WHERE type='table' AND name='t'\").fetchone()\nif row is None:\n    conn.execute('CREATE TABLE t (a)')", true),
                arguments("names in sqlite_master", "names = [r[0] for r in conn.execute(\"SELECT name FROM sqlite_master WHERE type='table'\")]\nif 't' not in names:\n    conn.execute('CREATE TABLE t (a)')", true),
                arguments("another name in sqlite_master", "row = conn.execute(\"SELECT name FROM sqlite_master WHERE name='u'\").fetchone()\nif row is None:\n    conn.execute('CREATE TABLE t (a)')", false),
                arguments("an error that is passed over", "try:\n" + add + "\nexcept sqlite3.OperationalError:\n    pass", true),
                arguments("an error that is passed over, of two steps", "try:\n" + add + "\n    conn.execute('CREATE TABLE u (a)')\nexcept sqlite3.OperationalError:\n    pass", true),
                arguments("an error whose words are read", "try:\n" + add + "\nexcept sqlite3.OperationalError as e:\n    if 'duplicate column name' not in str(e):\n        raise", true),
                arguments("a look that fails", "try:\n    conn.execute('SELECT c FROM t LIMIT 1')\nexcept sqlite3.OperationalError:\n" + add, true),
                arguments("a look at another column", "try:\n    conn.execute('SELECT d FROM t LIMIT 1')\nexcept sqlite3.OperationalError:\n" + add, false),
                arguments("an error that is suppressed", "with contextlib.suppress(sqlite3.OperationalError):\n" + add, true),
                arguments("a version that is kept", "if conn.execute('PRAGMA user_version').fetchone()[0] < 2:\n" + add + "\n    conn.execute('PRAGMA user_version = 2')", true),
                arguments("a version that is not written", "if conn.execute('PRAGMA user_version').fetchone()[0] < 2:\n" + add, false),
                arguments("a version that stays too low", "v = conn.execute('PRAGMA user_version').fetchone()[0]\nif v < 2:\n" + add + "\n    conn.execute('PRAGMA user_version = 1')", false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void guardsOfPrograms(String what, String text, boolean isHolding) {
        Program program = PythonProgram.read(text, Dialect.SQLITE);
        assertThat(TwoRuns.onAnything(Dialect.SQLITE, program.mode()).of(program))
                .isInstanceOf(isHolding ? Verdict.Repeats.class : Verdict.Fails.class);
    }

    private static Verdict second(String body, Dialect dialect) {
        String text = "from alembic import op\nimport sqlalchemy as sa\n\ndef upgrade():\n    bind = op.get_bind()\n"
                + "    insp = sa.inspect(bind)\n" + body.replaceAll("(?s)\n\ndef .*", "").indent(4)
                + (body.contains("\n\ndef ") ? body.substring(body.indexOf("\n\ndef ")).replace("insp.", "sa.inspect(op.get_bind()).") : "");
        Program program = AlembicRevision.read(text, dialect);
        return TwoRuns.onAnything(dialect, program.mode()).of(program);
    }
}
