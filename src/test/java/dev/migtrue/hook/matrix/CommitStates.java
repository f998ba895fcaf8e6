package dev.migtrue.hook.matrix;

import java.util.List;

/** The ways to commit: which index git has the hook look at, and what is left out of it. */
final class CommitStates {

    private static final String FORGOTTEN = "error untracked-migration 002";

    static final List<State> ALL = List.of(
            State.of("plain, complete")
                    .given("migration 002 001; code; git add .")
                    .checked()
                    .when("git commit -q -m x")
                    .commits()
                    .checkedAfter(),
            State.of("plain, code without its migration")
                    .given("migration 002 001; code; git add app.txt")
                    .checked(FORGOTTEN)
                    .when("git commit -m x")
                    .stops(FORGOTTEN),
            State.of("plain, with --no-verify")
                    .given("migration 002 001; code; git add app.txt")
                    .when("git commit -q --no-verify -m x")
                    .commits()
                    .checkedAfter(FORGOTTEN),
            State.of("plain, nothing of the project")
                    .given("migration 002 001")
                    .checked(FORGOTTEN)
                    .when("git commit -q --allow-empty -m x")
                    .commits("note untracked-migration 002"),
            State.of("plain, a migration deleted that another builds on")
                    .given("migration 002 001; migration 003 002; commit; git rm -q $(file 002)")
                    .checked("error dangling-parent 003")
                    .when("git commit -m x")
                    .stops("error dangling-parent 003"),
            State.of("-a leaves what is untracked")
                    .given("migration 002 001; code")
                    .checked(FORGOTTEN)
                    .when("git commit -a -m x")
                    .stops(FORGOTTEN),
            State.of("-a takes an edit that breaks the chain")
                    .given("migration 002 001; commit; migration 002 000")
                    .checked("error dangling-parent 002")
                    .when("git commit -a -m x")
                    .stops("error dangling-parent 002"),
            State.of("-a takes what only the usual index lacks")
                    .given("migration 002 001; git add .; migration 003 002; git add -N .; code")
                    .when("git commit -q -a -m x")
                    .commits()
                    .checkedAfter(),
            State.of("-p takes a part of a migration")
                    .given("wide 002 001 1 2; commit; wide 002 001 3 4")
                    .checked()
                    .when("printf 'y\\nn\\n' | git commit -p -m x")
                    .commits("warning partly-staged-migration 002"),
            State.of("add -p stages a part of a migration")
                    .given("wide 002 001 1 2; commit; wide 002 001 3 4; printf 'y\\nn\\n' | git add -p")
                    .checked("warning partly-staged-migration 002")
                    .when("git commit -m x")
                    .commits("warning partly-staged-migration 002"),
            State.of("add -i stages a part of a migration")
                    .given("""
                            wide 002 001 1 2
                            commit
                            wide 002 001 3 4
                            printf 'p\\n1\\n\\ny\\nn\\nq\\n' | git add -i
                            """)
                    .checked("warning partly-staged-migration 002")
                    .when("git commit -m x")
                    .commits("warning partly-staged-migration 002"),
            State.of("add -i stages all of it")
                    .given("migration 002 001; code; printf 'a\\n1\\n\\nu\\n1\\n\\nq\\n' | git add -i")
                    .checked()
                    .when("git commit -q -m x")
                    .commits(),
            State.of("a path only, the rest staged for the next commit")
                    .given("migration 002 001; git add .; code")
                    .when("git commit -q -m x app.txt && git commit -q -m y")
                    .commits()
                    .checkedAfter(),
            State.of("a path only, without the migration it builds on")
                    .given("migration 002 001; migration 003 002; git add .")
                    .checked()
                    .when("git commit -m x $(file 003)")
                    .stops("error dangling-parent 003"),
            State.of("-i adds a path to what is staged")
                    .given("migration 002 001; git add .; migration 003 002; git add -N .")
                    .when("git commit -q -i -m x $(file 003)")
                    .commits()
                    .checkedAfter(),
            State.of("-i adds code, and the migration stays behind")
                    .given("code; git add .; code again; migration 002 001")
                    .checked(FORGOTTEN)
                    .when("git commit -i -m x app.txt")
                    .stops(FORGOTTEN),
            State.of("-i adds an edit that breaks the chain")
                    .given("migration 002 001; commit; migration 002 000; code; git add app.txt")
                    .when("git commit -i -m x $(file 002)")
                    .stops("error dangling-parent 002"),
            State.of("--amend of the message")
                    .given("migration 002 001")
                    .checked(FORGOTTEN)
                    .when("git commit -q --amend -m x")
                    .commits("note untracked-migration 002"),
            State.of("--amend with more code")
                    .given("migration 002 001; code")
                    .checked(FORGOTTEN)
                    .when("git commit -a --amend -m x")
                    .stops(FORGOTTEN),
            State.of("--amend takes the migration in that was forgotten")
                    .given("code; commit; migration 002 001; git add .")
                    .when("git commit -q --amend --no-edit")
                    .commits()
                    .checkedAfter(),
            State.of("--amend takes the migration out again")
                    .given("migration 002 001; code; commit; git rm -q --cached $(file 002)")
                    .checked(FORGOTTEN)
                    .when("git commit --amend --no-edit")
                    .stops(FORGOTTEN),
            State.of("an index of the user's own")
                    .given("migration 002 001; code; git add .; GIT_INDEX_FILE=.git/own git read-tree HEAD")
                    .when("export GIT_INDEX_FILE=.git/own; git add app.txt; git commit -q -m x")
                    .commits(),
            State.of("an index of the user's own, and a migration that no index has")
                    .given("migration 002 001; code; GIT_INDEX_FILE=.git/own git read-tree HEAD")
                    .when("export GIT_INDEX_FILE=.git/own; git add app.txt; git commit -q -m x")
                    .stops(FORGOTTEN));

    private CommitStates() {}
}
