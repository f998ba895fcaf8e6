package dev.migtrue.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageExamplesTest {

    private static final String PAGE = """
            # A bad thing

            ## Why
            Because.

            ## Bad: in two places
            ```sql a.sql
            select 1;
            ```
            ```sql b.sql @worktree @base
            select 2;
            ```
            ```applied versions
            version | note
            1       | NULL
            ```
            ```findings
            b.sql:1:1: error: bad [bad-thing]
            ```

            ## Good: in none
            ```sql a.sql
            select 1;
            ```

            ## When to ignore
            Never.
            """;

    @Test
    void aFileWithoutAMarkStandsEverywhereAndBaseIsThereOnceItIsNamed() {
        List<Example> examples = PageExamples.parse(PAGE);
        assertThat(examples).extracting(Example::heading).containsExactly("Bad: in two places", "Good: in none");
        assertThat(examples.getFirst().scenario().files())
                .containsOnlyKeys(Source.WORKING_TREE, Source.INDEX, Source.HEAD, Source.BASE)
                .allSatisfy((source, files) -> assertThat(files).containsEntry("a.sql", "select 1;\n"));
        assertThat(examples.getFirst().scenario().files().entrySet().stream()
                        .filter(entry -> entry.getValue().containsKey("b.sql"))
                        .map(entry -> entry.getKey()))
                .containsExactly(Source.WORKING_TREE, Source.BASE);
        assertThat(examples.getLast().scenario().files()).doesNotContainKey(Source.BASE);
    }

    @Test
    void aBadExampleHasItsFindingsAndAGoodOneNone() {
        assertThat(PageExamples.parse(PAGE))
                .extracting(Example::findings)
                .containsExactly("b.sql:1:1: error: bad [bad-thing]\n", "");
        refuses(PAGE.replace("```findings", "```text c.sql"), "a bad example has one block of findings");
        refuses(
                PAGE.replace("## When", "```findings\na.sql:1:1: error: bad [bad-thing]\n```\n## When"),
                "a good one has none");
    }

    @Test
    void rowsHaveTheCellsThatTheirColumnsSay() {
        TableRows rows = PageExamples.parse(PAGE).getFirst().scenario().tables().getFirst();
        assertThat(rows.columns()).containsExactly("version", "note");
        assertThat(rows.rows()).containsExactly(List.of("1", "NULL"));
        refuses(PAGE.replace("1       | NULL", "1"), "a row of 1 cells for 2 columns: 1");
        refuses(PAGE.replace("applied versions", "applied"), "applied names a table");
    }

    @Test
    void headingsAreComplete() {
        refuses(PAGE.replace("## Why", "## Reasons"), "headings are Why");
        refuses(PAGE.replace("## Good: in none", "### Good: in none"), "headings are Why");
        refuses(PAGE.replace("## When to ignore", "## Fix"), "headings are Why");
        refuses(PAGE.replace("## When to ignore", "## Limits\nNone.\n\n## When to ignore"), "headings are Why");
        refuses(PAGE.replace("# A bad thing", "# A bad thing."), "a page starts with its title");
    }

    @Test
    void blocksSayWhatTheyAre() {
        refuses(PAGE.replace("```sql a.sql", "```sql"), "not a file, config, applied or findings");
        refuses(PAGE.replace("@worktree", "@desk"), "no such source: @desk");
        refuses(PAGE.replace("b.sql @worktree @base", "a.sql @worktree"), "a.sql stands twice in the working tree");
        refuses(PAGE.substring(0, PAGE.lastIndexOf("```")), "headings are Why");
    }

    @Test
    void anotherBranchAddsToWhatBaseHad() {
        String page =
                PAGE.replace("b.sql @worktree @base", "b.sql @branch:items").replace("a.sql\n", "a.sql @base\n");

        Scenario scenario = PageExamples.parse(page).getFirst().scenario();

        assertThat(scenario.branches()).containsOnlyKeys("items");
        assertThat(scenario.branchTrees().get("items"))
                .satisfies(
                        tree -> assertThat(tree.files()).containsExactly(new RepoPath("a.sql"), new RepoPath("b.sql")));
        assertThat(scenario.files().values())
                .allSatisfy(files -> assertThat(files).doesNotContainKey("b.sql"));
        refuses(page.replace("@base", "@HEAD"), "another branch starts from base");
    }

    @Test
    void theSameExampleStandsOnlyOnce() {
        String good = PAGE.substring(PAGE.indexOf("## Good"), PAGE.indexOf("## When"));
        refuses(PAGE.replace(good, good + good), "the same example twice");
        refuses(PAGE.replace(good, good + good.replace("in none", "in none at all")), "the same example twice");
    }

    private static void refuses(String page, String reason) {
        assertThatThrownBy(() -> PageExamples.parse(page))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
