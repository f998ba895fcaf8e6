package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a merge that nobody has made yet, in the states that repositories are in. */
class MergePreviewTest {

    private static final String USERS = "m/versions/001_users.py";
    private static final String ITEMS = "m/versions/002_items.py";
    private static final String ORDERS = "m/versions/002_orders.py";

    private final TestRepository repository;

    /** Main has 001 and items; feature, which is checked out, left it at 001. */
    MergePreviewTest(@TempDir Path folder) {
        repository = TestRepository.in(folder);
        repository.write("alembic.ini", "[alembic]\nscript_location = m\n");
        revision(USERS, "001", "None").stage(".").commit("users");
        repository.branch("feature").checkout("main");
        revision(ITEMS, "002_items", "'001'").stage(".").commit("items").checkout("feature");
    }

    @Test
    void whoReadsTheFindingLearnsBothSidesAndWhatToDo() {
        revision(ORDERS, "002_orders", "'001'").stage(".").commit("orders");
        String main = repository.commitId("main").substring(0, 8);

        CommandRun run = run("check", "--no-db", "--base", "main");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains(ORDERS)
                .contains("after the merge into main (" + main + "), history has 2 heads: 002_items and 002_orders")
                .contains(ITEMS, "the head 002_items, on main")
                .contains("bring main in here first, then join them with a merge migration (alembic merge)");
        assertThat(run.errors()).contains("base main " + main).contains("after the merge 3)");
        assertThat(run("check", "--no-db", "--base", "main", "--format", "json").output())
                .contains("\"base\": \"" + repository.commitId("main") + "\"");
    }

    @Test
    void aMigrationThatIsNotCommittedYetIsMergedToo() {
        revision(ORDERS, "002_orders", "'001'");
        assertThat(concise()).contains(ORDERS + ":1:1: error: after the merge").contains("[multiple-heads]");

        repository.stage(".").remove(ORDERS);
        assertThat(concise()).startsWith(ORDERS + ":1:1: error: in the index, after the merge");
    }

    @Test
    void aBranchThatChangedNothingHasNothingToMerge() {
        CommandRun run = run("check", "--no-db", "--base", "main");

        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).doesNotContain("after the merge");
    }

    @Test
    void whatEitherSideHasByItselfIsNotToldAgain() {
        revision(ORDERS, "002_orders", "'001'");
        revision("m/versions/002_views.py", "002_views", "'001'").stage(".").commit("two");

        assertThat(concise().lines())
                .satisfiesExactlyInAnyOrder(
                        alone -> assertThat(alone).contains("error: history has 2 heads: 002_orders and 002_views"),
                        merged -> assertThat(merged).contains("history has 3 heads"));

        repository.git("reset", "--quiet", "--hard", "main~1");
        repository.checkout("main");
        revision("m/versions/002_views.py", "002_views", "'001'").stage(".").commit("base has two");
        repository.checkout("feature").git("merge", "--quiet", "main~1");
        revision("m/versions/003.py", "003", "'002_items'").stage(".").commit("go on from one of them");
        assertThat(concise()).as("main's own trouble").isEmpty();
    }

    @Test
    void aParentThatTheOtherSideTookAwayIsMissedAfterTheMerge() {
        revision(ORDERS, "002_orders", "'001'").stage(".").commit("orders").checkout("main");
        repository.git("rm", "--quiet", USERS);
        revision(ITEMS, "002_items", "None").stage(".").commit("squash").checkout("feature");

        assertThat(concise()).contains("after the merge into main").contains("002_orders needs 001, which has no file");
    }

    @Test
    void aPullRequestThatIsMergedAlreadyIsJudgedAsItIs() {
        revision(ORDERS, "002_orders", "'001'").stage(".").commit("orders");
        repository.git("checkout", "--quiet", "--detach", "main");
        repository.git("merge", "--quiet", "--no-edit", "feature");

        assertThat(concise())
                .isEqualTo(ORDERS + ":1:1: error: history has 2 heads: 002_items and 002_orders [multiple-heads]\n");

        String merge = repository.commitId("HEAD");
        repository.checkout("main");
        revision("m/versions/002_views.py", "002_views", "'001'").stage(".").commit("main went on");
        repository.checkout(merge);
        assertThat(concise())
                .contains("error: history has 2 heads: 002_items and 002_orders")
                .contains("history has 3 heads: 002_items, 002_orders and 002_views");
    }

    @Test
    void anOctopusIsMergedLikeAnyOther() {
        repository.git("checkout", "--quiet", "-b", "one", "feature");
        revision(ORDERS, "002_orders", "'001'").stage(".").commit("orders");
        repository.git("checkout", "--quiet", "-b", "two", "feature");
        repository.write("note", "two\n").stage(".").commit("note").checkout("feature");
        repository.commit("three").git("merge", "--quiet", "--no-edit", "one", "two");
        assertThat(repository.git("rev-parse", "HEAD^3")).isNotEmpty();

        assertThat(concise()).contains("history has 2 heads: 002_items and 002_orders");
    }

    @Test
    void aRenameOnOneSideIsFollowed() {
        revision(ORDERS, "002_orders", "'001'").stage(".").commit("orders").checkout("main");
        repository.git("mv", USERS, "m/versions/000_users.py");
        repository.commit("rename").checkout("feature");

        assertThat(concise().lines())
                .singleElement()
                .asString()
                .contains("history has 2 heads: 002_items and 002_orders");
    }

    @Test
    void whatAConflictWouldBecomeIsSaidToBeUnknown() {
        repository.git("rm", "--quiet", USERS);
        revision(ORDERS, "002_orders", "None").stage(".").commit("squash").checkout("main");
        repository
                .write(USERS, "revision = '001'\ndown_revision = None\n# more\n")
                .stage(".")
                .commit("explain");
        String main = repository.commitId("main").substring(0, 8);
        repository.checkout("feature");

        CommandRun run = run("check", "--no-db", "--base", "main", "--format", "concise");

        assertThat(run.output()).doesNotContain("after the merge").contains("[deleted-migration]");
        assertThat(run.errors())
                .contains("merge of " + USERS + ": changed here and on main (" + main
                        + ") since they parted, so its text after the merge is not known");
    }

    @Test
    void aConflictThatCannotChangeTheOrderHidesNothing() {
        repository.write(USERS, "revision = '001'\ndown_revision = None\n# here\n");
        revision(ORDERS, "002_orders", "'001'").stage(".").commit("orders").checkout("main");
        repository.write(USERS, "revision = '001'\ndown_revision = None\n# there\n");
        repository.stage(".").commit("explain").checkout("feature");

        CommandRun run = run("check", "--no-db", "--base", "main", "--format", "concise");

        assertThat(run.output()).contains("history has 2 heads: 002_items and 002_orders");
        assertThat(run.errors()).contains("merge of " + USERS + " not read: changed here and on main");
    }

    @Test
    void crossedHistoriesAreMergedAllTheSame() {
        revision(ORDERS, "002_orders", "'001'").stage(".").commit("orders").git("branch", "early");
        repository.git("merge", "--quiet", "--no-edit", "main");
        revision("m/versions/003.py", "003", "'002_items', '002_orders'");
        repository.stage(".").commit("join").checkout("main");
        repository.git("merge", "--quiet", "--no-edit", "early");
        revision("m/versions/003_main.py", "003_main", "'002_items', '002_orders'");
        repository.stage(".").commit("join too").checkout("feature");
        assertThat(repository.git("merge-base", "--all", "main", "feature").lines())
                .hasSize(2);

        assertThat(concise()).contains("history has 2 heads: 003 and 003_main");
    }

    @Test
    void historiesWithoutACommonCommitAreNotMerged() {
        repository.git("checkout", "--quiet", "--orphan", "alone");
        repository.commit("alone");

        CommandRun run = run("check", "--no-db", "--base", "main", "--format", "concise");

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors()).contains("HEAD and main have no commit in common");
    }

    private String concise() {
        return run("check", "--no-db", "--base", "main", "--format", "concise").output();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(repository.workTree(), repository.environment(), arguments);
    }

    private TestRepository revision(String path, String id, String parents) {
        return repository.write(
                path,
                "revision = '%s'\ndown_revision = %s\n"
                        .formatted(id, parents.contains(",") ? "(" + parents + ")" : parents));
    }
}
