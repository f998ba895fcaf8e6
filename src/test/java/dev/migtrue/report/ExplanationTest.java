package dev.migtrue.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExplanationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sql db/V1__a.sql                  | db/V1__a.sql, everywhere
                    sql db/V1__a.sql @worktree        | db/V1__a.sql, only in the working tree
                    sql db/V1__a.sql @HEAD @base      | db/V1__a.sql, only in HEAD and the base branch
                    python my file.py @index          | my file.py, only in the index
                    sql a.sql @HEAD @fork             | a.sql, only in HEAD and the merge base
                    sql a.sql @worktree @index @HEAD @base | a.sql, everywhere
                    applied                           | the version table
                    applied staging                   | the version table of staging
                    schema                            | the live schema
                    config                            | migtrue.yaml
                    fixed db/V1__a.sql                | db/V1__a.sql, fixed
                    findings                          | migtrue says
                    sql                               | ''
                    ''                                | ''
                    """)
    void openingLineOfAnExampleIsSaidInWords(String opening, String words) {
        assertThat(FenceCaption.of(opening)).isEqualTo(words);
    }

    @Test
    void longerFenceHoldsAShorterOne() {
        assertThat(plain("````md page.md\n```sql\nselect 1;\n```\n````\nafter")).isEqualTo("""
                          page.md, everywhere:
                            ```sql
                            select 1;
                            ```

                        after
                        """);
    }

    @Test
    void fenceThatIsNeverClosedLosesNothing() {
        assertThat(plain("```sql\nselect 1;\n\nselect 2;")).isEqualTo("    select 1;\n\n    select 2;\n");
    }

    @Test
    void listsAreFilledUnderTheirMarks() {
        assertThat(plain("Text\n- one\n  goes on\n- two\n1. three\n"))
                .isEqualTo("Text\n- one goes on\n- two\n1. three\n");
    }

    @Test
    void tablesStayAsTheyAre() {
        assertThat(plain("| a | b |\n|---|---|\n| 1 | 2 |")).isEqualTo("| a | b |\n|---|---|\n| 1 | 2 |\n");
    }

    @Test
    void codeIsNeverBrokenNorReadAsEmphasis() {
        String code = "`git add -- db/**/V1__a.sql`";

        assertThat(plain("word ".repeat(18) + code + " end")).contains("\n" + code + " end\n");
    }

    private static String plain(String text) {
        Lines lines = new Lines(Style.PLAIN);
        Markdown.addTo(lines, text);
        return lines.toString();
    }
}
