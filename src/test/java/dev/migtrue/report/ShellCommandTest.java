package dev.migtrue.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ShellCommandTest {

    @Test
    void plainWordsStayBare() {
        assertThat(lines("git", "add", "--", "db/V1__users.sql")).containsExactly("git add -- db/V1__users.sql");
    }

    @Test
    void optionsWithPlainValuesStayBare() {
        assertThat(lines("git", "restore", "--source=feature/x", "--source=stash@{0}", "--", "a"))
                .containsExactly("git restore --source=feature/x '--source=stash@{0}' -- a");
    }

    @Test
    void whatAShellWouldReadIsQuoted() {
        assertThat(lines("git", "add", "--", "my file", "$HOME", "~x", "", "it's", "=ls", "é"))
                .containsExactly("git add -- 'my file' '$HOME' '~x' '' 'it'\\''s' '=ls' 'é'");
    }

    @Test
    void whatATerminalWouldObeyIsSpelledInOctal() {
        assertThat(lines("rm", "a\u001b[31m'\\b\n\u202e"))
                .containsExactly("rm $'a\\033[31m\\'\\\\b\\012\\342\\200\\256'");
    }

    @Test
    void manyPathsStandOnePerLine() {
        assertThat(new ShellCommand(List.of("git", "add", "--", "db/V1__users.sql", "db/my orders.sql")).lines(30))
                .containsExactly("git add -- \\", "  db/V1__users.sql \\", "  'db/my orders.sql'");
    }

    @Test
    void commandWithoutPathsIsNeverBroken() {
        assertThat(new ShellCommand(List.of("alembic", "merge", "heads")).lines(10))
                .containsExactly("alembic merge heads");
        assertThat(new ShellCommand(List.of("git", "stash", "--")).lines(5)).containsExactly("git stash --");
    }

    private static List<String> lines(String... argv) {
        return new ShellCommand(List.of(argv)).lines(Flow.LINE);
    }
}
