package dev.migtrue.system.flyway;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Projects that hold every kind of name and text that Flyway knows, and some that it does not. */
final class GeneratedProjects {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.ISO_8859_1, WESTERN, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE);

    private static final List<String> FOLDERS =
            List.of("db/migration/", "db/migration/2023/", "db/migration/a b/deep.er/", "extra/", "extra/\u00fc/");

    private static final List<String> DESCRIPTIONS = List.of(
            "",
            "__",
            "__users",
            "__of_several_words",
            "__with__another_separator",
            "__with spaces",
            "__dots.and-dashes",
            "__UPPER",
            "__\u00fcn\u00efc\u00f6d\u00e9",
            "___leading",
            "__trailing_",
            "__R__V1__confusing",
            "__" + "long_".repeat(42));

    private static final List<String> SUFFIXES = List.of(".sql", ".sql", ".sql", ".SQL", ".Sql");

    private GeneratedProjects() {}

    /** Everything as it is unless one says otherwise, with placeholders. */
    static GeneratedScripts usual() {
        GeneratedScripts scripts = new GeneratedScripts(11, """
                flyway.locations=classpath:db/migration,classpath:extra
                flyway.placeholders.name=some_value
                flyway.placeholders.Mixed-Case_name=mixed
                flyway.placeholders.empty=
                """);
        for (int i = 0; i < 330; i++) {
            scripts.withRandom(
                    scripts.any(FOLDERS) + "V" + version(i, scripts) + scripts.any(DESCRIPTIONS)
                            + scripts.any(SUFFIXES),
                    StandardCharsets.UTF_8);
        }
        for (int i = 0; i < 40; i++) {
            String path = scripts.any(FOLDERS) + "V3%03d__encoded.sql".formatted(i);
            Charset encoding = scripts.any(ENCODINGS);
            scripts.withRandom(path, encoding).with(path + ".conf", "encoding=" + encoding.name() + "\n");
        }
        for (int i = 0; i < 30; i++) {
            scripts.withRandom(
                    scripts.any(FOLDERS) + "R__view_" + scripts.number(10_000) + "_" + i + ".sql",
                    StandardCharsets.UTF_8);
        }
        return edges(bystanders(scripts));
    }

    private static String version(int number, GeneratedScripts scripts) {
        int part = 1 + scripts.number(9);
        return scripts.any(List.of(
                "" + number,
                "%05d".formatted(number),
                number + ".0",
                number + "_0_0",
                number + "." + part,
                number + "_" + part,
                "%03d_%02d".formatted(number, part),
                number + ".0." + part,
                "20240101%09d".formatted(number),
                "-1" + "%04d".formatted(number),
                "123456789012345678901234567890.%d".formatted(number)));
    }

    private static GeneratedScripts edges(GeneratedScripts scripts) {
        String at = "db/migration/";
        return scripts.with(at + "V4001__empty.sql", "")
                .with(at + "V4002__mark_alone.sql", "\uFEFF")
                .with(at + "V4003__line_end_alone.sql", "\n")
                .with(at + "V4004__blank.sql", " \t\r\n  \r ")
                .with(at + "V4005__two_marks.sql", "\uFEFF-- \uFEFF\n-- \uFEFF\n")
                .with(
                        at + "V4006__large.sql",
                        "-- \u00e9 large\r\nselect 1;\n".repeat(20).concat("-- x".repeat(20_000)))
                .with(at + "V4007__many_lines.sql", "-- line\r".repeat(4_000))
                .with(at + "V4008__filled.sql", "select '${name}'; -- ${flyway:filename}")
                .with(at + "V4009__by_itself.sql", "select 1;")
                .with(at + "V4009__by_itself.sql.conf", "executeInTransaction=false\n")
                .with(at + "V4010__left_open.sql", "-- ${\nselect '${';")
                .with(at + "V4010__left_open.sql.conf", "placeholderReplacement=false\n")
                .with(at + "V4011__run.sh", "exit 0\n")
                .with(at + "V4012__run_without_ending", "#!/bin/sh\nexit 0\n")
                .with(at + "R__run.bash", "exit 0\n")
                .with(at + "R__filled.sql", "select '${name}', '${NAME}', '${mixed-case_NAME}'; -- ${empty}\r\n")
                .with(at + "R__filled_by_flyway.sql", "\uFEFF-- ${flyway:filename} ${flyway:table}\n")
                .with(at + "R__filled_with_marks.sql", "-- $${name}} ${empty}${name} $ {name} $}\r-- ${name}")
                .with(at + "R__unfilled.sql", "select '${anything}';")
                .with(at + "R__unfilled.sql.conf", "placeholderReplacement=false\nexecuteInTransaction=true\n")
                .with(at + "R__.sql", "select 1;")
                .withClass("db/migration/V5000__Fill_in_Java.java", java("V5000__Fill_in_Java"))
                .withClass("db/migration/R__Java_views.java", java("R__Java_views"));
    }

    private static String java(String name) {
        return "import org.flywaydb.core.api.migration.BaseJavaMigration;\n\nclass " + name
                + " extends BaseJavaMigration {}\n";
    }

    /** Files that are no migrations. */
    private static GeneratedScripts bystanders(GeneratedScripts scripts) {
        return scripts.with("db/migration/beforeMigrate.sql", "select 1;")
                .with("db/migration/afterEachMigrate__log.sql", "select 1;")
                .with("db/migration/U4009__by_itself.sql", "nonsense;")
                .with("db/migration/V9_one_underscore.sql", "nonsense;")
                .with("db/migration/v10__lower.sql", "nonsense;")
                .with("db/migration/README.sql", "nonsense;")
                .with("db/migration/.hidden/V1__hidden.sql", "nonsense;")
                .with("db/migration/V11__other.txt", "nonsense;")
                .with("elsewhere/V12__elsewhere.sql", "nonsense;");
    }

    /** Everything said otherwise: no prefix, two suffixes, an encoding for all. */
    static GeneratedScripts configured() {
        GeneratedScripts scripts = new GeneratedScripts(12, """
                flyway.locations=classpath:db/migration,classpath:extra
                flyway.table=other_history
                flyway.sqlMigrationPrefix=
                flyway.repeatableSqlMigrationPrefix=Again
                flyway.sqlMigrationSeparator=--
                flyway.sqlMigrationSuffixes=.ddl,.dml.sql
                flyway.encoding=ISO-8859-1
                flyway.outOfOrder=true
                flyway.placeholderPrefix=#[
                flyway.placeholderSuffix=]
                flyway.placeholderSeparator=/
                flyway.placeholders.name=value
                """);
        for (int i = 1; i <= 60; i++) {
            scripts.withRandom(
                    scripts.any(FOLDERS)
                            + i
                            + scripts.any(List.of("", "--x_y", "--a__b", "_1--c"))
                            + scripts.any(List.of(".ddl", ".DML.sql")),
                    StandardCharsets.ISO_8859_1);
        }
        return scripts.withRandom("extra/70--other.ddl", StandardCharsets.UTF_8)
                .with("extra/70--other.ddl.conf", "encoding=UTF-8")
                .with("extra/Again--filled.ddl", "select '#[name]'; -- #[flyway/filename] ${name}")
                .with("extra/V1__not_ours.sql", "nonsense;");
    }

    /** Baselines among the files. */
    static GeneratedScripts rebased() {
        GeneratedScripts scripts = new GeneratedScripts(13, """
                flyway.locations=classpath:db/migration,classpath:extra
                flyway.table=rebased_history
                """);
        for (int i = 1; i <= 30; i++) {
            scripts.withRandom(scripts.any(FOLDERS) + "V" + i + "__x.sql", StandardCharsets.UTF_8);
        }
        return scripts.withRandom("extra/B20__all_up_to_twenty.sql", StandardCharsets.UTF_8)
                .with("extra/R__after.sql", "select 1;");
    }
}
