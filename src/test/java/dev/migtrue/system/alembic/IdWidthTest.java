package dev.migtrue.system.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.InMemoryTree;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long an id may be, as far as files tell. */
class IdWidthTest {

    private final InMemoryTree tree = InMemoryTree.of(Map.of(
            "alembic.ini", "[alembic]\nscript_location = m\n",
            "m/env.py", "context.configure(connection=connection)\n",
            "m/versions/1.py", "revision = 'a1'\ndown_revision = None\n"));

    @Test
    void itIsWhatAlembicCreates() {
        assertThat(width(tree)).contains(32);
    }

    @Test
    void whoNamesTheColumnMayHaveWidenedIt() {
        assertThat(width(tree.with("m/env.py", "connection.execute('alter table v alter version_num type text')\n")))
                .isEmpty();
        assertThat(
                        width(
                                tree.with(
                                        "m/versions/2.py",
                                        "revision = 'a2'\ndown_revision = 'a1'\ndef upgrade():\n    op.alter_column('v', 'version_num')\n")))
                .isEmpty();
    }

    @Test
    void theColumnIsMeasuredWhateverTheTableIsCalled() {
        InMemoryTree named = tree.with(
                "m/env.py",
                "TABLE = 'mine'\nSCHEMA = 'meta'\ncontext.configure(version_table=TABLE, version_table_schema=SCHEMA)\n");

        assertThat(new AlembicSystem().detect(named).getFirst().versionTable()).satisfies(table -> {
            assertThat(table.name()).isEqualTo("mine");
            assertThat(table.schema()).contains("meta");
            assertThat(table.measured()).contains("version_num");
        });
    }

    @Test
    void aNameThatIsComputedOrNotTheOnlyOneIsNotGuessed() {
        for (String script : new String[] {
            "TABLE = name()\ncontext.configure(version_table=TABLE)\n",
            "A = 'a'\nB = 'b'\ncontext.configure(version_table=A)\ncontext.configure(version_table=B)\n",
            "A = 'a'\ncontext.configure(version_table=A)\ncontext.configure(version_table=f(A))\n",
            "from settings import A\ncontext.configure(version_table=A)\n"
        }) {
            assertThat(new AlembicSystem()
                            .detect(tree.with("m/env.py", script))
                            .getFirst()
                            .versionTable()
                            .name())
                    .isEqualTo("alembic_version");
        }
    }

    private static Optional<Integer> width(InMemoryTree tree) {
        return new AlembicSystem().detect(tree).getFirst().history(tree).idWidth();
    }
}
