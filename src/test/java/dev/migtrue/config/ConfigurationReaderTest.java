package dev.migtrue.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.config.DatabaseSettings.AddressReference;
import dev.migtrue.config.DatabaseSettings.Patience;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.DatabaseRole;
import dev.migtrue.model.DeclaredAbsence;
import dev.migtrue.model.DeclaredAbsence.Cause;
import dev.migtrue.model.DescribedTool;
import dev.migtrue.model.FileText;
import dev.migtrue.model.IdRange;
import dev.migtrue.model.Ignore;
import dev.migtrue.model.Level;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Severity;
import dev.migtrue.model.UsageException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {

    private static final String WHOLE = """
            base: main
            failOn: warning
            rules:
              orphaned-row: warning
              late-migration: off
            ignore:
              - rule: late-migration
                migration: 014
                reason: run by hand, see ticket 7
                until: 2026-12-31
                owner: ada
            squashed:
              - { ids: 001..013, reason: put into 014 }
            foreign:
              - { ids: billing_1, reason: billing works on the same table }
            databases:
              staging:
                urlEnv: STAGING_URL
                role: shared
                connectTimeout: 1500ms
                statementTimeout: 10s
                rules: { pending-migration: off }
              production: { urlFile: .secrets/production, role: protected, schema: app }
            systems:
              - { name: alembic, root: ./backend/, versionTable: app.alembic_version }
              - { name: flyway, root: . }
            hook:
              stages: [pre-commit]
              databases: [staging]
            """;

    @Test
    void everyKeyArrives() {
        Configuration read = Configurations.read(WHOLE);

        assertThat(read.base()).contains("main");
        assertThat(read.failOn()).contains(Severity.WARNING);
        assertThat(read.rules())
                .isEqualTo(Map.of(
                        new RuleId("applied-but-missing"), Level.WARNING, new RuleId("late-migration"), Level.OFF));
        assertThat(read.ignores())
                .containsExactly(new Ignore(
                        new RuleId("late-migration"),
                        new MigrationId("014"),
                        "run by hand, see ticket 7",
                        Optional.of(LocalDate.of(2026, 12, 31)),
                        Optional.of("ada")));
        assertThat(read.absences())
                .containsExactly(
                        new DeclaredAbsence(Cause.SQUASHED, IdRange.parse("001..013"), "put into 014"),
                        new DeclaredAbsence(
                                Cause.FOREIGN, IdRange.parse("billing_1"), "billing works on the same table"));
        assertThat(read.systems())
                .containsExactly(
                        new SystemSettings("alembic", new RepoPath("backend"), Optional.of("app.alembic_version")),
                        new SystemSettings("flyway", RepoPath.TOP, Optional.empty()));
        assertThat(read.hook())
                .isEqualTo(new HookSettings(Optional.of(List.of("pre-commit")), List.of(new DatabaseName("staging"))));
    }

    @Test
    void aDescribedToolArrives() {
        SystemSettings read = Configurations.read("""
                        systems:
                          - name: harbor
                            root: back
                            folders: [sql, ./more/]
                            tool: { files: '(?<key>.+)', key: text, order: lenient, table: a.t, lastRow: { key: k, flag: f, orderBy: o } }
                        """).systems().getFirst();

        assertThat(read.folders()).containsExactly(new RepoPath("back/sql"), new RepoPath("back/more"));
        assertThat(read.tool()).hasValueSatisfying(tool -> {
            assertThat(tool.files().pattern()).isEqualTo("(?<key>.+)");
            assertThat(tool.key()).isEqualTo(DescribedTool.KeyKind.TEXT);
            assertThat(tool.ordering()).isEqualTo(Ordering.LENIENT);
            assertThat(tool.table()).isEqualTo("a.t");
            assertThat(tool.rows()).isEqualTo(new DescribedTool.Rows.Last("k", "f", "o", Optional.empty()));
        });
    }

    @Test
    void anExpressionThatIsNoneIsRefused() {
        assertThat(Configurations.refusal(
                        "systems: [{name: harbor, root: ., folders: [a], tool: {files: '(?<key>[0-9', key: text, order: strict,"
                                + " table: t, pointer: {key: v}}}]"))
                .isEqualTo("migtrue.yaml:1:63: 'files': expected a regular expression with a group (?<key>…), found"
                        + " '(?<key>[0-9'");
    }

    @Test
    void databasesKeepTheirOrder() {
        Configuration read = Configurations.read(WHOLE);

        assertThat(read.databases().sequencedKeySet())
                .containsExactly(new DatabaseName("staging"), new DatabaseName("production"));
        assertThat(read.databases().sequencedValues())
                .containsExactly(
                        new DatabaseSettings(
                                new AddressReference.Variable("STAGING_URL"),
                                Optional.of(DatabaseRole.SHARED),
                                Optional.empty(),
                                Optional.empty(),
                                new Patience(Optional.of(Duration.ofMillis(1500)), Optional.of(Duration.ofSeconds(10))),
                                new LinkedHashMap<>(Map.of(new RuleId("pending-migration"), Level.OFF))),
                        new DatabaseSettings(
                                new AddressReference.File(".secrets/production"),
                                Optional.of(DatabaseRole.PROTECTED),
                                Optional.of("app"),
                                Optional.empty(),
                                Patience.USUAL,
                                new LinkedHashMap<>()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "# nothing yet\n",
                "---\n",
                "\uFEFF",
                "\uFEFF# nothing\r\n",
                "~",
                "null",
                "--- \n...\n",
                "{}"
            })
    void aFileThatSaysNothingIsAsGoodAsNone(String text) {
        assertThat(Configurations.read(text)).isEqualTo(Configuration.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFbase: main",
                "base: main\r\n",
                "---\nbase: main\n...\n",
                "%YAML 1.2\n---\nbase: main",
                "{\"base\": \"main\"}",
                "base: 'main'"
            })
    void theSameIsSaidInManyWays(String text) {
        assertThat(Configurations.read(text).base()).contains("main");
    }

    /** In YAML 1.1 they would be octal, a truth and a number without its last digit. */
    @Test
    void idsAreTakenAsTheyAreWritten() {
        assertThat(Configurations.read("""
                                foreign:
                                  - { ids: 010, reason: x }
                                  - { ids: 1.10, reason: x }
                                  - { ids: 0x1F, reason: x }
                                  - { ids: 1e3, reason: x }
                                  - { ids: no, reason: x }
                                """).absences())
                .extracting(absence -> absence.ids().toString())
                .containsExactly("010", "1.10", "0x1F", "1e3", "no");
    }

    @Test
    void aFileThatIsNoTextIsNamed() {
        assertThatThrownBy(() -> new ConfigurationReader(Configurations.vocabulary())
                        .read("migtrue.yaml", new FileText.Unreadable("it is not UTF-8 text")))
                .isInstanceOf(UsageException.class)
                .hasMessage("migtrue.yaml cannot be read: it is not UTF-8 text");
    }

    @Test
    void whateverTheTextItIsReadOrRefused() {
        Random random = new Random(7);
        String alphabet = "{}[]:,-?&*!|>'\"%@`#~ \n\t\r\0\uFEFF\u2028\ud83d\udc00aé0<";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(WHOLE);
            for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                int at = random.nextInt(Math.max(1, text.length() - 1));
                switch (random.nextInt(4)) {
                    case 0 -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    case 1 -> text.deleteCharAt(at).append('\n');
                    case 2 -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    default -> text.setLength(at + 2);
                }
            }
            assertReadOrRefused(text.toString(), round);
        }
    }

    @Test
    void noiseIsReadOrRefused() {
        Random random = new Random(11);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append((char) (random.nextInt(8) == 0 ? random.nextInt(0x10000) : random.nextInt(0x80)));
            }
            assertReadOrRefused(text.toString(), round);
        }
    }

    private static void assertReadOrRefused(String text, int round) {
        try {
            Configurations.read(text);
        } catch (UsageException refusal) {
            assertThat(refusal).hasMessageStartingWith("migtrue.yaml");
        } catch (RuntimeException | StackOverflowError fault) {
            throw new AssertionError("round " + round + ": " + text, fault);
        }
    }
}
