package dev.migtrue.hook.matrix;

import java.util.List;

/** Repositories in forms that not every reader of git's files knows: what is said of them is what is said of plain ones. */
final class PlumbingStates {

    private static final String FORGOTTEN = "error untracked-migration 002";
    private static final String SHA_256 = """
            rm -rf .git
            git init -q --template= -b main --object-format=sha256
            commit start
            """;
    private static final String SPARSE = """
            mkdir docs
            : > docs/a
            migration 002 001
            commit
            git sparse-checkout set --cone --sparse-index docs
            """;

    static final List<State> ALL = List.of(
            State.of("split index, complete")
                    .given("git update-index --split-index; migration 002 001; code; git add .")
                    .checked()
                    .when("git commit -q -m x")
                    .commits()
                    .checkedAfter(),
            State.of("split index, code without its migration")
                    .given("git update-index --split-index; migration 002 001; code; git add app.txt")
                    .checked(FORGOTTEN)
                    .when("git commit -m x")
                    .stops(FORGOTTEN),
            State.of("split index, -a leaves what is untracked")
                    .given("git config core.splitIndex true; git update-index --split-index; migration 002 001; code")
                    .checked(FORGOTTEN)
                    .when("git commit -a -m x")
                    .stops(FORGOTTEN),
            State.of("split index, a path only")
                    .given("git update-index --split-index; migration 002 001; git add .; code")
                    .checked()
                    .when("git commit -q -m x app.txt")
                    .commits(),
            State.of("split index, a part of a migration staged")
                    .given("""
                            wide 002 001 1 2
                            commit
                            git update-index --split-index
                            wide 002 001 3 4
                            printf 'y\\nn\\n' | git add -p
                            """)
                    .checked("warning partly-staged-migration 002")
                    .when("git commit -m x")
                    .commits("warning partly-staged-migration 002"),
            State.of("split index, ignored migration")
                    .given(
                            "git update-index --split-index; migration 002 001; echo '002*' > .gitignore; code; git add .")
                    .checked("error ignored-migration 002")
                    .when("git commit -m x")
                    .stops("error ignored-migration 002"),
            State.of("sparse index, migrations outside the cone")
                    .given(SPARSE + "code")
                    .checked()
                    .when("[ ! -e migrations ]; git commit -q -a -m x")
                    .commits()
                    .checkedAfter(),
            State.of("sparse index, a new migration written outside the cone")
                    .given(SPARSE + "migration 003 002; code")
                    .checked("error untracked-migration 003")
                    .when("git commit -a -m x")
                    .stops("error untracked-migration 003"),
            State.of("sparse index, a new migration added outside the cone with a broken chain")
                    .given(SPARSE + "migration 003 000; git add --sparse .")
                    .checked("error dangling-parent 003")
                    .when("git commit -m x")
                    .stops("error dangling-parent 003"),
            State.of("SHA-256, complete")
                    .given(SHA_256 + "migration 002 001; code; git add .")
                    .checked()
                    .when("git commit -q -m x")
                    .commits()
                    .checkedAfter(),
            State.of("SHA-256, code without its migration")
                    .given(SHA_256 + "migration 002 001; code")
                    .checked(FORGOTTEN)
                    .when("git commit -a -m x")
                    .stops(FORGOTTEN),
            State.of("SHA-256, a part of a migration staged")
                    .given(SHA_256 + "wide 002 001 1 2; commit; wide 002 001 3 2; git add .; wide 002 001 3 4")
                    .checked("warning partly-staged-migration 002")
                    .when("git commit -m x")
                    .commits("warning partly-staged-migration 002"),
            State.of("SHA-256, ignored migration")
                    .given(SHA_256 + "migration 002 001; echo '002*' > .gitignore; code; git add .")
                    .checked("error ignored-migration 002")
                    .when("git commit -m x")
                    .stops("error ignored-migration 002"),
            State.of("SHA-256, checkout with \\r\\n by core.autocrlf")
                    .given(SHA_256 + """
                            git config core.autocrlf true
                            rm -r migrations
                            git checkout -q -- .
                            code
                            touch $(file 001)
                            """)
                    .checked()
                    .when("git commit -q -a -m x")
                    .commits(),
            State.of("SHA-256, merge that leaves two heads")
                    .given(SHA_256 + """
                            git checkout -q -b theirs; migration 002 001; commit
                            git checkout -q main; migration 003 001; commit
                            """)
                    .checked()
                    .when("git merge theirs")
                    .stops("error multiple-heads 003"),
            State.of("SHA-256, push of a broken chain")
                    .given(SHA_256 + """
                            git init -q --bare --object-format=sha256 ../remote.git
                            git push -q ../remote.git main
                            migration 002 000
                            commit
                            """)
                    .when("git push ../remote.git main")
                    .stops("error dangling-parent 002"),
            State.of("SHA-256 in a linked worktree, code without its migration")
                    .given(SHA_256 + "git worktree add -q -b other ../linked; cd ../linked; migration 002 001; code")
                    .in("../linked")
                    .checked(FORGOTTEN)
                    .when("git commit -a -m x")
                    .stops(FORGOTTEN));

    private PlumbingStates() {}
}
