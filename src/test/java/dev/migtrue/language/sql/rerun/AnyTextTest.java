package dev.migtrue.language.sql.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two runs of whatever text: there is a verdict, and it is the same one each time. */
class AnyTextTest {

    private static final int SCRIPTS = 20_000;
    private static final long SEED = 20_261_120;

    private final Random random = new Random(SEED);

    @Test
    void thereIsOneVerdictOnAnyText() throws IOException {
        List<Measurement> all = new ArrayList<>(Measurement.all("reruns"));
        all.addAll(Measurement.all("reruns-more"));
        all.addAll(Measurement.all("reruns-others"));
        for (int number = 0; number < SCRIPTS; number++) {
            Measurement measurement = all.get(random.nextInt(all.size()));
            String script = mutated(measurement.part("script"), all);
            Dialect dialect = random.nextInt(5) == 0 ? any() : measurement.dialect();
            Verdict verdict = verdict(script, dialect);
            if (number % 5 == 0) {
                assertThat(verdict(script, dialect)).as(script).isEqualTo(verdict);
            }
        }
    }

    private static Verdict verdict(String script, Dialect dialect) {
        try {
            return TwoRuns.onAnything(dialect, Mode.STATEMENT_BY_STATEMENT).of(script);
        } catch (RuntimeException e) {
            throw new AssertionError("no verdict on " + dialect + ": " + script, e);
        }
    }

    private Dialect any() {
        Dialect[] dialects = Dialect.values();
        return dialects[random.nextInt(dialects.length)];
    }

    /** With some words left out, doubled, exchanged or taken from another script. */
    private String mutated(String script, List<Measurement> all) {
        List<String> words = new ArrayList<>(Arrays.asList(script.split("(?<=\\W)|(?=\\W)")));
        String other = all.get(random.nextInt(all.size())).part("script");
        List<String> others = Arrays.asList(other.split("(?<=\\W)|(?=\\W)"));
        int changes = random.nextInt(5);
        for (int change = 0; change < changes && !words.isEmpty(); change++) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(5)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, words.get(random.nextInt(words.size())));
                case 2 -> words.set(at, others.get(random.nextInt(others.size())));
                case 3 -> words.subList(at, words.size()).clear();
                default -> words.set(at, String.valueOf((char) (32 + random.nextInt(100))));
            }
        }
        return String.join("", words);
    }
}
