package dev.migtrue.language.sql.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** How often two runs in the head end as they did on servers. */
class AgreementWithServersTest {

    /** How many there were, and of how many the model says what came of them. */
    private static final class Count {

        private int all;
        private int right;
        private int unsure;

        void add(boolean isRight, boolean isUnsure) {
            all++;
            right += isRight ? 1 : 0;
            unsure += isUnsure ? 1 : 0;
        }

        void isAtLeast(int percent) {
            assertThat(100 * right).as(toString()).isGreaterThanOrEqualTo(percent * all);
            assertThat(100 * unsure).as(toString()).isLessThanOrEqualTo(3 * all);
        }

        @Override
        public String toString() {
            return "%d of %d right, %d unsure".formatted(right, all, unsure);
        }
    }

    private final Map<String, Integer> table = new TreeMap<>();
    private final List<String> unsafeAndMissed = new ArrayList<>();
    private final Count cases = new Count();
    private final Count files = new Count();

    @Test
    void verdictsAreThoseOfTheServers() throws IOException {
        count("reruns");
        assertThat(unsafeAndMissed).isEmpty();
        assertThat(cases.all).isGreaterThan(620);
        assertThat(files.all).isGreaterThan(110);
        cases.isAtLeast(99);
        files.isAtLeast(97);
    }

    @Test
    void verdictsOnMoreScriptsAreThoseOfPostgresToo() throws IOException {
        count("reruns-more");
        assertThat(unsafeAndMissed).isEmpty();
        assertThat(cases.all).isGreaterThan(1300);
        cases.isAtLeast(96);
    }

    /** Scripts of MariaDB, SQLite and H2 in all their peculiarity. */
    @Test
    void peculiarScriptsEndAsOnTheirServers() throws IOException {
        count("reruns-others");
        assertThat(unsafeAndMissed).isEmpty();
        assertThat(cases.all).isGreaterThan(1700);
        cases.isAtLeast(97);
    }

    /** Scripts that change what is there, of which nothing is told. */
    @Test
    void scriptsOnDatabasesOfWhichNothingIsKnownEndAsOnTheServer() throws IOException {
        count("reruns-unknown", Measurement::verdictOnAnything);
        assertThat(unsafeAndMissed).isEmpty();
        assertThat(cases.all).isGreaterThan(85);
        assertThat(100 * cases.right).as(cases.toString()).isGreaterThanOrEqualTo(93 * cases.all);
    }

    private void count(String resource) throws IOException {
        count(resource, Measurement::verdict);
    }

    private void count(String resource, Function<Measurement, Verdict> verdicts) throws IOException {
        List<String> others = new ArrayList<>();
        for (Measurement measurement : Measurement.all(resource)) {
            Verdict verdict = verdicts.apply(measurement);
            if (!count(measurement, Measurement.name(verdict))) {
                others.add(verdict + ", not " + measurement);
            }
        }
        table.forEach((row, number) -> System.out.println(row + ": " + number));
        System.out.println(resource + ": cases " + cases + "; files " + files);
        others.forEach(System.out::println);
    }

    private boolean count(Measurement measurement, String said) {
        boolean isRight = said.equals(measurement.end());
        boolean isUnsafe =
                measurement.end().equals("fails") || measurement.end().equals("mutates");
        if (isUnsafe && said.equals("repeats")) {
            unsafeAndMissed.add(measurement.toString());
        }
        (measurement.isFile() ? files : cases).add(isRight, said.equals("unsure"));
        String what = measurement.isFile() ? " file " : " case ";
        table.merge(measurement.dialect().id() + what + measurement.end() + ", said " + said, 1, Integer::sum);
        return isRight;
    }
}
