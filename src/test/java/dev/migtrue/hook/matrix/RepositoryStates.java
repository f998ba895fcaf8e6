package dev.migtrue.hook.matrix;

import java.util.List;

/** Where a repository can lie, what it can lack, and how git can be told of it. */
final class RepositoryStates {

    private static final String FORGOTTEN = "error untracked-migration 002";
    private static final String LIBRARY = """
            git init -q --template= -b main ../library
            (cd ../library; start)
            git -c protocol.file.allow=always submodule --quiet add ../library library
            """;
    private static final String UPSTREAM = """
            migration 002 001; commit; code two; commit
            git checkout -q -b side; code side; commit; git checkout -q main
            git config uploadpack.allowFilter true
            """;

    static final List<State> ALL = List.of(
            State.of("linked worktree, another branch, complete")
                    .given("""
                            git worktree add -q -b other ../linked
                            cd ../linked
                            migration 002 001
                            code
                            git add .
                            """)
                    .in("../linked")
                    .checked()
                    .when("git commit -q -m x")
                    .commits()
                    .checkedAfter(),
            State.of("linked worktree, code without its migration")
                    .given("git worktree add -q -b other ../linked; cd ../linked; migration 002 001; code")
                    .in("../linked")
                    .checked(FORGOTTEN)
                    .when("git commit -a -m x")
                    .stops(FORGOTTEN),
            State.of("linked worktree, a path only")
                    .given("""
                            git worktree add -q -b other ../linked
                            cd ../linked
                            migration 002 001
                            git add .
                            code
                            """)
                    .in("../linked")
                    .when("git commit -q -m x app.txt")
                    .commits(),
            State.of("main worktree, while a linked one has other migrations")
                    .given("""
                            git worktree add -q -b other ../linked
                            (cd ../linked; migration 003 000; commit)
                            code
                            """)
                    .checked()
                    .when("git commit -q -a -m x")
                    .commits(),
            State.of("linked worktree inside the main one")
                    .given("""
                            git worktree add -q -b other linked
                            (cd linked; migration 003 000)
                            mkdir -p .git/info
                            echo linked > .git/info/exclude
                            code
                            """)
                    .checked()
                    .when("git commit -q -a -m x")
                    .commits(),
            State.of("sub-folder, complete")
                    .given("mkdir sub; migration 002 001; code; git add .")
                    .in("sub")
                    .checked()
                    .when("git commit -q -m x")
                    .commits()
                    .checkedAfter(),
            State.of("sub-folder, code without its migration")
                    .given("mkdir sub; : > sub/one; migration 002 001; git add sub")
                    .in("sub")
                    .checked(FORGOTTEN)
                    .when("git commit -m x")
                    .stops(FORGOTTEN),
            State.of("--git-dir and --work-tree from elsewhere")
                    .given("migration 002 001; code")
                    .checked(FORGOTTEN)
                    .when("top=$PWD; cd ..; git --git-dir=\"$top/.git\" --work-tree=\"$top\" commit -a -m x")
                    .stops(FORGOTTEN),
            State.of("GIT_DIR and GIT_WORK_TREE, complete")
                    .given("migration 002 001; code; git add .")
                    .when("export GIT_DIR=\"$PWD/.git\" GIT_WORK_TREE=\"$PWD\"; cd ..; git commit -q -m x")
                    .commits()
                    .checkedAfter(),
            State.of("a bare repository with a work tree given, code without its migration")
                    .given("mv .git ../bare.git; git --git-dir=../bare.git config core.bare true\n"
                            + "ln -s ../bare.git .git; migration 002 001; code")
                    .when("export GIT_DIR=\"$PWD/../bare.git\" GIT_WORK_TREE=\"$PWD\"; installed; git commit -a -m x")
                    .stops(FORGOTTEN),
            State.of("a bare repository with a work tree given, complete")
                    .given("mv .git ../bare.git; git --git-dir=../bare.git config core.bare true\n"
                            + "ln -s ../bare.git .git; migration 002 001; code; git --work-tree=. add .")
                    .when("export GIT_DIR=\"$PWD/../bare.git\" GIT_WORK_TREE=\"$PWD\"; installed; git commit -q -m x")
                    .commits(),
            State.of("core.worktree elsewhere")
                    .given("""
                            migration 002 001
                            code
                            mv .git ../elsewhere.git
                            git --git-dir=../elsewhere.git config core.worktree "$PWD"
                            echo "gitdir: ../elsewhere.git" > .git
                            """)
                    .checked(FORGOTTEN)
                    .when("git commit -a -m x")
                    .stops(FORGOTTEN),
            State.of("inside a submodule, code without its migration")
                    .given(LIBRARY + "commit; cd library; migration 002 001; code")
                    .in("library")
                    .checked(FORGOTTEN)
                    .when("git commit -a -m x")
                    .stops(FORGOTTEN),
            State.of("inside a submodule, complete")
                    .given(LIBRARY + "commit; cd library; migration 002 001; code; git add .")
                    .in("library")
                    .checked()
                    .when("git commit -q -m x")
                    .commits(),
            State.of("a submodule's new commit, committed above it")
                    .given(LIBRARY + "commit; (cd library; migration 002 001; commit); git add library")
                    .checked()
                    .when("git commit -q -m x")
                    .commits(),
            State.of("a submodule whose migrations are not committed, seen from above")
                    .given(LIBRARY + "commit; (cd library; migration 002 000); code")
                    .checked()
                    .when("git commit -q -a -m x")
                    .commits(),
            State.of("a submodule that was never fetched")
                    .given(LIBRARY + "commit; git submodule --quiet deinit -f library; code")
                    .checked()
                    .when("git commit -q -a -m x")
                    .commits(),
            State.of("shallow clone, complete")
                    .given(UPSTREAM + """
                            git clone -q --depth 1 "file://$PWD" ../clone
                            cd ../clone
                            migration 003 002
                            git add .
                            """)
                    .in("../clone")
                    .checked()
                    .when("git commit -q -m x")
                    .commits()
                    .checkedAfter(),
            State.of("shallow clone, code without its migration")
                    .given(UPSTREAM + """
                            git clone -q --depth 1 "file://$PWD" ../clone
                            cd ../clone
                            migration 003 002
                            code
                            """)
                    .in("../clone")
                    .checked("error untracked-migration 003")
                    .when("git commit -a -m x")
                    .stops("error untracked-migration 003"),
            State.of("single-branch clone")
                    .given(UPSTREAM + """
                            git clone -q --single-branch -b side "file://$PWD" ../clone
                            cd ../clone
                            migration 003 002
                            code
                            """)
                    .in("../clone")
                    .checked("error untracked-migration 003")
                    .when("git commit -a -m x")
                    .stops("error untracked-migration 003"),
            State.of("partial clone without old contents")
                    .given(UPSTREAM + """
                            git clone -q --filter=blob:none "file://$PWD" ../clone
                            cd ../clone
                            migration 003 002
                            code
                            """)
                    .in("../clone")
                    .checked("error untracked-migration 003")
                    .when("git commit -a -m x")
                    .stops("error untracked-migration 003"),
            State.of("objects borrowed from another repository")
                    .given(UPSTREAM + "git clone -q --shared . ../clone; cd ../clone; migration 003 002; code")
                    .in("../clone")
                    .checked("error untracked-migration 003")
                    .when("git commit -a -m x")
                    .stops("error untracked-migration 003"),
            State.of("everything packed")
                    .given("migration 002 001; commit; git gc -q; git pack-refs --all; migration 003 002; code")
                    .checked("error untracked-migration 003")
                    .when("git commit -a -m x")
                    .stops("error untracked-migration 003"),
            State.of("before the first commit")
                    .given("git checkout -q --orphan fresh; git rm -rq --cached .; git add app.txt")
                    .checked("error untracked-migration 001")
                    .when("git commit -m x")
                    .stops("error untracked-migration 001"),
            State.of("detached HEAD")
                    .given("git checkout -q --detach; migration 002 001; code")
                    .checked(FORGOTTEN)
                    .when("git commit -a -m x")
                    .stops(FORGOTTEN));

    private RepositoryStates() {}
}
