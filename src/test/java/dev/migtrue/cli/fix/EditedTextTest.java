package dev.migtrue.cli.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.model.Fix;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Span;
import dev.migtrue.model.TextEdit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditedTextTest {

    private static TextEdit edit(int line, int from, int to, String text) {
        return new TextEdit(new Span(line, from, line, to), text);
    }

    private static Fix.Edits fix(TextEdit... edits) {
        return new Fix.Edits("other words", Fix.Safety.SAFE, new RepoPath("a.sql"), Arrays.asList(edits));
    }

    @Test
    void keepsAllThatIsNotNamed() {
        String text = "\uFEFF-- π\r\n\tCREATE TABLE a;\r-- end";
        assertThat(EditedText.of(text, List.of(fix(edit(2, 15, 15, "IF NOT EXISTS "))))
                        .text())
                .isEqualTo("\uFEFF-- π\r\n\tCREATE TABLE IF NOT EXISTS a;\r-- end");
    }

    @Test
    void countsColumnsInCodePoints() {
        assertThat(EditedText.of("-- 😀 x", List.of(fix(edit(1, 6, 7, "y")))).text())
                .isEqualTo("-- 😀 y");
    }

    @Test
    void makesSeveralEditsOfOneFixFromTheEndOn() {
        EditedText edited = EditedText.of("a b c", List.of(fix(edit(1, 1, 2, "first"), edit(1, 5, 6, "last"))));
        assertThat(edited).isEqualTo(new EditedText("first b last", 1));
    }

    @Test
    void leavesAFixThatIsInTheWayOfAnEarlierOneForTheNextTime() {
        EditedText edited =
                EditedText.of("a b c", List.of(fix(edit(1, 1, 4, "x")), fix(edit(1, 3, 4, "y"), edit(1, 5, 6, "z"))));
        assertThat(edited).isEqualTo(new EditedText("x c", 1));
    }

    @Test
    void makesWhatTwoFindingsWantAlikeOnce() {
        Fix.Edits same = fix(edit(1, 2, 2, "!"));
        assertThat(EditedText.of("ab", List.of(same, same))).isEqualTo(new EditedText("a!b", 1));
    }

    @Test
    void refusesATextThatIsAnotherOneByNow() {
        assertThatThrownBy(() -> EditedText.of("ab", List.of(fix(edit(7, 1, 1, "x")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EditedText.of("ab", List.of(fix(edit(1, 9, 9, "x")))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
