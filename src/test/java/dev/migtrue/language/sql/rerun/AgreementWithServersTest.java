package dev.migtrue.language.sql.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How often two runs in the head end as they did on servers. */
class AgreementWithServersTest {

    private final Map<String, Integer> table = new TreeMap<>();
    private final List<String> unsafeAndMissed = new ArrayList<>();
    private int right;
    private int unsure;
    private int all;

    @Test
    void verdictsAreThoseOfTheServers() throws IOException {
        count("reruns");
        assertThat(unsafeAndMissed).isEmpty();
        assertThat(all).isGreaterThan(700);
        assertThat(right).isGreaterThanOrEqualTo(all * 98 / 100);
        assertThat(unsure).isLessThanOrEqualTo(all * 3 / 100);
    }

    @Test
    void verdictsOnMoreScriptsAreThoseOfPostgresToo() throws IOException {
        count("reruns-more");
        assertThat(unsafeAndMissed).isEmpty();
        assertThat(all).isGreaterThan(800);
        assertThat(right).isGreaterThanOrEqualTo(all * 95 / 100);
        assertThat(unsure).isLessThanOrEqualTo(all * 3 / 100);
    }

    private void count(String resource) throws IOException {
        List<String> others = new ArrayList<>();
        for (Measurement measurement : Measurement.all(resource)) {
            Verdict verdict = measurement.verdict();
            if (!count(measurement, Measurement.name(verdict))) {
                others.add(verdict + ", not " + measurement);
            }
        }
        table.forEach((row, number) -> System.out.println(row + ": " + number));
        others.forEach(System.out::println);
    }

    /** Scripts of MariaDB, SQLite and H2 in all their peculiarity. */
    @Test
    void peculiarScriptsEndAsOnTheirServers() throws IOException {
        for (Measurement measurement : Measurement.all("reruns-others")) {
            count(measurement, Measurement.name(measurement.verdict()));
        }
        table.forEach((row, number) -> System.out.println(row + ": " + number));
        assertThat(unsafeAndMissed).isEmpty();
        assertThat(all).isGreaterThan(1300);
        assertThat(right).isGreaterThanOrEqualTo(all * 94 / 100);
        assertThat(unsure).isLessThanOrEqualTo(all * 3 / 100);
    }

    private boolean count(Measurement measurement, String said) {
        boolean isRight = said.equals(measurement.end());
        boolean isUnsafe =
                measurement.end().equals("fails") || measurement.end().equals("mutates");
        if (isUnsafe && said.equals("repeats")) {
            unsafeAndMissed.add(measurement.toString());
        }
        all++;
        right += isRight ? 1 : 0;
        unsure += said.equals("unsure") ? 1 : 0;
        table.merge(measurement.dialect().id() + " " + measurement.end() + ", said " + said, 1, Integer::sum);
        return isRight;
    }
}
