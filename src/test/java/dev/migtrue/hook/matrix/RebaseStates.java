package dev.migtrue.hook.matrix;

import java.util.List;

/** What writes commits anew: rebases of all kinds, and amending in the middle of one. */
final class RebaseStates {

    private static final String FORGOTTEN = "error untracked-migration 002";
    private static final String TWO_HEADS = """
            git checkout -q -b theirs; migration 002 001; commit
            git checkout -q main; migration 003 001; commit
            """;
    private static final String EDITING = """
            migration 002 001; code; commit; code again; commit
            GIT_SEQUENCE_EDITOR='sed -i 1s/pick/edit/' git rebase -q -i HEAD~2
            """;

    static final List<State> ALL = List.of(
            State.of("rebase without conflict")
                    .given("""
                            git checkout -q -b theirs
                            migration 002 001
                            commit
                            git checkout -q main
                            code
                            commit
                            """)
                    .when("git rebase -q theirs")
                    .commits()
                    .checkedAfter(),
            State.of("rebase that leaves two heads, for the push to find")
                    .given(TWO_HEADS)
                    .when("git rebase -q theirs")
                    .commits()
                    .checkedAfter("error multiple-heads 003"),
            State.of("push of what a rebase left with two heads")
                    .given("git init -q --bare ../remote.git; git push -q ../remote.git main\n" + TWO_HEADS
                            + "git rebase -q theirs")
                    .when("git push ../remote.git main")
                    .stops("error multiple-heads 003"),
            State.of("rebase with a conflict, continued")
                    .given("quarrel; migration 002 001; ! git rebase -q theirs; code both; git add app.txt")
                    .checked(FORGOTTEN)
                    .when("git rebase --continue")
                    .commits(),
            State.of("rebase with a conflict, concluded by a commit")
                    .given("quarrel; migration 002 001; ! git rebase -q theirs; code both; git add app.txt")
                    .when("git commit -q -m x")
                    .commits("note untracked-migration 002"),
            State.of("rebase with a conflict, skipped")
                    .given("quarrel; migration 002 001; ! git rebase -q theirs")
                    .when("git rebase --skip")
                    .passes(),
            State.of("interactive rebase stopped for an edit, amended")
                    .given(EDITING + "migration 003 002; code more")
                    .checked("error untracked-migration 003")
                    .when("git commit -q -a --amend --no-edit")
                    .commits("note untracked-migration 003"),
            State.of("interactive rebase stopped for an edit, amended with a broken chain")
                    .given(EDITING + "migration 003 000; git add .")
                    .checked("error dangling-parent 003")
                    .when("git commit --amend --no-edit")
                    .stops("error dangling-parent 003"),
            State.of("interactive rebase stopped for an edit, continued")
                    .given(EDITING + """
                            migration 003 002
                            git add .
                            git commit -q --no-verify --amend --no-edit
                            """)
                    .when("git rebase --continue")
                    .commits()
                    .checkedAfter(),
            State.of("interactive rebase that drops a migration which another builds on, for the push to find")
                    .given("migration 002 001; commit; migration 003 002; commit")
                    .when("GIT_SEQUENCE_EDITOR='sed -i 1s/pick/drop/' git rebase -q -i HEAD~2")
                    .commits()
                    .checkedAfter("error dangling-parent 003"),
            State.of("a fixup that leaves a migration behind")
                    .given("code two; commit; migration 002 001; code three")
                    .when("git commit -a --fixup HEAD")
                    .stops(FORGOTTEN),
            State.of("autosquash of a fixup")
                    .given("""
                            wide 002 001 1 2
                            commit
                            wide 002 001 3 2
                            git commit -q --no-verify -a --fixup HEAD
                            """)
                    .when("GIT_SEQUENCE_EDITOR=true git rebase -q -i --autosquash HEAD~2")
                    .commits()
                    .checkedAfter(),
            State.of("rebase --autostash keeps what is not committed")
                    .given("""
                            git checkout -q -b theirs
                            code
                            commit
                            git checkout -q main
                            migration 002 001
                            commit
                            migration 003 002
                            git add .
                            """)
                    .when("git rebase -q --autostash theirs")
                    .commits()
                    .checkedAfter(),
            State.of("am of a patch")
                    .given("""
                            git checkout -q -b theirs
                            migration 002 001
                            commit
                            git format-patch -q -1 -o .git
                            git checkout -q main
                            """)
                    .when("git am -q .git/0001-commit.patch")
                    .commits()
                    .checkedAfter(),
            State.of("reset --soft, committed without the migration")
                    .given("""
                            migration 002 001
                            code
                            commit
                            git reset -q --soft HEAD~1
                            git reset -q $(file 002)
                            """)
                    .checked(FORGOTTEN)
                    .when("git commit -m x")
                    .stops(FORGOTTEN));

    private RebaseStates() {}
}
