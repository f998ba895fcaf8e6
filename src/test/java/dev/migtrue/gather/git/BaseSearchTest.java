package dev.migtrue.gather.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.BaseBranch.Obstacle;
import dev.migtrue.model.Source;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commits base is, in clones as people and CI systems make them; every command that is advised is run, and must help. */
class BaseSearchTest {

    @TempDir
    Path folder;

    private TestRepository remote;

    /** Feature left main at its first commit, and both went on. */
    @BeforeEach
    void makeRemote() {
        remote = TestRepository.in(folder);
        remote.write("V1.sql", "one\n").stage(".").commit("one");
        remote.branch("feature").write("V3.sql", "three\n").stage(".").commit("three");
        remote.checkout("main").write("V2.sql", "two\n").stage(".").commit("two");
    }

    @Test
    void theForkIsWhereHeadLeftBase() {
        TestRepository clone = whole().checkout("feature");

        BaseBranch.Known base = known(clone);

        assertThat(base.tip().name()).isEqualTo("origin/main");
        assertThat(base.tip().commit()).isEqualTo(remote.commitId("main"));
        assertThat(base.fork().commit()).isEqualTo(remote.commitId("main~1"));
        assertThat(base.chosenBy()).isEqualTo("default of origin");
        try (Opened opened = Opened.of(clone)) {
            assertThat(Opened.files(opened.tree(Source.FORK))).containsExactly("V1.sql");
            assertThat(Opened.files(opened.tree(Source.BASE))).containsExactly("V1.sql", "V2.sql");
        }
    }

    @Test
    void aRebasedBranchLeavesBaseAtItsTipWhichIsThenLookedAtOnce() {
        TestRepository clone = whole().checkout("feature");
        clone.git("rebase", "--quiet", "origin/main");

        BaseBranch.Known base = known(clone);

        assertThat(base.fork().commit()).isEqualTo(base.tip().commit());
        try (Opened opened = Opened.of(clone)) {
            assertThat(opened.repository().trees()).containsKey(Source.BASE).doesNotContainKey(Source.FORK);
        }
    }

    @Test
    void headMayBeBaseItself() {
        BaseBranch.Known base = known(whole());

        assertThat(base.fork().commit()).isEqualTo(base.tip().commit()).isEqualTo(remote.commitId("main"));
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_BASE_REF, main",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME, main",
        "SYSTEM_PULLREQUEST_TARGETBRANCH, refs/heads/main",
        "SYSTEM_PULLREQUEST_TARGETBRANCH, main",
        "BITBUCKET_PR_DESTINATION_BRANCH, main",
        "PRE_COMMIT_FROM_REF, main",
        "PRE_COMMIT_FROM_REF, origin/main"
    })
    void aVariableNamesTheBranchOfTheRemote(String variable, String value) {
        TestRepository clone = whole().checkout("feature").with(variable, value);
        clone.git("remote", "set-head", "origin", "feature");
        clone.git("branch", "--quiet", "-D", "main");

        BaseBranch.Known base = known(clone);

        assertThat(base.tip().commit()).isEqualTo(remote.commitId("main"));
        assertThat(base.chosenBy()).isEqualTo(variable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CI_MERGE_REQUEST_DIFF_BASE_SHA", "PRE_COMMIT_FROM_REF"})
    void aVariableMayNameACommit(String variable) {
        String id = remote.commitId("main~1");

        BaseBranch.Known base = known(whole().checkout("feature").with(variable, id));

        assertThat(base.tip().commit()).isEqualTo(id);
        assertThat(base.chosenBy()).isEqualTo(variable);
    }

    @Test
    void aLocalBranchOfTheNameInAVariableMayBeOldAndIsNotTaken() {
        TestRepository clone = whole().checkout("feature");
        clone.git("branch", "--quiet", "--force", "main", "HEAD");

        assertThat(known(clone.with("GITHUB_BASE_REF", "main")).tip().commit()).isEqualTo(remote.commitId("main"));
    }

    @Test
    void anEmptyVariableNamesNothing() {
        assertThat(known(whole().with("GITHUB_BASE_REF", "")).chosenBy()).isEqualTo("default of origin");
    }

    @Test
    void whatTheUserNamesGoesBeforeVariables() {
        TestRepository clone = whole().checkout("feature").with("GITHUB_BASE_REF", "feature");

        try (Opened opened = Opened.withBase(clone, "main")) {
            assertThat(opened.repository().baseBranch()).isInstanceOfSatisfying(BaseBranch.Known.class, base -> {
                assertThat(base.tip().commit()).isEqualTo(remote.commitId("main"));
                assertThat(base.chosenBy()).isEqualTo("--base");
            });
        }
    }

    @Test
    void ofSeveralVariablesTheFirstCountsWhoseCommitIsHere() {
        TestRepository clone = singleBranch()
                .with("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main")
                .with("CI_MERGE_REQUEST_DIFF_BASE_SHA", remote.commitId("main~1"));

        assertThat(known(clone).chosenBy()).isEqualTo("CI_MERGE_REQUEST_DIFF_BASE_SHA");
    }

    @Test
    void aNamedBranchThatASingleBranchCloneLacksIsOutOfReachUntilFetched() {
        TestRepository clone = singleBranch().with("GITHUB_BASE_REF", "main");

        String reason = outOfReach(clone);

        assertThat(reason)
                .isEqualTo("GITHUB_BASE_REF names 'main', which is not in this clone:"
                        + " run 'git fetch origin main:refs/remotes/origin/main'");
        follow(reason, clone);
        assertThat(known(clone).fork().commit()).isEqualTo(remote.commitId("main~1"));
    }

    @Test
    void aNamedBranchThatAShallowCloneLacksIsFetchedWithAllHistory() {
        TestRepository clone = shallow("--single-branch").with("GITHUB_BASE_REF", "main");

        String reason = outOfReach(clone);

        assertThat(reason).contains("run 'git fetch --unshallow origin main:refs/remotes/origin/main'");
        follow(reason, clone);
        assertThat(known(clone).fork().commit()).isEqualTo(remote.commitId("main~1"));
    }

    @Test
    void aShallowCloneThatHasBothEndsButNotTheForkIsOutOfReachUntilUnshallowed() {
        TestRepository clone = shallow("--no-single-branch");

        String reason = outOfReach(clone);

        assertThat(reason)
                .isEqualTo("this shallow clone does not reach back to where HEAD left origin/main:"
                        + " run 'git fetch --unshallow origin'");
        follow(reason, clone);
        assertThat(known(clone).fork().commit()).isEqualTo(remote.commitId("main~1"));
    }

    @Test
    void aShallowCloneWhoseHeadIsBaseItselfNeedsNoMore() {
        TestRepository clone = remote.at(folder.resolve("clone"));
        clone.git("clone", "--quiet", "--depth=1", url(), ".");

        assertThat(known(clone).fork().commit()).isEqualTo(remote.commitId("main"));
    }

    @Test
    void aSingleBranchCloneDoesNotKnowTheDefaultBranchUntilToldTo() {
        TestRepository clone = singleBranch();

        String reason = outOfReach(clone);

        assertThat(reason).startsWith("this clone has not all branches of origin: run 'git remote set-branches");
        follow(reason, clone);
        assertThat(known(clone).fork().commit()).isEqualTo(remote.commitId("main~1"));
    }

    @Test
    void aShallowSingleBranchCloneIsToldAllAtOnce() {
        TestRepository clone = shallow("--single-branch");

        follow(outOfReach(clone), clone);

        assertThat(known(clone).fork().commit()).isEqualTo(remote.commitId("main~1"));
    }

    @Test
    void aDefaultBranchOfAnUnusualNameIsNotKnownBeforeTheRemoteWasAsked() {
        remote.git("branch", "--quiet", "--move", "main", "trunk");
        TestRepository clone = remote.at(folder.resolve("clone"));
        clone.git("init", "--quiet", "--template=");
        clone.git("remote", "add", "origin", url());
        clone.git("fetch", "--quiet", "origin", "feature");
        clone.git("checkout", "--quiet", "--detach", "FETCH_HEAD");

        String reason = outOfReach(clone);

        assertThat(reason).startsWith("the default branch of origin is not in this clone: run 'git fetch origin");
        follow(reason, clone);
        assertThat(known(clone).tip().name()).isEqualTo("origin/trunk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no such", "../../HEAD", "a..b", "-x y"})
    void aVariableThatNamesNoBranchSaysSo(String value) {
        TestRepository clone = whole();
        for (String variable : List.of("GITHUB_BASE_REF", "PRE_COMMIT_FROM_REF")) {
            assertThat(outOfReach(clone.with(variable, value)))
                    .isEqualTo("%s names '%s', which is no branch: set it to the name of one, or give --base"
                            .formatted(variable, value));
        }
    }

    @Test
    void aCommitThatIsNotHereIsFetchedByItsId() {
        String id = remote.commitId("main");
        TestRepository clone = singleBranch().with("PRE_COMMIT_FROM_REF", id);

        String reason = outOfReach(clone);

        assertThat(reason).endsWith("run 'git fetch origin " + id + "'");
        remote.git("config", "uploadpack.allowAnySHA1InWant", "true");
        follow(reason, clone);
        assertThat(known(clone).tip().commit()).isEqualTo(id);
    }

    @Test
    void historiesThatHaveNothingInCommonAreOutOfReach() {
        TestRepository clone = whole();
        clone.git("checkout", "--quiet", "--orphan", "other");
        clone.commit("other");

        assertThat(outOfReach(clone)).isEqualTo("HEAD and origin/main have no commit in common");
    }

    @Test
    void beforeTheFirstCommitNothingCanBeCompared() {
        TestRepository clone = whole();
        clone.git("checkout", "--quiet", "--orphan", "other");

        assertThat(outOfReach(clone)).isEqualTo("HEAD has no commit yet that could be compared with origin/main");
    }

    @Test
    void crossedHistoriesHaveOneOfTheirForks() {
        TestRepository clone = whole().checkout("feature");
        String ours = clone.commitId("feature");
        clone.git("merge", "--quiet", "--no-edit", "origin/main");
        remote.git("merge", "--quiet", "--no-edit", "feature");
        clone.git("fetch", "--quiet", "origin");

        assertThat(known(clone).fork().commit()).isIn(ours, remote.commitId("main~1"));
    }

    @Test
    void aRepositoryWithoutARemoteHasNoBase() {
        assertThat(base(remote)).isEqualTo(BaseBranch.none());
    }

    @Test
    void aBareCloneHasNoBaseUnlessOneIsNamed() {
        TestRepository bare = remote.at(folder.resolve("bare.git"));
        bare.git("clone", "--quiet", "--bare", url(), ".");

        assertThat(base(bare)).isEqualTo(BaseBranch.none());
    }

    private TestRepository whole() {
        TestRepository clone = remote.at(folder.resolve("clone"));
        clone.git("clone", "--quiet", url(), ".");
        return clone;
    }

    private TestRepository singleBranch() {
        TestRepository clone = remote.at(folder.resolve("clone"));
        clone.git("clone", "--quiet", "--single-branch", "--branch=feature", url(), ".");
        return clone;
    }

    private TestRepository shallow(String branches) {
        TestRepository clone = remote.at(folder.resolve("clone"));
        clone.git("clone", "--quiet", "--depth=1", branches, "--branch=feature", url(), ".");
        return clone;
    }

    /** Only by its address does git treat a folder as another machine. */
    private String url() {
        return remote.workTree().toUri().toString();
    }

    private static BaseBranch base(TestRepository git) {
        try (Opened opened = Opened.of(git)) {
            return opened.repository().baseBranch();
        }
    }

    private static BaseBranch.Known known(TestRepository git) {
        BaseBranch base = base(git);
        assertThat(base).isInstanceOf(BaseBranch.Known.class);
        return (BaseBranch.Known) base;
    }

    private static String outOfReach(TestRepository git) {
        BaseBranch base = base(git);
        assertThat(base).isInstanceOf(BaseBranch.NotRead.class);
        BaseBranch.NotRead unread = (BaseBranch.NotRead) base;
        assertThat(unread.obstacle()).isEqualTo(Obstacle.OUT_OF_REACH);
        return unread.reason();
    }

    /** Runs the commands that stand in the reason, each but for its {@code git}. */
    private static void follow(String reason, TestRepository git) {
        String commands = reason.substring(reason.indexOf("run '") + "run '".length(), reason.length() - 1);
        for (String command : List.of(commands.split(" && ", -1))) {
            assertThat(command).startsWith("git ");
            git.git(command.substring("git ".length()).replace("\"", "").split(" ", -1));
        }
    }
}
