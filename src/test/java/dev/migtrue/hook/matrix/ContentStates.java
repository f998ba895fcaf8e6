package dev.migtrue.hook.matrix;

import java.util.List;

/** Files that are on disk other than git stores them, or that git does not see at all. */
final class ContentStates {

    private static final String CHECKED_OUT_ANEW =
            "rm -r migrations; git checkout -q -- .; grep -q \"$(printf '\\r')\" $(file 001)\n";
    private static final String IGNORED = "error ignored-migration 002";

    static final List<State> ALL = List.of(
            State.of("checkout with \\r\\n by core.autocrlf")
                    .given("migration 002 001; commit; git config core.autocrlf true; " + CHECKED_OUT_ANEW
                            + "code; touch $(file 002)")
                    .checked()
                    .when("git commit -q -a -m x")
                    .commits()
                    .checkedAfter(),
            State.of("checkout with \\r\\n by core.autocrlf, a migration left behind")
                    .given("git config core.autocrlf true; " + CHECKED_OUT_ANEW + "migration 002 001; code")
                    .checked("error untracked-migration 002")
                    .when("git commit -a -m x")
                    .stops("error untracked-migration 002"),
            State.of("checkout with \\r\\n by an attribute")
                    .given("""
                            migration 002 001
                            echo '*.py text eol=crlf' > .gitattributes
                            commit
                            """ + CHECKED_OUT_ANEW + """
                            code
                            touch $(file 002)
                            """)
                    .checked()
                    .when("git commit -q -a -m x")
                    .commits()
                    .checkedAfter(),
            State.of("checkout with \\r\\n, a migration edited for real")
                    .given("""
                            wide 002 001 1 2
                            commit
                            git config core.autocrlf true
                            """ + CHECKED_OUT_ANEW + """
                            wide 002 001 3 2
                            sed -i 's/$/\\r/' $(file 002)
                            git add .
                            wide 002 001 3 4
                            sed -i 's/$/\\r/' $(file 002)
                            """)
                    .checked("warning partly-staged-migration 002")
                    .when("git commit -m x")
                    .commits("warning partly-staged-migration 002"),
            State.of("ignored by the repository")
                    .given("migration 002 001; echo '002*' > .gitignore; code; git add .")
                    .checked(IGNORED)
                    .when("git commit -m x")
                    .stops(IGNORED),
            State.of("ignored by this clone")
                    .given("mkdir -p .git/info; migration 002 001; echo '002*' > .git/info/exclude; code")
                    .checked(IGNORED)
                    .when("git commit -a -m x")
                    .stops(IGNORED),
            State.of("ignored by the user")
                    .given("""
                            migration 002 001
                            echo '002*' > ~/ignore
                            git config core.excludesFile ~/ignore
                            code
                            """)
                    .checked(IGNORED)
                    .when("git commit -a -m x")
                    .stops(IGNORED),
            State.of("ignored by the user's usual file")
                    .given("""
                            migration 002 001
                            mkdir -p ~/.config/git
                            echo 'versions/' > ~/.config/git/ignore
                            code
                            """)
                    .checked(IGNORED)
                    .when("git commit -a -m x")
                    .stops(IGNORED),
            State.of("ignored as a whole folder")
                    .given("""
                            git rm -q $(file 001)
                            commit
                            migration 002
                            echo '/migrations/' > .gitignore
                            code
                            git add .
                            """)
                    .checked(IGNORED)
                    .when("git commit -m x")
                    .stops(IGNORED),
            State.of("ignored, and added all the same")
                    .given("""
                            migration 002 001
                            echo '002*' > .gitignore
                            code
                            git add .
                            git add -f $(file 002)
                            """)
                    .checked()
                    .when("git commit -q -m x")
                    .commits()
                    .checkedAfter(),
            State.of("an LFS pointer in place of a migration")
                    .given("""
                            printf 'version https://git-lfs.github.com/spec/v1\\noid sha256:%064d\\nsize 12\\n' 1 > $(file 002)
                            code
                            git add .
                            """)
                    .checked("unread 002")
                    .when("git commit -q -m x")
                    .commits(),
            State.of("a migration that is a symbolic link")
                    .given("""
                            mkdir shared
                            migration 002 001
                            mv $(file 002) shared
                            ln -s ../../shared/002_step.py $(file 002)
                            code
                            git add .
                            """)
                    .checked("unread 002")
                    .when("git commit -q -m x")
                    .commits(),
            State.of("a folder of migrations that is a symbolic link")
                    .given("""
                            mkdir shared
                            mv migrations/versions shared
                            ln -s ../shared/versions migrations/versions
                            code
                            git add .
                            """)
                    .checked("unread versions")
                    .when("git commit -q -m x")
                    .commits());

    private ContentStates() {}
}
