package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python programs that no migration system claims, named to {@code check}. */
class PythonScriptTest {

    private static final String STORE = """
            import sqlite3
            conn = sqlite3.connect("store.db")
            conn.execute("CREATE TABLE IF NOT EXISTS users (id INTEGER)")
            if "age" not in [row[1] for row in conn.execute("PRAGMA table_info(users)")]:
                conn.execute("ALTER TABLE users ADD COLUMN age INTEGER")
            """;

    @TempDir
    private Path folder;

    @Test
    void oneThatAsksBeforeEachStepIsClean() throws IOException {
        CommandRun run = check(STORE);

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains("sqlite (what it imports says so)");
    }

    @Test
    void aStepThatDoesNotAskIsToldAtItsLine() throws IOException {
        assertThat(check(STORE.replace("IF NOT EXISTS ", "")).output())
                .contains("rerun-fails")
                .contains("store.py:3:");
        assertThat(check(STORE.replace("\"age\" not in", "\"name\" not in")).output())
                .contains("rerun-fails")
                .contains("store.py:5:");
    }

    @Test
    void oneThatAToolRunsIsReadAsTheToolRunsIt() throws IOException {
        assertThat(check("""
                        from alembic import op
                        import sqlalchemy as sa

                        revision = "a1"


                        def upgrade():
                            op.add_column("users", sa.Column("age", sa.Integer()))


                        def downgrade():
                            op.drop_column("users", "age")
                        """).output())
                .contains("rerun-fails")
                .contains("store.py:8:")
                .doesNotContain("store.py:12:");
        assertThat(check("""
                        from django.db import migrations


                        class Migration(migrations.Migration):
                            operations = [migrations.RunSQL("ALTER TABLE users ADD COLUMN age integer")]
                        """).output()).contains("rerun-fails").contains("store.py:5:");
    }

    private CommandRun check(String text) throws IOException {
        Files.writeString(folder.resolve("store.py"), text);
        return CommandRun.in(folder, Map.of(), "check", "store.py");
    }
}
