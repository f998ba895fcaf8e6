package dev.migtrue.language.sql.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.reader.StatementReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whether scripts reach in the head what they reached on servers, over an object that is defined otherwise. */
class DriftAgreementTest {

    @Test
    void scriptsOverOtherDefinitionsReachWhatTheyReachedOnTheServers() throws IOException {
        Map<String, Integer> table = new TreeMap<>();
        List<String> others = new ArrayList<>();
        List<Measurement> all = Measurement.all("drifts");
        for (Measurement measurement : all) {
            String said = end(measurement);
            table.merge(measurement.how() + ", said " + said, 1, Integer::sum);
            if (!said.equals(measurement.how())) {
                others.add(said + ", not " + measurement);
            }
        }
        table.forEach((row, number) -> System.out.println(row + ": " + number));
        others.forEach(System.out::println);
        assertThat(all).hasSize(63);
        assertThat(table.keySet()).doesNotContain("misses, said goal");
        assertThat(others).hasSizeLessThanOrEqualTo(6);
    }

    private static String end(Measurement measurement) {
        Engine clean = new Engine(measurement.dialect(), World.empty());
        Engine drifted = new Engine(measurement.dialect(), World.empty());
        prepare(clean, measurement.part("before"));
        prepare(drifted, measurement.part("before"));
        prepare(drifted, measurement.part("other"));
        try {
            run(clean, measurement.part("script"));
            run(drifted, measurement.part("script"));
        } catch (Refused refused) {
            return "refused";
        }
        return clean.world().differences(drifted.world()).isEmpty() ? "goal" : "misses";
    }

    /** What is refused leaves things as they were, such as an index of rows that are alike. */
    private static void prepare(Engine engine, String script) {
        try {
            run(engine, script);
        } catch (Refused refused) {
            engine.doubt(refused.message());
        }
    }

    private static void run(Engine engine, String script) {
        for (Statement statement : Script.of(script, engine.dialect()).statements()) {
            engine.run(
                    StatementReader.read(statement),
                    new Text(script, statement.content().place()));
        }
    }
}
