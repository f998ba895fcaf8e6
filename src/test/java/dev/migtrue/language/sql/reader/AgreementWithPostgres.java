package dev.migtrue.language.sql.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.TokenKind;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.testing.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL's own parser finds the same statements in PostgreSQL's regression scripts, and says of definitions the
 * same. No part of the usual
 * build: {@code src/test/postgres/prepare FOLDER}, then {@code mvn test -Ppostgres-agreement -Dpostgres.folder=FOLDER}.
 */
class AgreementWithPostgres {

    private static final Path SCRIPTS = Path.of("src", "test", "postgres");
    private static final double ENOUGH = 0.995;
    private static final int SHOWN = 40;

    private static final Set<Modifier> COMPARED = Set.of(
            Modifier.IF_NOT_EXISTS, Modifier.IF_EXISTS, Modifier.OR_REPLACE, Modifier.CONCURRENTLY, Modifier.UNIQUE);

    @TempDir
    private Path temporary = Path.of("");

    private record Found(Path file, String text, Statement statement) {}

    private record Counts(int statements, int several, int joined, int definitions, int agreed) {}

    @Test
    void theRegressionScriptsAreReadAlike() throws IOException {
        Path folder = Path.of(System.getProperty("postgres.folder", ""));
        List<Found> found = statements(folder.resolve("sql"));
        List<List<String>> facts = parse(folder, found.stream().map(Found::text).toList());

        List<String> differences = new ArrayList<>();
        Counts counts = compare(folder, found, facts, differences);

        System.out.println(counts);
        differences.stream().limit(SHOWN).forEach(System.out::println);
        assertThat(counts.statements()).isGreaterThan(40_000);
        assertThat(counts.several()).as("statements that are several").isZero();
        assertThat(counts.joined()).as("statements that are only parts of one").isZero();
        assertThat((double) counts.agreed() / counts.definitions()).isGreaterThanOrEqualTo(ENOUGH);
    }

    private static List<Found> statements(Path folder) throws IOException {
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                for (Statement statement : Script.of(text, Dialect.POSTGRESQL).statements()) {
                    found.add(new Found(file, sent(statement.content()), statement));
                }
            }
        }
        return found;
    }

    /** What the client sends: without its own commands. */
    private static String sent(Clause clause) {
        StringBuilder sent = new StringBuilder();
        for (int index = clause.from(); index < clause.to(); index++) {
            sent.append(
                    clause.tokens().kind(index) == TokenKind.COMMAND
                            ? " "
                            : clause.tokens().text(index));
        }
        return sent.toString();
    }

    private List<List<String>> parse(Path folder, List<String> statements) throws IOException {
        Path program = folder.resolve("parse.mjs");
        Files.copy(SCRIPTS.resolve("parse.mjs"), program, StandardCopyOption.REPLACE_EXISTING);
        Path input = temporary.resolve("statements.jsonl");
        Path output = temporary.resolve("facts.tsv");
        Files.write(input, statements.stream().map(AgreementWithPostgres::json).toList());
        Program.Run run =
                Program.run(folder, Map.of(), "node", program.toString(), input.toString(), output.toString());
        assertThat(run.exitCode()).as(run.errors()).isZero();
        return Files.readAllLines(output).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    private static String json(String text) {
        return text.chars()
                .mapToObj(c -> c < ' ' || c == '"' || c == '\\' || c > '~' ? "\\u%04x".formatted(c) : "" + (char) c)
                .collect(Collectors.joining("", "\"", "\""));
    }

    private Counts compare(Path folder, List<Found> found, List<List<String>> facts, List<String> differences)
            throws IOException {
        int several = 0;
        int definitions = 0;
        int agreed = 0;
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            List<String> fact = facts.get(i);
            if (fact.getFirst().equals("-1")) {
                pairs.addAll(withNeighbours(found, i));
            } else if (!fact.getFirst().equals("1")) {
                several++;
            } else if (!fact.get(1).isEmpty() && !fact.get(1).equals("select")) {
                List<String> ours = ours(StatementReader.read(found.get(i).statement()));
                boolean isSame = ours.equals(fact.subList(1, 5).stream()
                        .map(AgreementWithPostgres::alike)
                        .toList());
                definitions++;
                agreed += isSame ? 1 : 0;
                if (!isSame) {
                    differences.add("%s: %s <> %s".formatted(found.get(i).file().getFileName(), ours, fact));
                }
            }
        }
        int joined = (int) parse(folder, pairs).stream()
                .filter(fact -> fact.getFirst().equals("1"))
                .count();
        return new Counts(found.size(), several, joined, definitions, agreed);
    }

    /** A statement that is none may be a part of one: then it is one together with that beside it. */
    private static List<String> withNeighbours(List<Found> found, int at) {
        List<String> pairs = new ArrayList<>();
        for (int first = Math.max(0, at - 1); first <= at && first + 1 < found.size(); first++) {
            if (found.get(first).file().equals(found.get(first + 1).file())) {
                pairs.add(found.get(first).text() + ";" + found.get(first + 1).text());
            }
        }
        return pairs;
    }

    /** A user is a role, and so is a group; the parser has one word for who it is that runs a statement. */
    private static String alike(String word) {
        return switch (word) {
            case "user", "group" -> "role";
            case "current_user" -> "role";
            default -> word;
        };
    }

    private static List<String> ours(Action action) {
        List<String> ours = switch (action) {
            case Action.Create create ->
                List.of(
                        "create",
                        create.kind().noun(),
                        name(create.kind(), create.name().stream().toList()),
                        flags(create.modifiers(), false));
            case Action.Alter alter ->
                List.of(
                        "alter",
                        alter.kind().noun(),
                        name(alter.kind(), alter.name().stream().toList()),
                        flags(alter.modifiers(), false));
            case Action.Drop drop ->
                List.of(
                        "drop",
                        drop.kind().noun(),
                        name(
                                drop.kind(),
                                drop.objects().stream()
                                        .map(Action.Dropped::name)
                                        .toList()),
                        flags(drop.modifiers(), true));
            case Action.Truncate truncate ->
                List.of("truncate", "", name(ObjectKind.TABLE, truncate.tables()), flags(truncate.modifiers(), true));
            default -> List.of(action.getClass().getSimpleName(), "", "", "");
        };
        return ours.stream().map(AgreementWithPostgres::alike).toList();
    }

    /** The parser has no name for a cast. */
    private static String name(ObjectKind kind, List<Mention> names) {
        return kind == ObjectKind.CAST
                ? "*"
                : names.stream().map(Mention::toString).collect(Collectors.joining(","));
    }

    private static String flags(Modifiers modifiers, boolean isDropping) {
        return modifiers.places().keySet().stream()
                .filter(modifier -> COMPARED.contains(modifier) || (isDropping && modifier == Modifier.CASCADE))
                .map(modifier -> modifier.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(","));
    }
}
