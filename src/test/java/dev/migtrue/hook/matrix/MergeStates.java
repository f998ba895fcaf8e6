package dev.migtrue.hook.matrix;

import java.util.List;

/** What brings the work of others in: merges, cherry-picks, reverts, stashes. */
final class MergeStates {

    private static final String FORGOTTEN = "error untracked-migration 002";
    private static final String MENTIONED = "note untracked-migration 002";
    private static final String TWO_HEADS = """
            git checkout -q -b theirs; migration 002 001; commit
            git checkout -q main; migration 003 001; commit
            """;

    static final List<State> ALL = List.of(
            State.of("merge without conflict, code only")
                    .given("""
                            git checkout -q -b theirs
                            migration 002 001
                            commit
                            git checkout -q main
                            code
                            commit
                            """)
                    .when("git merge -q theirs")
                    .commits()
                    .checkedAfter(),
            State.of("merge that leaves two heads")
                    .given(TWO_HEADS)
                    .checked()
                    .when("git merge theirs")
                    .stops("error multiple-heads 003"),
            State.of("merge that left two heads, concluded by a migration that joins them")
                    .given(TWO_HEADS + """
                            git merge -q --no-verify --no-commit theirs
                            migration 004 002 003
                            git add .
                            """)
                    .checked()
                    .when("git commit -q --no-edit")
                    .commits()
                    .checkedAfter(),
            State.of("merge of what was broken there")
                    .given("""
                            git checkout -q -b theirs
                            migration 002 000
                            commit
                            git checkout -q main
                            code
                            commit
                            """)
                    .when("git merge -q theirs")
                    .commits()
                    .checkedAfter("error dangling-parent 002"),
            State.of("merge that only moves the branch")
                    .given("git checkout -q -b theirs; migration 002 001; commit; git checkout -q main")
                    .when("git merge -q theirs")
                    .commits(),
            State.of("merge --squash, concluded as an ordinary commit")
                    .given(TWO_HEADS + "git merge -q --squash theirs")
                    .when("git commit -m x")
                    .stops("error multiple-heads 003"),
            State.of("merge with a conflict, concluded")
                    .given("quarrel; migration 002 001; ! git merge -q theirs; code both; git add app.txt")
                    .checked(FORGOTTEN)
                    .when("git commit -q --no-edit")
                    .commits(MENTIONED),
            State.of("merge with a conflict in a migration")
                    .given("""
                            git checkout -q -b theirs
                            wide 002 001 1 2
                            commit
                            git checkout -q main
                            wide 002 001 3 4
                            commit
                            ! git merge -q theirs
                            """)
                    .checked("error conflict-markers 002")
                    .when("git commit -a --no-edit")
                    .stops("error conflict-markers 002"),
            State.of("merge with a conflict, concluded with two heads")
                    .given("""
                            git checkout -q -b theirs
                            migration 002 001
                            code theirs
                            commit
                            git checkout -q main
                            migration 003 001
                            code ours
                            commit
                            ! git merge -q theirs
                            code
                            git add .
                            """)
                    .checked("error multiple-heads 003")
                    .when("git merge --continue")
                    .stops("error multiple-heads 003"),
            State.of("cherry-pick without conflict")
                    .given("""
                            git checkout -q -b theirs
                            migration 002 001
                            commit
                            git checkout -q main
                            code
                            commit
                            """)
                    .when("git cherry-pick theirs")
                    .commits()
                    .checkedAfter(),
            State.of("cherry-pick that leaves two heads, for the push to find")
                    .given(TWO_HEADS)
                    .when("git cherry-pick theirs")
                    .commits()
                    .checkedAfter("error multiple-heads 003"),
            State.of("cherry-pick with a conflict, concluded by a commit")
                    .given("quarrel; migration 002 001; ! git cherry-pick theirs; code both; git add app.txt")
                    .checked(FORGOTTEN)
                    .when("git commit -q --no-edit")
                    .commits(MENTIONED),
            State.of("cherry-pick with a conflict, continued")
                    .given("quarrel; migration 002 001; ! git cherry-pick theirs; code both; git add app.txt")
                    .when("git cherry-pick --continue")
                    .commits(MENTIONED),
            State.of("cherry-pick --no-commit, committed")
                    .given(TWO_HEADS + "git cherry-pick --no-commit theirs")
                    .checked("error multiple-heads 003")
                    .when("git commit -m x")
                    .stops("error multiple-heads 003"),
            State.of("revert without conflict")
                    .given("migration 002 001; commit")
                    .when("git revert --no-edit HEAD")
                    .commits()
                    .checkedAfter(),
            State.of("revert of a migration that another builds on, for the push to find")
                    .given("migration 002 001; commit; migration 003 002; commit")
                    .when("git revert --no-edit HEAD^")
                    .commits()
                    .checkedAfter("error dangling-parent 003"),
            State.of("revert --no-commit of a migration that another builds on, committed")
                    .given("migration 002 001; commit; migration 003 002; commit; git revert --no-commit HEAD^")
                    .checked("error dangling-parent 003")
                    .when("git commit -m x")
                    .stops("error dangling-parent 003"),
            State.of("revert with a conflict, concluded by a commit")
                    .given("code two; commit; code three; commit; migration 002 001\n"
                            + "! git revert --no-edit HEAD^; code both; git add app.txt")
                    .checked(FORGOTTEN)
                    .when("git commit -q --no-edit")
                    .commits(MENTIONED),
            State.of("revert with a conflict, continued")
                    .given("code two; commit; code three; commit; migration 002 001\n"
                            + "! git revert --no-edit HEAD^; code both; git add app.txt")
                    .when("git revert --continue")
                    .commits(MENTIONED),
            State.of("stash -u takes the forgotten migration away")
                    .given("migration 002 001; git stash -q -u; code")
                    .checked()
                    .when("git commit -q -a -m x")
                    .commits(),
            State.of("stash pop brings the forgotten migration back")
                    .given("migration 002 001; git stash -q -u; code; git stash pop -q")
                    .checked(FORGOTTEN)
                    .when("git commit -a -m x")
                    .stops(FORGOTTEN),
            State.of("stash leaves what is untracked")
                    .given("code; migration 002 001; git stash -q; code again")
                    .checked(FORGOTTEN)
                    .when("git commit -a -m x")
                    .stops(FORGOTTEN),
            State.of("stash pop --index restores what was staged")
                    .given("wide 002 001 1 2; commit; wide 002 001 3 2; git add .; wide 002 001 3 4\n"
                            + "git stash -q; git stash pop -q --index")
                    .checked("warning partly-staged-migration 002")
                    .when("git commit -m x")
                    .commits("warning partly-staged-migration 002"),
            State.of("stash itself calls no hook")
                    .given("migration 002 001; code")
                    .when("git stash -q -u")
                    .passes()
                    .checkedAfter());

    private MergeStates() {}
}
