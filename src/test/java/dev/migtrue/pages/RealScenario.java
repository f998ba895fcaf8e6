package dev.migtrue.pages;

import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Source;
import dev.migtrue.testing.InMemoryRepository;
import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** A scenario laid out as a real git repository and, where it has version tables, real SQLite databases beside it. */
record RealScenario(TestRepository repository, Path folder) {

    static RealScenario in(Path folder, Scenario scenario) throws SQLException {
        RealScenario laidOut = new RealScenario(TestRepository.in(folder), folder);
        laidOut.layOut(scenario);
        for (DatabaseName name : scenario.databases()) {
            for (TableRows table : scenario.tables()) {
                if (table.isIn(name)) {
                    create(table, laidOut.database(name));
                }
            }
            for (LiveObjects live : scenario.schemas()) {
                if (live.isIn(name) && !live.isKept()) {
                    live.make(laidOut.database(name));
                }
            }
        }
        return laidOut;
    }

    /** The file of a database. */
    Path database(DatabaseName name) {
        return folder.resolve(name + ".db");
    }

    /** From base to disk, each step on top of the one before, as a person would get there. */
    private void layOut(Scenario scenario) {
        Map<Source, SequencedMap<String, String>> files = scenario.files();
        if (files.containsKey(Source.FORK)) {
            write(List.of(), of(files, Source.FORK));
            stageAll();
            repository.commit("fork");
            branch(scenario.branches());
            repository.branch("base");
            write(tracked(), of(files, Source.BASE));
            stageAll();
            repository.commit("base").checkout("main");
        } else if (files.containsKey(Source.BASE)) {
            write(List.of(), of(files, Source.BASE));
            stageAll();
            repository.commit("base").git("branch", "base");
            branch(scenario.branches());
        }
        write(tracked(), of(files, Source.HEAD));
        stageAll();
        repository
                .with("GIT_AUTHOR_DATE", InMemoryRepository.HEAD_WRITTEN.toString())
                .with("GIT_COMMITTER_DATE", InMemoryRepository.HEAD_WRITTEN.toString())
                .commit("HEAD");
        write(tracked(), of(files, Source.INDEX));
        stageAll();
        write(tracked(), of(files, Source.WORKING_TREE));
    }

    private void branch(SequencedMap<String, SequencedMap<String, String>> branches) {
        branches.forEach((name, files) -> {
            repository.branch(name);
            write(List.of(), files);
            stageAll();
            repository.commit(name).checkout("main");
        });
    }

    private static Map<String, String> of(Map<Source, SequencedMap<String, String>> files, Source source) {
        return Objects.requireNonNull(files.get(source));
    }

    private List<String> tracked() {
        return Arrays.stream(repository.git("ls-files", "-z").split("\0", -1))
                .filter(path -> !path.isEmpty())
                .toList();
    }

    private void write(List<String> before, Map<String, String> files) {
        before.stream().filter(path -> !files.containsKey(path)).forEach(repository::remove);
        files.forEach(repository::write);
    }

    /** Ignored files too: an index can hold them. */
    private void stageAll() {
        repository.git("add", "--all", "--force");
    }

    private static void create(TableRows table, Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            connection
                    .createStatement()
                    .execute("create table " + table.table() + " (" + String.join(", ", table.columns()) + ")");
            String marks = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into " + table.table() + " values (" + marks + ")")) {
                for (List<String> row : table.rows()) {
                    for (int cell = 0; cell < row.size(); cell++) {
                        String value = row.get(cell);
                        insert.setObject(cell + 1, value.equals("NULL") ? null : value);
                    }
                    insert.executeUpdate();
                }
            }
        }
    }
}
