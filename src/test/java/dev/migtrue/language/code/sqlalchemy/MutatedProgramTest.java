package dev.migtrue.language.code.sqlalchemy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts that nobody would write. */
class MutatedProgramTest {

    private static final String TEXT = """
            from alembic import op
            import sqlalchemy as sa
            NAMES = ["a", 'b']
            def _has(table, column="c", *rest, **more):
                return any(c["name"] == column for c in sa.inspect(op.get_bind()).get_columns(table))
            def upgrade():
                for i, (name, kind) in enumerate(zip(NAMES, {"a": 1}.items())):
                    if not _has(name, column=f"x{i}"): continue
                    elif name in ("q",) or len(NAMES) > 2: break
                    op.add_column(name, sa.Column("c%s" % i, sa.String(20), index=True, server_default=sa.text('now()')))
                try:
                    with op.batch_alter_table("t") as b, op.get_context().autocommit_block():
                        b.create_index("ix", [x for x in NAMES if x != "a"], unique=True)
                except (ValueError, sa.exc.ProgrammingError) as e:
                    if "exists" not in str(e): raise
                else:
                    return upgrade() if NAMES else None
                finally:
                    op.execute(\"""UPDATE t SET a = 1 WHERE b = '{}'\""".format(NAMES[0]))
                while op.get_bind().execute("SELECT 1 FROM t WHERE a = :a", {"a": 1}).scalar() is None: pass
            """;

    private static final List<String> BITS =
            List.of("(", ")", "[", "]", "{", "}", "\"", "'", "\"\"\"", "\n", "    ", "\t", ":", "=", ",", "def ", "for ", "if ",
                    "else:", "return ", "lambda x: ", "*", "**", "\\", "%", "f\"{", "\u00e9", "\uD83D\uDE00", "\0", "await ");

    @Test
    void whateverBecomesOfATextItIsReadAndPlacesLieInIt() {
        Random random = new Random(20261120);
        for (int i = 0; i < 120; i++) {
            String text = mutated(random);
            long lines = text.chars().filter(c -> c == '\n').count() + 1;
            for (Program program : List.of(
                    AlembicRevision.read(text, Dialect.POSTGRESQL), PythonProgram.read(text, Dialect.SQLITE))) {
                assertThat(program.operations()).allSatisfy(operation -> assertThat(line(operation))
                        .isBetween(1L, lines));
            }
        }
    }

    private static long line(Operation operation) {
        return switch (operation) {
            case Operation.Written written -> written.place().end() <= written.file().length() ? 1 : -1;
            case Operation.Called called -> called.at().endLine();
            case Operation.Guarded guarded -> guarded.at().endLine();
            case Operation.Attempt attempt -> attempt.at().endLine();
            case Operation.Nested nested -> nested.at().endLine();
            case Operation.Repeated repeated -> repeated.at().endLine();
            case Operation.Leave leave -> leave.at().endLine();
            case Operation.Unrecognized unrecognized -> unrecognized.at().endLine();
        };
    }

    private static String mutated(Random random) {
        StringBuilder text = new StringBuilder(TEXT);
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(30)));
                case 1 -> text.insert(at, BITS.get(random.nextInt(BITS.size())));
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(60))));
                default -> text.setCharAt(at, (char) random.nextInt(32, 127));
            }
        }
        return text.toString();
    }

    @Test
    void nestingThatIsTooDeepIsNotFollowed() {
        String deep = "conn.execute(" + "(".repeat(5000) + "'DROP TABLE t'" + ")".repeat(5000) + ")\n";
        String sum = "x = 'a'" + " + 'a'".repeat(5000) + "\nconn.execute(x)\n";

        assertThat(PythonProgram.read(deep, Dialect.SQLITE).operations()).isNotEmpty();
        assertThat(PythonProgram.read(sum, Dialect.SQLITE).operations()).isNotEmpty();
    }

    @Test
    void aFunctionThatCallsItselfEnds() {
        String text = "def f(conn):\n    conn.execute('DROP TABLE t')\n    f(conn)\n    f(conn)\nf(1)\n";

        assertThat(PythonProgram.read(text, Dialect.SQLITE).operations()).isNotEmpty();
    }
}
