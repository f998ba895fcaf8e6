package dev.migtrue.incident;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Plays what founded this tool: 1 to 8 are committed, all fourteen are run, 9 to 14 lie untracked. */
final class Incident {

    private Incident() {}

    /** The repository after it. */
    static TestRepository play(RealTool tool, RealDatabase database, Path folder) {
        TestRepository repository = TestRepository.in(folder);
        tool.settings().forEach(repository::write);
        IntStream.rangeClosed(1, 8).forEach(number -> repository.write(tool.file(number), tool.text(number)));
        repository.stage(".").commit("Add 1 to 8");
        Chain.FORGOTTEN.forEach(number -> repository.write(tool.file(number), tool.text(number)));
        tool.migrate(repository.workTree(), database);
        return repository;
    }
}
