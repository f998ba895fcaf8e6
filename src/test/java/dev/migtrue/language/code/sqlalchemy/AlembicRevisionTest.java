package dev.migtrue.language.code.sqlalchemy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.code.ProgramText;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlembicRevisionTest {

    private static final String HEADER = """
            from alembic import context, op
            import sqlalchemy as sa
            from sqlalchemy.dialects import postgresql
            revision = "a"
            NAME = "users"
            bind = op.get_bind()
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            op.create_table("t", sa.Column("id", sa.Integer(), nullable=False), sa.Column("n", sa.String(length=20)), sa.PrimaryKeyConstraint("id", name=op.f("pk_t"))) | CREATE TABLE t (id INTEGER NOT NULL, n VARCHAR(20), CONSTRAINT pk_t PRIMARY KEY (id))
            op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True), if_not_exists=True) | CREATE TABLE IF NOT EXISTS t (id SERIAL NOT NULL, PRIMARY KEY (id))
            op.create_table("t", sa.Column("u", sa.Integer(), sa.ForeignKey("a.users.id", ondelete="CASCADE"), index=True), schema="s") | CREATE TABLE s.t (u INTEGER, FOREIGN KEY (u) REFERENCES a.users (id) ON DELETE CASCADE)~CREATE INDEX ix_s_t_u ON s.t (u)
            op.create_table("t", sa.Column("k", sa.Enum("a", "b", name="kind"))) | CREATE TYPE kind AS ENUM ('a', 'b')~CREATE TABLE t (k kind)
            op.create_table("t", sa.Column("k", postgresql.ENUM("a", name="kind", create_type=False))) | CREATE TABLE t (k kind)
            op.create_table("t", sa.Column("a", sa.DateTime(timezone=True), server_default=sa.func.now()), sa.UniqueConstraint("a", name="uq")) | CREATE TABLE t (a TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP, CONSTRAINT uq UNIQUE (a))
            op.drop_table("t") | DROP TABLE t
            op.drop_table("t", if_exists=True) | DROP TABLE IF EXISTS t
            op.add_column("t", sa.Column("c", sa.Boolean(), nullable=False, server_default=sa.text("false"))) | ALTER TABLE t ADD COLUMN c BOOLEAN DEFAULT false NOT NULL
            op.add_column("t", sa.Column("c", sa.Text(), unique=True), if_not_exists=True) | ALTER TABLE t ADD COLUMN IF NOT EXISTS c TEXT~ALTER TABLE t ADD UNIQUE (c)
            op.drop_column("t", "c") | ALTER TABLE t DROP COLUMN c
            op.drop_column(NAME, "Big") | ALTER TABLE users DROP COLUMN "Big"
            op.alter_column("t", "c", nullable=False) | ALTER TABLE t ALTER COLUMN c SET NOT NULL
            op.alter_column("t", "c", type_=sa.Integer(), postgresql_using="c::integer") | ALTER TABLE t ALTER COLUMN c TYPE INTEGER USING c::integer
            op.alter_column("t", "c", server_default=None) | ALTER TABLE t ALTER COLUMN c DROP DEFAULT
            op.alter_column("t", "c", new_column_name="d", existing_type=sa.Text()) | ALTER TABLE t RENAME COLUMN c TO d
            op.create_index(op.f("ix"), "t", ["a", sa.text("lower(b)")], unique=True) | CREATE UNIQUE INDEX ix ON t (a, (lower(b)))
            op.create_index("ix", "t", ["a"], if_not_exists=True, postgresql_concurrently=True, postgresql_where=sa.text("a > 1")) | CREATE INDEX CONCURRENTLY IF NOT EXISTS ix ON t (a) WHERE a > 1
            op.drop_index("ix", table_name="t", if_exists=True) | DROP INDEX IF EXISTS ix
            op.create_unique_constraint("uq", "t", ["a", "b"]) | ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a, b)
            op.create_foreign_key("fk", "t", "u", ["a"], ["id"], ondelete="SET NULL") | ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES u (id) ON DELETE SET NULL
            op.create_primary_key("pk", "t", ["id"]) | ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (id)
            op.create_check_constraint("ck", "t", "a > 0") | ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0)
            op.drop_constraint("fk", "t", type_="foreignkey") | ALTER TABLE t DROP CONSTRAINT fk
            op.rename_table("t", "u") | ALTER TABLE t RENAME TO u
            op.execute("UPDATE t SET a = 1") | UPDATE t SET a = 1
            op.execute(sa.text("DROP VIEW v")) | DROP VIEW v
            op.execute(f"DROP VIEW {NAME}") | DROP VIEW users
            op.execute("DROP VIEW %s" % NAME) | DROP VIEW users
            op.execute("DROP VIEW {}".format(NAME)) | DROP VIEW users
            op.execute("DROP " "VIEW " + NAME) | DROP VIEW users
            op.get_bind().execute(sa.text("DELETE FROM t WHERE k = :k"), {"k": "x"}) | DELETE FROM t WHERE k = 'x'
            op.bulk_insert(sa.table("t", sa.column("a")), [{"a": 1}, {"a": "x"}]) | INSERT INTO t (a) VALUES (1)~INSERT INTO t (a) VALUES ('x')
            sa.Enum("a", name="k").create(bind, checkfirst=True) | if no type k { CREATE TYPE k AS ENUM ('a') }
            op.create_view("v") | ? op.create_view at 10
            op.execute(open("x.sql").read()) | ? SQL that is put together by 'read' at 10
            """)
    void aCallIsTheSqlThatItRuns(String call, String sql) {
        assertThat(up(call, Dialect.POSTGRESQL)).isEqualTo(sql.replace('~', '\n'));
    }

    @Test
    void aBatchNamesItsTableOnce() {
        assertThat(up("""
                with op.batch_alter_table("t", schema=None) as batch_op:
                    batch_op.add_column(sa.Column("c", sa.Text()))
                    batch_op.create_index(batch_op.f("ix"), ["c"], unique=False)
                    batch_op.drop_constraint("fk", type_="foreignkey")
                """, Dialect.POSTGRESQL)).isEqualTo("""
                ALTER TABLE t ADD COLUMN c TEXT
                CREATE INDEX ix ON t (c)
                ALTER TABLE t DROP CONSTRAINT fk""");
    }

    @Test
    void aBlockThatCommitsEndsTheTransactionForItself() {
        assertThat(up("""
                with op.get_context().autocommit_block():
                    op.execute("CREATE INDEX CONCURRENTLY i ON t (a)")
                """, Dialect.POSTGRESQL)).isEqualTo("COMMIT\nCREATE INDEX CONCURRENTLY i ON t (a)\nBEGIN");
    }

    @Test
    void loopsOverWhatStandsThereAreRunRoundForRound() {
        assertThat(up("""
                for table, column in (("a", "x"), ("b", "y")):
                    op.drop_column(table, column)
                """, Dialect.POSTGRESQL)).isEqualTo("ALTER TABLE a DROP COLUMN x\nALTER TABLE b DROP COLUMN y");
    }

    @Test
    void onlyTheBranchOfTheDialectIsTaken() {
        String text = """
                if op.get_bind().dialect.name == "sqlite":
                    op.execute("A")
                elif bind.engine.name in ("postgresql", "mysql"):
                    op.execute("B")
                if not context.is_offline_mode():
                    op.execute("C")
                """;
        assertThat(up(text, Dialect.POSTGRESQL)).isEqualTo("B\nC");
        assertThat(up(text, Dialect.SQLITE)).isEqualTo("A\nC");
    }

    @Test
    void functionsOfTheModuleAreLookedInto() {
        assertThat(up("""
                _add("t", kind=sa.Text())

            def _add(table, column="c", kind=None):
                op.add_column(table, sa.Column(column, kind))
            """, Dialect.POSTGRESQL)).isEqualTo("ALTER TABLE t ADD COLUMN c TEXT");
    }

    @Test
    void theWayBackIsNotRead() {
        assertThat(up("op.drop_table(\"t\")\n\ndef downgrade():\n    op.drop_table(\"u\")", Dialect.POSTGRESQL))
                .isEqualTo("DROP TABLE t");
    }

    @Test
    void eachDatabaseOfATemplateForSeveralHasAFunction() {
        assertThat(ProgramText.of(
                        AlembicRevision.read(HEADER + """

                def upgrade(engine_name):
                    globals()["upgrade_%s" % engine_name]()

                def upgrade_one():
                    op.drop_table("t")
                """, Dialect.POSTGRESQL).operations()))
                .isEqualTo("DROP TABLE t");
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, ONE_TRANSACTION", "MYSQL, STATEMENT_BY_STATEMENT", "SQLITE, STATEMENT_BY_STATEMENT"})
    void theTransactionIsThatOfTheTool(Dialect dialect, Mode mode) {
        assertThat(AlembicRevision.read(HEADER, dialect).mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            op.alter_column("t", "c", existing_type=sa.Text(), nullable=False) | ALTER TABLE t MODIFY c TEXT NOT NULL
            op.drop_index("ix", table_name="t") | DROP INDEX ix ON t
            op.drop_constraint("fk", "t", type_="foreignkey") | ALTER TABLE t DROP FOREIGN KEY fk
            op.drop_table("order") | DROP TABLE `order`
            op.create_table("t", sa.Column("k", sa.Enum("a", name="kind"))) | CREATE TABLE t (k VARCHAR(255))
            """)
    void mysqlHasFormsOfItsOwn(String call, String sql) {
        assertThat(up(call, Dialect.MYSQL)).isEqualTo(sql);
    }

    private static String up(String body, Dialect dialect) {
        String text = HEADER + "\n\ndef upgrade():\n" + body.indent(4);
        return ProgramText.of(AlembicRevision.read(text, dialect).operations());
    }
}
