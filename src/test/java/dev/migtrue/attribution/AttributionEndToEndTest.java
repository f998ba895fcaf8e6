package dev.migtrue.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.cli.CommandRun;
import dev.migtrue.model.Row;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way: the command line, a real repository and a real version table. */
class AttributionEndToEndTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void theReportForPeopleNamesPlaceAndCommand(Tool tool) throws SQLException {
        LostMigration lost = LostMigration.of(tool, folder).commitOn("feature/orders");
        fill(tool);

        CommandRun run = check(lost, "text");

        assertThat(run.exitCode()).as(run.errors()).isEqualTo(1);
        assertThat(run.output())
                .contains("it is on branch feature/orders")
                .contains("git restore --source=feature/orders -- " + tool.lostPath())
                .contains("'Add orders'");
    }

    @ParameterizedTest
    @EnumSource
    void theReportForMachinesHoldsTheCommandAndAllPlaces(Tool tool) throws SQLException {
        LostMigration lost = LostMigration.of(tool, folder).commit();
        lost.git().git("branch", "older");
        lost.git().git("rm", "--quiet", tool.lostPath());
        lost.git().commit("Drop orders");
        fill(tool);

        JsonNode findings =
                JsonMapper.shared().readTree(check(lost, "json").output()).path("findings");
        JsonNode finding = StreamSupport.stream(findings.spliterator(), false)
                .filter(each -> each.path("rule").asString().equals("applied-but-missing"))
                .findFirst()
                .orElseThrow();

        assertThat(StreamSupport.stream(finding.path("fix").path("argv").spliterator(), false)
                        .map(JsonNode::asString))
                .containsExactly("git", "restore", "--source=" + lost.git().commitId("HEAD^"), "--", tool.lostPath());
        assertThat(StreamSupport.stream(finding.path("related").spliterator(), false)
                        .map(place -> place.path("message").asString())
                        .filter(message -> message.startsWith(tool.lostPath())))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsWrittenIntoTheRepository(Tool tool) throws SQLException {
        LostMigration lost = LostMigration.of(tool, folder).write();
        lost.git().git("stash", "--quiet", "--include-untracked");
        fill(tool);
        String before = state(lost);

        check(lost, "text");

        assertThat(state(lost)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void whatNothingRefersToIsFoundWhereTheUserAsks(Tool tool) throws SQLException {
        LostMigration lost = LostMigration.of(tool, folder).write();
        lost.git().git("stash", "--quiet", "--include-untracked");
        String untracked = lost.brief("stash@{0}^3");
        lost.git().git("stash", "drop", "--quiet");
        lost.git().git("update-ref", "-d", "ORIG_HEAD");
        fill(tool);

        assertThat(check(lost, "concise").output()).contains("never committed anywhere this clone can see");
        assertThat(check(lost, "concise", "--lost-found").output())
                .contains("it is in commit " + untracked + ", which no branch or tag holds");
    }

    private static String state(LostMigration lost) {
        return lost.git().git("status", "--porcelain=v2", "--branch", "--ignored")
                + lost.git().git("for-each-ref")
                + lost.git().git("stash", "list")
                + lost.git().git("count-objects", "--verbose");
    }

    private CommandRun check(LostMigration lost, String format, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("check", "--format", format, "--db", "sqlite:///" + folder.resolve("shared.db")));
        arguments.addAll(List.of(more));
        return CommandRun.in(lost.git().workTree(), lost.git().environment(), arguments.toArray(String[]::new));
    }

    /** Writes the rows of the tool's version table into a new database. */
    private void fill(Tool tool) throws SQLException {
        List<String> columns = List.copyOf(tool.rows().getFirst().values().keySet());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shared.db"))) {
            connection
                    .createStatement()
                    .execute("create table %s (%s)".formatted(tool.table(), String.join(", ", columns)));
            String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into %s (%s) values (%s)".formatted(tool.table(), String.join(", ", columns), marks))) {
                for (Row row : tool.rows()) {
                    for (int at = 0; at < columns.size(); at++) {
                        insert.setString(at + 1, row.values().get(columns.get(at)));
                    }
                    insert.executeUpdate();
                }
            }
        }
    }
}
