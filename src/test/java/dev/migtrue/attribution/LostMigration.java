package dev.migtrue.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.Surveyor;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.gather.git.Search;
import dev.migtrue.judge.rule.AppliedButMissing;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Fix;
import dev.migtrue.testing.InMemoryDatabase;
import dev.migtrue.testing.TestRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A repository whose branch {@code main} holds one migration, while a database has run a second one. */
record LostMigration(Tool tool, TestRepository git, Search.Depth depth) {

    static LostMigration of(Tool tool, Path folder) {
        LostMigration lost = new LostMigration(tool, TestRepository.in(folder), Search.Depth.KNOWN);
        tool.kept("backend").forEach(lost.git::write);
        lost.git.stage(".").commit("Start");
        return lost;
    }

    /** The same, seen from another work tree. */
    LostMigration at(TestRepository other) {
        return new LostMigration(tool, other, depth);
    }

    /** The same, searched for among lost objects as well. */
    LostMigration amongLostObjects() {
        return new LostMigration(tool, git, Search.Depth.LOST_AND_FOUND);
    }

    /** Writes the second migration. */
    LostMigration write() {
        git.write(tool.lostPath(), tool.lostText());
        return this;
    }

    /** Writes, stages and commits the second migration. */
    LostMigration commit() {
        write().git.stage(".").commit("Add orders");
        return this;
    }

    /** Commits the second migration on a new branch, and goes back to {@code main}. */
    LostMigration commitOn(String branch) {
        git.branch(branch);
        commit().git.checkout("main");
        return this;
    }

    /** The one finding about the lost migration. */
    Finding finding() {
        List<Finding> findings = findings();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    /** What the finding says of where the file is. */
    String story() {
        String message = finding().message();
        return message.substring(message.indexOf(": ") + 2);
    }

    /** The first ten digits of the id of a commit, as messages have them. */
    String brief(String name) {
        return git.commitId(name).substring(0, 10);
    }

    /** The places of the finding besides the row, in words. */
    List<String> places() {
        return finding().related().stream()
                .map(place -> place.message())
                .filter(words -> !words.startsWith("recorded in"))
                .toList();
    }

    List<String> command() {
        return finding().fix().map(fix -> ((Fix.Command) fix).argv()).orElse(List.of());
    }

    /** Runs the command of the finding as it stands, and looks again: then the file is there. */
    void isCuredByItsCommand() {
        List<String> argv = command();
        assertThat(argv).isNotEmpty();
        run(argv);
        assertThat(git.path(tool.lostPath())).hasContent(tool.lostText());
        assertThat(findings()).isEmpty();
    }

    /** Runs the command of the finding as it stands, and gives what it prints. */
    String commandPrints() {
        return run(command());
    }

    private String run(List<String> argv) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(argv).directory(git.workTree().toFile());
            builder.environment().clear();
            builder.environment().putAll(git.environment());
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interruption);
        }
    }

    private List<Finding> findings() {
        InMemoryDatabase database = InMemoryDatabase.answering(new TableRead.Rows(tool.table(), tool.rows()));
        try (Repository repository = Repository.open(git.workTree(), git.environment(), Optional.empty())) {
            return new Surveyor(repository, List.of(database), depth)
                    .survey(List.of(tool.system()), layout -> true).projects().stream()
                            .flatMap(facts -> new AppliedButMissing().check(facts).stream())
                            .toList();
        }
    }
}
