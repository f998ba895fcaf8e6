package dev.migtrue.language.sql.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.program.Reading;
import dev.migtrue.model.RepoPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What servers did when a script met an object with another definition, against what is found in the text. */
class DriftAgreementTest {

    private record Drift(Dialect dialect, String end, String before, String script) {

        boolean isFound(Clash.Kind... kinds) {
            Standing standing = new Standing(dialect);
            standing.tell(read(before), new RepoPath("before.sql"));
            return standing.clashes(read(script), new RepoPath("script.sql")).stream()
                    .anyMatch(clash -> List.of(kinds).contains(clash.kind()));
        }

        private Reading read(String text) {
            Operation all = new Operation.Written(text, new Place(0, text.length()));
            return Reading.of(new Program(dialect, Mode.STATEMENT_BY_STATEMENT, List.of(all)));
        }
    }

    @Test
    void nothingIsCalledHiddenThatTheServersReachOrRefuse() throws IOException {
        assertThat(all())
                .filteredOn(
                        drift -> drift.end().equals("reached") || drift.end().equals("refused"))
                .hasSizeGreaterThan(15)
                .noneMatch(drift -> drift.isFound(Clash.Kind.HIDDEN));
    }

    @Test
    void whatTheServersHideIsFound() throws IOException {
        List<Drift> hidden =
                all().stream().filter(drift -> drift.end().equals("hidden")).toList();
        List<Drift> missed = hidden.stream()
                .filter(drift -> !drift.isFound(Clash.Kind.HIDDEN))
                .toList();
        assertThat(hidden).hasSizeGreaterThan(40);
        // Of rows, invalid indexes, shared handlers and namesakes elsewhere other rules speak.
        assertThat(missed).hasSizeLessThanOrEqualTo(hidden.size() / 5);
    }

    @Test
    void whatTheServersRefuseToReplaceIsFound() throws IOException {
        List<Drift> missed = all().stream()
                .filter(drift -> drift.end().equals("refused") && drift.script().contains("OR REPLACE"))
                .filter(drift -> !drift.isFound(Clash.Kind.OTHER_SHAPE))
                .toList();
        assertThat(missed).isEmpty();
        assertThat(all())
                .filteredOn(drift -> drift.end().equals("reached"))
                .noneMatch(drift -> drift.isFound(Clash.Kind.OTHER_SHAPE));
    }

    private static List<Drift> all() throws IOException {
        try (InputStream stream = DriftAgreementTest.class.getResourceAsStream("/sql/drifts.txt")) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            List<Drift> all = new ArrayList<>();
            String[] blocks = text.split("(?m)^=== ", -1);
            for (int index = 1; index < blocks.length; index++) {
                String[] parts = blocks[index].split("(?m)^--- (?:before|script)\\n", -1);
                String[] head = parts[0].strip().split(" ", -1);
                all.add(new Drift(Dialect.named(head[0]).orElseThrow(), head[1], parts[1], parts[2]));
            }
            return all;
        }
    }
}
