package dev.migtrue.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is said of each kind of mistake, word for word. */
class ConfigurationErrorsTest {

    /** A mistake and what is said of it; {@code |} stands for a line break, and {@code >} for a tab. */
    private record Mistake(String text, String said) {}

    @TestFactory
    Stream<DynamicTest> mistakesInKeysAndValues() {
        return tests(
                new Mistake("failon: note", ":1:1: unknown key 'failon'; did you mean 'failOn'?"),
                new Mistake(
                        "colour: red",
                        ":1:1: unknown key 'colour'; known here are base, failOn, promise, rules, ignore, squashed, foreign, databases, envFiles, systems, hook, snapshot, schema"),
                new Mistake("failOn: fatal", ":1:9: 'failOn': expected error, warning or note, found 'fatal'"),
                new Mistake(
                        "failOn: warnings",
                        ":1:9: 'failOn': expected error, warning or note, found 'warnings'; did you mean 'warning'?"),
                new Mistake("failOn:", ":1:8: 'failOn': expected error, warning or note, found nothing"),
                new Mistake("failOn: 3", ":1:9: 'failOn': expected error, warning or note, found '3'"),
                new Mistake("failOn: [error]", ":1:9: 'failOn': expected error, warning or note, found a list"),
                new Mistake("base: true", ":1:7: 'base': expected the name of a branch, found 'true'"),
                new Mistake("base: main branch", ":1:7: 'base': expected the name of a branch, found 'main branch'"),
                new Mistake(
                        "- base",
                        ":1:1: 'migtrue.yaml': expected keys with values: base, failOn, promise, rules, ignore, squashed, foreign, databases, envFiles, systems, hook, snapshot, schema, found a list"),
                new Mistake(
                        "just words",
                        ":1:1: 'migtrue.yaml': expected keys with values: base, failOn, promise, rules, ignore, squashed, foreign, databases, envFiles, systems, hook, snapshot, schema, found 'just words'"),
                new Mistake("rules: off", ":1:8: 'rules': expected rule ids with levels, found 'off'"),
                new Mistake(
                        "rules: {late-migraton: off}",
                        ":1:9: 'rules': expected the id of a rule, found 'late-migraton'; did you mean 'late-migration'?"),
                new Mistake(
                        "rules: {flying-migration: off}",
                        ":1:9: 'rules': expected the id of a rule, found 'flying-migration'"),
                new Mistake(
                        "rules: {late-migration: warn}",
                        ":1:25: 'late-migration': expected error, warning, note or off, found 'warn'"),
                new Mistake(
                        "rules: {late-migration: false}",
                        ":1:25: 'late-migration': expected error, warning, note or off, found 'false'"),
                new Mistake(
                        "ignore:|- rule: late-migration|  migration: 014|  reasons: x",
                        " has 2 errors\n  migtrue.yaml:2:3: an entry of 'ignore' needs the key 'reason'\n  migtrue.yaml:4:3: unknown key 'reasons'; did you mean 'reason'?"),
                new Mistake(
                        "ignore:|- {rule: late-migration, migration: 014, reason: '', until: 2026-02-30}",
                        " has 2 errors\n  migtrue.yaml:2:50: 'reason': expected a reason, found ''\n  migtrue.yaml:2:61: 'until': expected a day such as 2026-12-31, found '2026-02-30'"),
                new Mistake(
                        "ignore:|- {rule: late-migration, migration: 014, reason: x, until: soon}",
                        ":2:60: 'until': expected a day such as 2026-12-31, found 'soon'"),
                new Mistake(
                        "ignore: {rule: late-migration}",
                        ":1:9: 'ignore': expected a list of entries, found keys with values"),
                new Mistake(
                        "squashed:|- {ids: ..3, reason: x}",
                        ":2:9: 'ids': expected an id, or a first and a last one: 001..013, found '..3'"),
                new Mistake(
                        "foreign:|- {ids: [1, 2], reason: x}",
                        ":2:9: 'ids': expected an id, or a first and a last one: 001..013, found a list"),
                new Mistake("foreign:|- {ids: 4}", ":2:3: an entry of 'foreign' needs the key 'reason'"));
    }

    @TestFactory
    Stream<DynamicTest> mistakesInDatabasesSystemsAndHooks() {
        return tests(
                new Mistake("databases: {staging: {}}", ":1:22: a database needs urlEnv, urlFile or urlCommand"),
                new Mistake(
                        "databases: {staging: {urlEnv: A, urlFile: b}}",
                        ":1:22: a database takes only one of urlEnv, urlFile or urlCommand"),
                new Mistake(
                        "databases: {staging: {url: 'postgresql://me:s3cret@host/db'}}",
                        ":1:23: 'url' is not taken, as an address may hold a password: name a variable with 'urlEnv'"),
                new Mistake(
                        "databases: {staging: {urlEnv: 'postgresql://me:s3cret@host/db'}}",
                        ":1:31: 'urlEnv': expected the name of an environment variable, found an address, which is not shown as it may hold a password"),
                new Mistake(
                        "databases: {staging: 'postgresql://me:s3cret@host/db'}",
                        ":1:22: 'staging': expected keys with values: urlEnv, urlFile, urlCommand, role, schema, tenants, connectTimeout, statementTimeout, rules, found an address, which is not shown as it may hold a password"),
                new Mistake(
                        "databases: {staging: {urlEnv: A, connectTimeout: 3}}",
                        ":1:50: 'connectTimeout': expected a number of seconds or milliseconds, 5s or 500ms, found '3'"),
                new Mistake(
                        "databases: {staging: {urlFile: 'postgresql://me:s3cret@host/db'}}",
                        ":1:32: 'urlFile': expected the name of a file, found an address, which is not shown as it may hold a password"),
                new Mistake(
                        "databases: {'postgresql://me:s3cret@host/db': {urlEnv: A}}",
                        ":1:13: 'databases': expected a name of letters and digits, found an address, which is not shown as it may hold a password"),
                new Mistake(
                        "databases: {staging: {urlEnv: 'host=h password=s3cret'}}",
                        ":1:31: 'urlEnv': expected the name of an environment variable, found an address, which is not shown as it may hold a password"),
                new Mistake(
                        "databases: {staging: {urlCommand: pass show db}}",
                        ":1:35: 'urlCommand': expected a list of words, found 'pass show db'"),
                new Mistake(
                        "databases: {staging: {urlEnv: $STAGING_URL}}",
                        ":1:31: 'urlEnv': expected the name of an environment variable, found '$STAGING_URL'"),
                new Mistake(
                        "databases: {staging: {urlEnv: A, role: production}}",
                        ":1:40: 'role': expected private, shared or protected, found 'production'"),
                new Mistake(
                        "databases: {my staging: {urlEnv: A}}",
                        ":1:13: 'databases': expected a name of letters and digits, found 'my staging'"),
                new Mistake(
                        "systems: [{name: alembik, root: .}]",
                        ":1:18: 'name': expected alembic or flyway, found 'alembik'; did you mean 'alembic'?"),
                new Mistake("systems: [{name: alembic}]", ":1:11: an entry of 'systems' needs the key 'root'"),
                new Mistake(
                        "systems: [{name: alembic, root: ../other}]",
                        ":1:33: 'root': expected a folder of the repository, . for its top, found '../other'"),
                new Mistake(
                        "systems: [{name: alembic, root: /srv}]",
                        ":1:33: 'root': expected a folder of the repository, . for its top, found '/srv'"),
                new Mistake(
                        "systems: [{name: alembic, root: ., folders: [a]}]",
                        ":1:36: 'folders' is only taken beside 'tool': leave it out"),
                new Mistake(
                        "systems: [{name: harbor, root: ., folders: [a], versionTable: t, tool: {}}]",
                        " has 6 errors|  migtrue.yaml:1:49: 'versionTable' is 'table' in 'tool' here|  migtrue.yaml:1:72: 'tool' needs eachRow, lastRow or pointer|  migtrue.yaml:1:72: 'tool' needs the key 'files'|  migtrue.yaml:1:72: 'tool' needs the key 'key'|  migtrue.yaml:1:72: 'tool' needs the key 'order'|  migtrue.yaml:1:72: 'tool' needs the key 'table'"
                                .replace('|', '\n')),
                new Mistake(
                        "systems: [{name: alembic, root: ., folders: [../a],| tool: {files: '([0-9]+)', key: hash, order: any, table: t,|  eachRow: {key: a b}, pointer: {key: v, dirt: d}}}]",
                        " has 8 errors|  migtrue.yaml:1:18: 'name': expected a name in small letters that is none of a known migration system, found 'alembic'|  migtrue.yaml:1:46: 'folders': expected a folder of the repository, . for its top, found '../a'|  migtrue.yaml:2:8: 'tool' takes only one of eachRow, lastRow or pointer|  migtrue.yaml:2:16: 'files': expected a regular expression with a group (?<key>…), found '([0-9]+)'|  migtrue.yaml:2:33: 'key': expected number or text, found 'hash'|  migtrue.yaml:2:46: 'order': expected strict or lenient, found 'any'|  migtrue.yaml:3:18: 'key': expected the name of a column, found 'a b'|  migtrue.yaml:3:42: unknown key 'dirt'; did you mean 'dirty'?"
                                .replace('|', '\n')),
                new Mistake(
                        "systems: [{name: alembic, root: ., versionTable: a.b.c}]",
                        ":1:50: 'versionTable': expected the name of a table, found 'a.b.c'"),
                new Mistake(
                        "hook: {stages: [pre-comit]}",
                        ":1:17: 'stages': expected pre-commit, pre-merge-commit or pre-push, found 'pre-comit'; did you mean 'pre-commit'?"),
                new Mistake("hook: {stage: [pre-commit]}", ":1:8: unknown key 'stage'; did you mean 'stages'?"),
                new Mistake(
                        "hook: {databases: [stagin]}|databases: {staging: {urlEnv: A}}",
                        ":1:20: 'databases': expected staging, found 'stagin'; did you mean 'staging'?"),
                new Mistake(
                        "hook: {databases: [staging]}",
                        ":1:20: 'databases': expected a database of this file, found 'staging'"));
    }

    @TestFactory
    Stream<DynamicTest> mistakesInYaml() {
        return tests(
                new Mistake(
                        "base: main|base: trunk", ":2:1: key 'base' stands here a second time; the first is in line 1"),
                new Mistake(
                        "rules:|>late-migration: off", ":2:1: a tab where only blanks may stand: indent with blanks"),
                new Mistake("base: 'main", ":1:12: this is not YAML: found unexpected end of stream"),
                new Mistake("base: main|---|base: trunk", ":2:1: a second document: one file holds one configuration"),
                new Mistake(
                        "base: &b main|failOn: *b",
                        " has 2 errors\n  migtrue.yaml:1:7: anchors are not supported: leave out '&b'\n  migtrue.yaml:2:9: aliases are not supported: write the value out"),
                new Mistake(
                        "rules: {<<: {late-migration: off}}", ":1:9: merge keys are not supported: write the keys out"),
                new Mistake("base: !!str main", ":1:7: tags are not supported: write the plain value"),
                new Mistake("base: !java.lang.Runtime main", ":1:7: tags are not supported: write the plain value"),
                new Mistake("? [a]|: b", ":1:3: expected a word as key, found a list"),
                new Mistake(
                        "base: main|  failOn: error", ":2:9: this is not YAML: mapping values are not allowed here"),
                new Mistake("rules: [", ":1:9: this is not YAML: expected the node content, but found '<stream end>'"),
                new Mistake("base: a\u0007b", ":1:8: a character that no text may hold: U+0007"),
                new Mistake("[".repeat(30) + "]".repeat(30), ":1:22: nothing in a configuration is nested so deeply"),
                new Mistake("%YAML 3.0|---|base: main", ":1:1: this is not YAML 1.2"),
                new Mistake(
                        "\u00fc: \"\\e[31mred\"",
                        ":1:1: unknown key 'ü'; known here are base, failOn, promise, rules, ignore, squashed, foreign, databases, envFiles, systems, hook, snapshot, schema"));
    }

    @Test
    void allErrorsOfAFileAreToldInItsOrder() {
        assertThat(Configurations.refusal("""
                        # ours
                        hook: {stages: [pre-comit]}
                        rules:
                          late-migration: warn
                          late-migraton: off
                        failon: note
                        """)).isEqualTo("""
                        migtrue.yaml has 4 errors
                          migtrue.yaml:2:17: 'stages': expected pre-commit, pre-merge-commit or pre-push, found 'pre-comit'; did you mean 'pre-commit'?
                          migtrue.yaml:4:19: 'late-migration': expected error, warning, note or off, found 'warn'
                          migtrue.yaml:5:3: 'rules': expected the id of a rule, found 'late-migraton'; did you mean 'late-migration'?
                          migtrue.yaml:6:1: unknown key 'failon'; did you mean 'failOn'?""");
    }

    private static Stream<DynamicTest> tests(Mistake... mistakes) {
        return Stream.of(mistakes)
                .map(mistake -> DynamicTest.dynamicTest(
                        mistake.text(),
                        () -> assertThat(Configurations.refusal(
                                        mistake.text().replace('|', '\n').replace('>', '\t')))
                                .isEqualTo("migtrue.yaml" + mistake.said())));
    }
}
