package dev.migtrue.hook.matrix;

import java.util.List;

/** What an index can hold besides files, how it can be written, and what git is told not to look at. */
final class IndexStates {

    private static final String FORGOTTEN = "error untracked-migration 002";

    static final List<State> ALL = List.of(
            State.of("intent to add, left behind")
                    .given("migration 002 001; git add -N .; code; git add app.txt")
                    .checked(FORGOTTEN)
                    .when("git commit -m x")
                    .stops(FORGOTTEN),
            State.of("skip-worktree, gone from disk")
                    .given("""
                            migration 002 001
                            commit
                            git update-index --skip-worktree $(file 002)
                            rm $(file 002)
                            code
                            """)
                    .checked()
                    .when("git commit -q -a -m x")
                    .commits()
                    .checkedAfter(),
            State.of("skip-worktree, edited on disk")
                    .given("""
                            migration 002 001
                            commit
                            git update-index --skip-worktree $(file 002)
                            migration 002 000
                            code
                            """)
                    .checked("error dangling-parent 002")
                    .when("git commit -q -a -m x")
                    .commits(),
            State.of("intent to add and skip-worktree, gone from disk")
                    .given("""
                            migration 002 001
                            git add -N .
                            git update-index --skip-worktree $(file 002)
                            rm $(file 002)
                            code
                            """)
                    .checked()
                    .when("git commit -q -a -m x")
                    .commits(),
            State.of("assume-unchanged, gone from disk")
                    .given("""
                            migration 002 001
                            commit
                            git update-index --assume-unchanged $(file 002)
                            rm $(file 002)
                            code
                            """)
                    .checked()
                    .when("git commit -q -a -m x")
                    .commits(),
            State.of("assume-unchanged, edited on disk")
                    .given("""
                            wide 002 001 1 2
                            commit
                            git update-index --assume-unchanged $(file 002)
                            wide 002 001 3 4
                            code
                            """)
                    .checked()
                    .when("git commit -q -a -m x")
                    .commits(),
            State.of("sparse checkout in cone mode, migrations outside the cone")
                    .given("""
                            mkdir docs
                            : > docs/a
                            migration 002 001
                            commit
                            git sparse-checkout set --cone docs
                            code
                            """)
                    .checked()
                    .when("[ ! -e migrations ]; git commit -q -a -m x")
                    .commits()
                    .checkedAfter(),
            State.of("sparse checkout in cone mode, a new migration written outside the cone")
                    .given("""
                            mkdir docs
                            : > docs/a
                            commit
                            git sparse-checkout set --cone docs
                            migration 002 001
                            code
                            """)
                    .checked(FORGOTTEN)
                    .when("git commit -a -m x")
                    .stops(FORGOTTEN),
            State.of("sparse checkout by patterns, one migration left out")
                    .given("""
                            migration 002 001
                            commit
                            git sparse-checkout set --no-cone '/*' '!001*'
                            code
                            migration 003 002
                            git add .
                            """)
                    .checked()
                    .when("[ ! -e $(file 001) ]; git commit -q -m x")
                    .commits()
                    .checkedAfter(),
            State.of("sparse checkout by patterns, a broken chain")
                    .given("""
                            migration 002 001
                            commit
                            git sparse-checkout set --no-cone '/*' '!001*'
                            migration 003 000
                            git add .
                            """)
                    .checked("error dangling-parent 003")
                    .when("git commit -m x")
                    .stops("error dangling-parent 003"),
            State.of("index version 4, complete")
                    .given("migration 002 001; git add .; git update-index --index-version 4")
                    .checked()
                    .when("git commit -q -m x")
                    .commits()
                    .checkedAfter(),
            State.of("index version 4, code without its migration")
                    .given("git update-index --index-version 4; migration 002 001; code")
                    .checked(FORGOTTEN)
                    .when("git commit -a -m x")
                    .stops(FORGOTTEN),
            State.of("untracked cache")
                    .given("git update-index --untracked-cache; git status -s; migration 002 001; code")
                    .checked(FORGOTTEN)
                    .when("git commit -a -m x")
                    .stops(FORGOTTEN),
            State.of("an index without a checksum")
                    .given("git config index.skipHash true; migration 002 001; code; git add app.txt")
                    .checked(FORGOTTEN)
                    .when("git commit -m x")
                    .stops(FORGOTTEN),
            State.of("everything taken out of the index")
                    .given("migration 002 001; commit; git rm -rq --cached migrations")
                    .checked("error untracked-migration 001", FORGOTTEN)
                    .when("git commit -m x")
                    .stops("error untracked-migration 001", FORGOTTEN));

    private IndexStates() {}
}
