package dev.migtrue.gather.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.rerun.Measurement;
import dev.migtrue.language.sql.rerun.TwoRuns.Sessions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was measured on servers once is measured here again, by the program itself. */
class AgreementWithMeasurementsIT {

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "SQLITE", "H2"})
    void twoRunsEndAsTheyDidBefore(Dialect dialect) throws IOException {
        List<Measurement> sample = sample(dialect);
        List<String> others = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        List<Measurement> leftOutInVain = new ArrayList<>();
        try (Scratch scratch = Scratches.start(dialect, Servers.search(dialect))) {
            for (Measurement measurement : sample) {
                Proof proof = proof(measurement, scratch);
                boolean isAsMeasured = name(proof).equals(measurement.end());
                String needs = measurement.part("needs").strip();
                if (needs.isEmpty() && !isAsMeasured) {
                    others.add(proof + ", not " + measurement);
                } else if (!needs.isEmpty()) {
                    leftOut.add("left out, for it needs " + needs + ": " + measurement.part("script").strip());
                    if (isAsMeasured) {
                        leftOutInVain.add(measurement);
                    }
                }
            }
            int measured = sample.size() - leftOut.size();
            System.out.printf(
                    "%s: %d of %d as measured, %d left out%n",
                    scratch.product(), measured - others.size(), measured, leftOut.size());
            leftOut.forEach(System.out::println);
        }
        assertThat(others).isEmpty();
        assertThat(leftOut).hasSizeLessThanOrEqualTo(1);
        assertThat(leftOutInVain).as("they can be measured after all").isEmpty();
    }

    private static Proof proof(Measurement measurement, Scratch scratch) {
        Mode mode = measurement.how().equals("transaction") ? Mode.ONE_TRANSACTION : Mode.STATEMENT_BY_STATEMENT;
        Sessions sessions = measurement.how().equals("one-session") ? Sessions.ONE : Sessions.TWO;
        try {
            scratch.clear();
        } catch (SQLException problem) {
            throw new IllegalStateException(measurement.toString(), problem);
        }
        Prover prover = new Prover(scratch);
        String before = measurement.part("before");
        assertThat(prover.add(Programs.of(measurement.dialect(), Mode.STATEMENT_BY_STATEMENT, before)))
                .as(measurement.toString())
                .isEmpty();
        return prover.prove(
                Programs.of(measurement.dialect(), mode, measurement.part("script")),
                measurement.part("between"),
                sessions);
    }

    /** An even share of each dialect, way of running and ending; all where the property says so. */
    private static List<Measurement> sample(Dialect dialect) throws IOException {
        int step = Integer.getInteger("proofs.step", 4);
        Map<String, List<Measurement>> groups = new LinkedHashMap<>();
        for (Measurement measurement : Measurement.all()) {
            if (measurement.dialect() == dialect) {
                groups.computeIfAbsent(measurement.how() + measurement.end(), key -> new ArrayList<>())
                        .add(measurement);
            }
        }
        List<Measurement> sample = new ArrayList<>();
        for (List<Measurement> group : groups.values()) {
            for (int index = 0; index < group.size(); index += step) {
                sample.add(group.get(index));
            }
        }
        return sample;
    }

    private static String name(Proof proof) {
        return switch (proof) {
            case Proof.Repeats repeats -> "repeats";
            case Proof.Mutates mutates -> "mutates";
            case Proof.Fails fails -> "fails";
            case Proof.NeverRuns never -> "never-runs";
            case Proof.NotProven unproven -> "not-proven";
        };
    }
}
