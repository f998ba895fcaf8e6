package dev.migtrue.system.alembic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migtrue.model.MisleadingText;
import dev.migtrue.testing.InMemoryTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a docstring says of its migration, held against the variables. */
class DocstringClaimsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Revises: aaaa1                    | 'bbbb2'              | 'bbbb2'
            Revises: aaaa1                    | None                 | None
            Revises: None                     | 'bbbb2'              | 'bbbb2'
            Revises: <base>                   | 'bbbb2'              | 'bbbb2'
            Revises: aaaa1, cccc3             | ('aaaa1', 'bbbb2')   | ('aaaa1', 'bbbb2')
            Revises: aaaa1                    | ('aaaa1', 'bbbb2')   | ('aaaa1', 'bbbb2')
            Revises: aaa                      | 'aaaa1'              | 'aaaa1'
            Revises: ('aaaa1', 'cccc3')       | ['bbbb2']            | 'bbbb2'
            """)
    void anotherParentIsMisleading(String line, String parents, String meant) {
        assertThat(misleading("Revision ID: dddd4\n" + line, parents))
                .extracting(MisleadingText::said, MisleadingText::meant)
                .containsExactly(tuple(line, "down_revision is " + meant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Revises: aaaa1                    | 'aaaa1'
            Revises:                          | 'aaaa1'
            Revises:                          | None
            Revises: None                     | None
            Revises: <base>                   | ()
            Revises: bbbb2, aaaa1             | ('aaaa1', 'bbbb2')
            Revises: ('aaaa1', 'bbbb2')       | ('aaaa1', 'bbbb2')
            Revises: ("aaaa1",)               | 'aaaa1'
            Revises: ['aaaa1']                | 'aaaa1'
            Revises: aaaa                     | 'aaaa1'
            Revises: aaaa1 (see the wiki)     | 'bbbb2'
            Revises: the one before           | 'bbbb2'
            Revises: aaaa1                    | parent()
            It says Revises: aaaa1            | 'bbbb2'
            """)
    void theSameOrNothingPlainIsNot(String line, String parents) {
        assertThat(misleading("Revision ID: dddd4\n" + line, parents)).isEmpty();
    }

    @Test
    void anotherIdIsMisleadingAndTheLineIsShown() {
        assertThat(misleading("  Revision ID: copied\nRevises:", "None"))
                .singleElement()
                .satisfies(text -> {
                    assertThat(text.migration().value()).isEqualTo("dddd4");
                    assertThat(text.said()).isEqualTo("Revision ID: copied");
                    assertThat(text.meant()).isEqualTo("revision is 'dddd4'");
                    assertThat(text.at().span().startLine()).isEqualTo(3);
                    assertThat(text.at().span().startColumn()).isEqualTo(3);
                    assertThat(text.at().span().endColumn()).isEqualTo(22);
                });
    }

    @Test
    void aComputedIdIsNotJudged() {
        InMemoryTree tree = tree("\"\"\"x\n\nRevision ID: a\n\"\"\"\nrevision = id()\ndown_revision = None\n");

        assertThat(new AlembicSystem().detect(tree).getFirst().history(tree).misleading())
                .isEmpty();
    }

    private static List<MisleadingText> misleading(String lines, String parents) {
        InMemoryTree tree =
                tree("\"\"\"users\n\n" + lines + "\n\"\"\"\nrevision = 'dddd4'\ndown_revision = " + parents + "\n");
        return new AlembicSystem().detect(tree).getFirst().history(tree).misleading();
    }

    private static InMemoryTree tree(String migration) {
        return InMemoryTree.of(Map.of("alembic.ini", "[alembic]\nscript_location = m\n", "m/versions/1.py", migration));
    }
}
