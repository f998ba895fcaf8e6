package dev.migtrue.language.sql.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.program.Mode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether scripts that stopped on the way go on in the head as they did on servers. */
class RestartAgreementTest {

    @Test
    void runsBehindOnesThatStoppedEndAsOnTheServers() throws IOException {
        List<String> others = new ArrayList<>();
        List<Measurement> all = Measurement.all("restarts");
        for (Measurement measurement : all) {
            List<Restart> restarts = TwoRuns.after(
                            measurement.part("before"), measurement.dialect(), Mode.STATEMENT_BY_STATEMENT)
                    .restarts(measurement.part("script"));
            String said = number(restarts, Restart.End.REFUSED) + " " + number(restarts, Restart.End.OTHER);
            if (!said.equals(measurement.how() + " " + measurement.end())) {
                others.add(said + ", not " + measurement);
            }
        }
        others.forEach(System.out::println);
        assertThat(all).hasSizeGreaterThan(50);
        assertThat(others).hasSizeLessThanOrEqualTo(2);
    }

    private static String number(List<Restart> restarts, Restart.End end) {
        List<String> numbers = restarts.stream()
                .filter(restart -> restart.end() == end)
                .map(restart -> String.valueOf(restart.statements()))
                .toList();
        return numbers.isEmpty() ? "-" : String.join(",", numbers);
    }
}
