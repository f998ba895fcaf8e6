package dev.migtrue.gather.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.RepoPath;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer is compared with what {@code git check-ignore -v} says of the same path. */
class IgnoreRulesTest {

    private static final List<String> PATHS = List.of(
            "a",
            "b",
            "ab",
            "a.sql",
            "A.sql",
            "x y",
            "foo",
            "foo.bar",
            "é.sql",
            "[a]",
            "#a",
            "!a",
            "a\\b",
            "a*",
            "db/V1__a.sql",
            "db/v2.sql",
            "db/migration/V1__a.sql",
            "db/migration/sub/V2__b.sql",
            "db/migration/sub/deep/er/V3.sql",
            "foo/bar",
            "foo/bar/baz",
            "foox/bar",
            "foox/y/bar",
            "a/b",
            "a/b/c",
            "a/x/b",
            "a/x/y/b",
            "b/a",
            "build/out/db/V1.sql",
            "sub/a",
            "sub/b/a.sql");

    private TestRepository repository;

    @BeforeEach
    void makeRepository(@TempDir Path folder) {
        repository = TestRepository.in(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "/a",
                "a/",
                "*.sql",
                "*",
                "**",
                "/*",
                "/**",
                "*/",
                "db/",
                "db",
                "/db",
                "db/migration",
                "db/*",
                "db/**",
                "db/**/",
                "**/db",
                "**/migration/",
                "db/**/V2__b.sql",
                "**/V*",
                "**/sub/**",
                "a/**/b",
                "a/*/b",
                "foo**/bar",
                "foo*/bar",
                "**foo/bar",
                "foo/**bar",
                "/foo/bar",
                "foo/bar/",
                "./a",
                "a//b",
                "V1__?.sql",
                "[ab]",
                "[!a]",
                "[^a]",
                "[a-b]*",
                "[[:alpha:]]",
                "[[:upper:]]*",
                "[]a]",
                "[a",
                "[[:nonsense:]]",
                "\\[a\\]",
                "\\#a",
                "\\!a",
                "#a",
                "!a",
                "a\\\\b",
                "a\\b",
                "a\\",
                "a\\*",
                "x y",
                "x\\ y",
                "a ",
                "a\\ ",
                "a   ",
                " a",
                "a\t",
                "?.sql",
                "??.sql",
                "é.sql",
                "[é].sql",
                "a.sql\r",
                "*a*b*",
                "",
                "/",
                "//",
                "!",
                "***",
                "a/***/b"
            })
    void agreesWithGitOnAPattern(String pattern) {
        repository.write(".gitignore", pattern + "\n");

        assertAgreement();
    }

    @Test
    void takesTheLastRuleThatMatches() {
        repository.write(".gitignore", "*.sql\n!V1*\nV1__a.sql\n!db/migration/V1__a.sql\n");

        assertAgreement();
    }

    @Test
    void cannotTakeBackWhatLiesInAnIgnoredFolder() {
        repository
                .write(".gitignore", "db/\n!db/migration/\n!db/migration/V1__a.sql\n")
                .write("db/.gitignore", "!*\n");

        assertThat(ignored(List.of("db/migration/V1__a.sql")))
                .containsEntry("db/migration/V1__a.sql", new IgnoreRule(".gitignore", 1, "db/"));
        assertAgreement();
    }

    @Test
    void prefersTheNearestFileThenTheRepositorysThenTheUsers() {
        repository
                .write("../home/.config/git/ignore", "a\nb\n*.sql\nfoo\n")
                .write(".git/info/exclude", "# local\n!a\n/b\n!V1__a.sql\n")
                .write(".gitignore", "foo/bar\n!foo\n")
                .write("db/.gitignore", "migration/sub\n")
                .write("db/migration/.gitignore", "!V1__a.sql\n/sub/V2__b.sql\n");

        assertAgreement();
    }

    @Test
    void findsTheUsersFileWhereTheConfigurationSays() {
        repository
                .write("../home/.gitconfig", "[core]\n\texcludesFile = ~/my ignores\n")
                .write("../home/my ignores", "*.sql\n");

        assertThat(ignored(List.of("a.sql")))
                .containsEntry(
                        "a.sql",
                        new IgnoreRule(repository.home().resolve("my ignores").toString(), 1, "*.sql"));
        assertAgreement();
    }

    @Test
    void readsRulesAfterAByteOrderMarkAndWithAnyLineEnds() {
        repository.write(".gitignore", "\ufeffa\r\n\r\nb\r\n*.sql");

        assertAgreement();
    }

    @Test
    void doesNotFollowAnIgnoreFileThatIsALink() {
        repository.write("rules", "*.sql\n").link(".gitignore", "rules");

        assertAgreement();
    }

    @Test
    void ignoresCaseWhereGitDoes() {
        repository.git("config", "core.ignoreCase", "true");
        repository.write(".gitignore", "*.SQL\nFOO/[B]ar\nDb/v1*\n[[:upper:]]\n[A-B]b\n");

        assertAgreement();
    }

    @Test
    void neverCallsATrackedFileIgnored() {
        repository
                .ignore("*.sql")
                .write("a.sql", "")
                .stageForced("a.sql")
                .write("db/v2.sql", "")
                .git("add", "--force", "--intent-to-add", "db/v2.sql");

        assertThat(ignored(List.of("a.sql", "db/v2.sql", "A.sql"))).containsOnlyKeys("A.sql");
        assertAgreement();
    }

    @Test
    void readsRulesThatASparseCheckoutLeftOut() {
        repository
                .write("db/.gitignore", "V1*\n")
                .write("sub/keep", "")
                .stage("db", "sub")
                .commit("one")
                .git("sparse-checkout", "set", "--no-cone", "sub");
        assertThat(repository.path("db")).doesNotExist();

        assertThat(ignored(List.of("db/V1__a.sql"))).containsOnlyKeys("db/V1__a.sql");
        assertAgreement();
    }

    @Test
    void agreesWithGitOnRandomRules() {
        // The others would be folders here, because of the files of rules in them.
        List<String> files = PATHS.stream()
                .filter(path -> !List.of("a", "db").contains(path))
                .toList();
        for (long seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            for (String file : List.of(".gitignore", "a/.gitignore", "db/migration/.gitignore", ".git/info/exclude")) {
                repository.write(file, randomRules(random));
            }

            assertThat(ignored(files)).as("seed %d", seed).isEqualTo(ignoredByGit(files));
        }
    }

    private static String randomRules(Random random) {
        List<String> pieces = List.of(
                "a",
                "b",
                "V1",
                "foo",
                "bar",
                "db",
                "migration",
                "sub",
                "*",
                "*",
                "**",
                "?",
                "/",
                "/",
                "/",
                "[a-f]",
                "[!b]",
                "[[:alpha:]_.]",
                "\\",
                ".sql",
                " ",
                "é",
                "__",
                "[",
                "]",
                "-",
                "[:digit:]",
                "[^",
                "[:");
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(line -> (random.nextInt(4) == 0 ? "!" : "")
                        + IntStream.rangeClosed(0, random.nextInt(6))
                                .mapToObj(piece -> pieces.get(random.nextInt(pieces.size())))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private void assertAgreement() {
        assertThat(ignored(PATHS)).isEqualTo(ignoredByGit(PATHS));
    }

    private Map<String, IgnoreRule> ignored(List<String> paths) {
        try (Opened opened = Opened.of(repository)) {
            Map<String, IgnoreRule> ignored = new TreeMap<>();
            paths.forEach(path ->
                    opened.repository().ignoredBy(new RepoPath(path)).ifPresent(rule -> ignored.put(path, rule)));
            return ignored;
        }
    }

    private Map<String, IgnoreRule> ignoredByGit(List<String> paths) {
        String input = paths.stream().map(path -> path + "\0").collect(Collectors.joining());
        TestRepository.Run run = repository.execute(input, "check-ignore", "-v", "-z", "--stdin");
        assertThat(run.exitCode()).as(run.errors()).isLessThan(2);
        Map<String, IgnoreRule> ignored = new TreeMap<>();
        Iterator<String> fields = Stream.of(run.output().split("\0", -1)).iterator();
        for (String file = fields.next(); fields.hasNext(); file = fields.next()) {
            IgnoreRule rule = new IgnoreRule(file, Integer.parseInt(fields.next()), fields.next());
            String path = fields.next();
            if (!rule.pattern().startsWith("!")) {
                ignored.put(path, rule);
            }
        }
        return ignored;
    }
}
