package dev.migtrue.gather.git;

import static dev.migtrue.testing.Shell.quoted;

import dev.migtrue.testing.Shell;
import dev.migtrue.testing.TestRepository;
import java.util.ArrayList;
import java.util.List;

/** A repository to which random things happen. Each is told, so that a failure can be played again by hand. */
final class RandomHistory {

    private static final List<String> IGNORE_FILES = List.of(
            ".gitignore",
            ".gitignore",
            "db/.gitignore",
            "db/migration/.gitignore",
            ".git/info/exclude",
            "../home/.config/git/ignore");
    private static final List<String> PATTERNS = List.of(
            "*.sql",
            "build/",
            "/db/migration/sub",
            "db/",
            "!V1*",
            "out",
            "a.sql",
            "**/V*",
            "*",
            "!*/",
            "!db/migration/**",
            "/migration",
            "[a-z]*",
            "\\!V2",
            "\\#V1",
            "# V1",
            " blanks\\ ",
            "V?__*",
            "db/**/V1*",
            "sub/",
            "!sub",
            "*\\*r?.sql",
            "\u00e9*",
            "tab\t.sql",
            "!/db",
            "migration/V1__a.sql");
    private static final List<String> ATTRIBUTES_FILES =
            List.of(".gitattributes", ".gitattributes", "db/.gitattributes", ".git/info/attributes");
    private static final List<String> ATTRIBUTES = List.of(
            "* text=auto",
            "*.sql text",
            "*.sql -text",
            "*.sql eol=crlf",
            "* text=auto eol=lf",
            "V* ident",
            "*.sql binary",
            "[attr]q text\n*.sql q",
            "db/** !text",
            "*.sql crlf=input",
            "\"db/migration/tab\\t.sql\" text");
    private static final List<String> ADDS = List.of("add -A", "add -u", "add -f .", "add .");
    private static final List<String> ADDS_OF_ONE =
            List.of("add -f --", "add -N --", "add -fN --", "add --chmod=+x --");
    private static final List<String> REMOVALS =
            List.of("rm -rq --cached --", "rm -rqf --", "reset -q --", "checkout -q --");
    private static final List<String> COMMITS = List.of(
            "commit -qm x",
            "commit -qm x",
            "commit -qam x",
            "commit -q --amend --allow-empty -m y",
            "commit -qm x -- db");
    private static final List<String> CHECKOUTS = List.of(
            "checkout -q -f main",
            "checkout -q main",
            "checkout -q -b other",
            "checkout -q -f other",
            "checkout -q --detach",
            "checkout -q -f HEAD~1",
            "checkout -q other -- db",
            "branch -f other");
    private static final List<String> JOINS = List.of(
            "merge -q other",
            "merge -q main",
            "merge -q --squash other",
            "merge --abort",
            "cherry-pick main",
            "cherry-pick other",
            "cherry-pick --abort",
            "revert --no-edit HEAD",
            "revert --abort",
            "rebase -q other",
            "rebase --skip",
            "rebase --abort");
    private static final List<String> STASHES =
            List.of("stash -q", "stash -q -u", "stash -q -k", "stash -q -a", "stash pop -q", "stash pop -q --index");
    private static final List<String> RESETS = List.of(
            "reset -q --hard",
            "reset -q",
            "reset -q --soft HEAD~1",
            "reset -q --mixed HEAD~1",
            "reset -q --hard HEAD~1",
            "reset -q --merge",
            "clean -fdq",
            "clean -fdxq",
            "read-tree HEAD",
            "gc -q",
            "pack-refs --all",
            "update-index --refresh");
    private static final List<String> MARKS = List.of(
            "--skip-worktree",
            "--no-skip-worktree",
            "--assume-unchanged",
            "--no-assume-unchanged",
            "--chmod=+x",
            "--force-remove");
    private static final List<String> SPARSE = List.of(
            "set --cone db/migration",
            "set --cone build",
            "set --no-cone '/*' '!V1*'",
            "set --no-cone '*.sql'",
            "add db",
            "reapply",
            "reapply --sparse-index",
            "reapply --no-sparse-index",
            "disable",
            "disable");
    private static final List<String> SETTINGS = List.of(
            "update-index --index-version 2",
            "update-index --index-version 3",
            "update-index --index-version 4",
            "config index.version 4",
            "update-index --split-index",
            "update-index --no-split-index",
            "config core.fileMode false",
            "config core.symlinks true",
            "config core.precomposeUnicode true",
            "config core.quotePath false",
            "config index.skipHash true",
            "update-index --untracked-cache",
            "config core.untrackedCache true",
            "config status.showUntrackedFiles no");
    private static final List<String> NESTED =
            List.of("init -q --template= db/nested", "-C db/nested commit -q --allow-empty -m z", "add db/nested");

    private final TestRepository repository;
    private final Shell shell;
    private final Chance chance;
    private final Conversion conversion;
    private final List<String> told = new ArrayList<>();
    private final RandomFiles files;

    /** Whether git is told to turn line ends. */
    enum Conversion {
        /** Never: what git trusts without reading it is then what it would find if it read it. */
        NONE,
        /**
         * Now and then. As git goes on trusting what it stored by the rules of yesterday, all files are touched in the
         * end, so that they are compared by today's.
         */
        CHANGING
    }

    RandomHistory(TestRepository repository, Shell shell, Chance chance, Conversion conversion) {
        this.repository = repository;
        this.shell = shell;
        this.chance = chance;
        this.conversion = conversion;
        this.files = new RandomFiles(repository, chance, told);
    }

    TestRepository repository() {
        return repository;
    }

    void advance(int steps) {
        for (int step = 0; step < steps; step++) {
            something();
        }
        if (conversion == Conversion.CHANGING) {
            files.touchAll();
        }
    }

    @Override
    public String toString() {
        return String.join("\n  ", told);
    }

    private void something() {
        switch (chance.below(25)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> files.change();
            case 8, 9 -> files.write(chance.any(IGNORE_FILES), lines(PATTERNS));
            case 10 -> convert();
            case 11, 12 -> git(chance.any(ADDS));
            case 13, 14 -> git(chance.any(ADDS_OF_ONE), files.path());
            case 15 -> git(chance.any(REMOVALS), files.path());
            case 16 -> git(chance.any(COMMITS));
            case 17 -> git("mv -kf --", files.path(), files.path());
            case 18 -> git(chance.any(CHECKOUTS));
            case 19 -> git(chance.any(JOINS));
            case 20 -> git(chance.any(STASHES));
            case 21 -> git(chance.any(RESETS));
            case 22 -> git("update-index " + chance.any(MARKS), files.path());
            case 23 -> git("sparse-checkout " + chance.any(SPARSE));
            default -> unusual();
        }
    }

    private void unusual() {
        switch (chance.below(4)) {
            case 0, 1 -> git(chance.any(SETTINGS));
            case 2 -> git(chance.any(NESTED));
            default -> files.write("db/nested/V5__e.sql", "select 5;\n");
        }
    }

    private void convert() {
        if (conversion == Conversion.CHANGING && chance.isOneIn(3)) {
            git("config core.autocrlf " + chance.any(List.of("true", "false", "input")));
        } else if (conversion == Conversion.CHANGING) {
            files.write(chance.any(ATTRIBUTES_FILES), lines(ATTRIBUTES));
        } else {
            // Another content in the index than on disk.
            String content = chance.any(List.of("staged", "select 1;"));
            sh("git update-index --add --cacheinfo 100644,$(echo '%s' | git hash-object -w --stdin),%s"
                    .formatted(content, quoted(files.path())));
        }
    }

    private String lines(List<String> choices) {
        return chance.any(choices) + "\n" + chance.any(choices) + "\n";
    }

    private void git(String command, String... paths) {
        List<String> words = new ArrayList<>(List.of("git", command));
        for (String path : paths) {
            words.add(quoted(path));
        }
        sh(String.join(" ", words));
    }

    /** Much of this is refused, depending on what came before; then nothing happened. */
    private void sh(String command) {
        told.add(command);
        shell.run(command);
    }
}
