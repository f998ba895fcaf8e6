package dev.migtrue.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.cli.CommandRun;
import dev.migtrue.secrets.Way.End;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Runs in which a canary is brought in by some way, and of which all is kept that came out. */
final class CanaryRun {

    private static final List<String> FORMATS = List.of("concise", "json", "sarif", "junit", "github", "gitlab");

    /** Needs another form in URLs, in JSON, in XML and in annotations of GitHub. */
    private static final String CANARY = "Can4ry<&%é+k";

    private final Path folder;
    private final EchoingServer server;
    private final List<String> told = new ArrayList<>();

    CanaryRun(Path folder, EchoingServer server) {
        this.folder = folder;
        this.server = server;
    }

    /** Fails when the canary does not come as far as it should, or comes out. */
    void of(Way way) throws IOException {
        TestRepository repository = repository(way);
        Map<String, String> environment = new HashMap<>(repository.environment());
        way.variables().forEach((name, value) -> environment.put(name, filled(value)));

        server.takePasswords();
        CommandRun check = run(repository, environment, way, checking());
        assertArrived(way, check);
        run(repository, environment, way, "snapshot", "--debug", "-v");
        run(repository, environment, way, "snapshot", "--schema", "--debug", "-v");
        run(repository, environment, way, "drift", "--debug", "-v", "--format", "json");
        run(repository, environment, way, "audit", "--no-proof", "--debug", "-v", "--html", "audit.html");
        run(repository, environment, way, "status", "--debug", "-v");
        run(repository, environment, way, "doctor", "--debug", "-v");
        if (way.arguments().isEmpty() || way.arguments().getFirst().equals("--db")) {
            run(repository, environment, way, "hook", "run", "pre-commit", "--debug", "-v");
        }

        for (String text : told) {
            assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("can4ry");
        }
        for (Path file : written(repository)) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT))
                    .as(file.toString())
                    .doesNotContain("can4ry");
        }
    }

    /** The proof that a way is one: a secret that does not get in cannot come out. */
    private void assertArrived(Way way, CommandRun check) {
        List<String> passwords = server.takePasswords();
        String all = check.output() + check.errors();
        if (way.end() == End.USED) {
            assertThat(passwords).as(all).containsOnly(CANARY);
            assertThat(all).contains("no entry for password '***' (***) at all");
        } else {
            assertThat(passwords).isEmpty();
            assertThat(all).contains(way.told());
            assertThat(check.exitCode() == 2).as(all).isEqualTo(way.end() == End.REFUSED);
        }
    }

    private TestRepository repository(Way way) throws IOException {
        TestRepository repository = TestRepository.in(folder);
        switch (way.system()) {
            case "alembic" ->
                repository
                        .write("alembic.ini", "[alembic]\nscript_location = migrations\n")
                        .write("migrations/env.py", "")
                        .write("migrations/versions/001_a.py", "revision = \"001_a\"\ndown_revision = None\n");
            case "django" ->
                repository
                        .write("manage.py", "")
                        .write("shop/__init__.py", "")
                        .write("shop/migrations/__init__.py", "")
                        .write("shop/migrations/0001_initial.py", """
                                from django.db import migrations

                                class Migration(migrations.Migration):
                                    dependencies = []
                                    operations = []
                                """);
            case "rails" ->
                repository.write("db/migrate/20260101000000_a.rb", "class A < ActiveRecord::Migration[7.1]\nend\n");
            case "goose" -> repository.write("migrations/00001_a.sql", "-- +goose Up\nselect 1;\n");
            case "liquibase" ->
                repository.write("db/changelog.sql", "--liquibase formatted sql\n--changeset ann:1\nselect 1;\n");
            default -> repository.write("src/main/resources/db/migration/V1__a.sql", "select 1;\n");
        }
        repository.stage(".");
        for (Map.Entry<String, String> file : way.files().entrySet()) {
            write(repository, file.getKey(), filled(file.getValue()));
        }
        return repository;
    }

    private static void write(TestRepository repository, String path, String text) throws IOException {
        if (path.startsWith("~/")) {
            Path file = Files.writeString(repository.home().resolve(path.substring(2)), text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } else {
            repository.write(path, text);
        }
    }

    private String filled(String text) {
        String encoded = URLEncoder.encode(CANARY, StandardCharsets.UTF_8);
        return text.replace("CANARY", CANARY)
                .replace("ENCODED", encoded)
                .replace("DOUBLED", encoded.replace("%", "%%"))
                .replaceAll("(//|@)HOST/", "$1localhost:" + server.port() + "/")
                .replace("HOME", folder.resolve("home").toString())
                .replace("NUMBER", String.valueOf(server.port()));
    }

    private String[] checking() {
        Stream<String> formats = FORMATS.stream()
                .flatMap(format -> Stream.of("--format", format + "=" + folder.resolve("report." + format)));
        return Stream.concat(Stream.of("check", "--debug", "-v"), formats).toArray(String[]::new);
    }

    private CommandRun run(TestRepository repository, Map<String, String> environment, Way way, String... command) {
        String[] arguments = Stream.concat(
                        Stream.of(command), way.arguments().stream().map(this::filled))
                .toArray(String[]::new);
        environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
        CommandRun run = CommandRun.in(repository.workTree(), environment, arguments);
        assertThat(run.exitCode()).as(run.errors()).isNotEqualTo(4);
        told.add(run.output());
        told.add(run.errors());
        return run;
    }

    /** All that runs wrote: reports beside the repository, and whatever is in git's own folder. */
    private List<Path> written(TestRepository repository) throws IOException {
        try (Stream<Path> reports = Files.list(folder);
                Stream<Path> inGit = Files.walk(repository.path(".git"))) {
            return Stream.concat(reports, inGit).filter(Files::isRegularFile).toList();
        }
    }
}
