package dev.migtrue.cli.prove;

import static dev.migtrue.report.Json.member;
import static dev.migtrue.report.Json.object;

import dev.migtrue.gather.scratch.Proof;
import dev.migtrue.report.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * What came of the second runs that an audit makes.
 *
 * @param trials one for each migration; none where there was an obstacle
 * @param obstacle why none was made: one line, lower case, no full stop, no secret; absent where some were
 */
public record Proofs(List<Trial> trials, Optional<String> obstacle) {

    /** More migrations than these are only counted. */
    private static final int NAMED = 3;

    public Proofs {
        trials = List.copyOf(trials);
    }

    /** What was tried. */
    public static Proofs of(List<Trial> trials) {
        return new Proofs(trials, Optional.empty());
    }

    /** Nothing was. */
    public static Proofs none(String reason) {
        return new Proofs(List.of(), Optional.of(reason));
    }

    /** What goes wrong in a second run, and what of the rest was not proven, for people; empty where all is well. */
    public String told() {
        List<Trial> notable =
                trials.stream().filter(trial -> trial.isBad() || trial.isOpen()).toList();
        String bad = notable.isEmpty() ? "" : "\n" + TrialText.of(notable);
        List<String> open = unproven();
        return open.isEmpty() ? bad : bad + "\nsecond runs that were not proven:\n" + indented(open);
    }

    private static String indented(List<String> lines) {
        return String.join("", lines.stream().map(line -> "  " + line + "\n").toList());
    }

    /** All that there is to say, a line each. */
    public List<String> lines() {
        return obstacle.map(reason -> List.of("not proven: " + reason))
                .orElseGet(() -> Stream.concat(TrialText.of(trials).lines(), unproven().stream())
                        .toList());
    }

    /** One line of how many were made. */
    public String summary() {
        long left = trials.stream().filter(trial -> reason(trial).isPresent()).count();
        return obstacle.map(reason -> "no second run was proven: " + reason)
                .orElseGet(() -> "second runs: %d of %d proven, %d of them must not be run twice%s"
                        .formatted(
                                trials.size() - left,
                                trials.size(),
                                trials.stream().filter(Trial::isBad).count(),
                                left == 0 ? "" : "; %d not proven: %s".formatted(left, reasons())));
    }

    private String reasons() {
        return String.join("; ", byReason().sequencedKeySet());
    }

    /** Each reason once, with the migrations that it holds for. */
    private List<String> unproven() {
        List<String> lines = new ArrayList<>();
        byReason().forEach((reason, files) -> {
            int more = files.size() - NAMED;
            String named = String.join(", ", files.stream().limit(NAMED).toList());
            lines.add("%s: %s%s".formatted(reason, named, more > 0 ? " and %d more".formatted(more) : ""));
        });
        return lines;
    }

    private SequencedMap<String, List<String>> byReason() {
        SequencedMap<String, List<String>> byReason = new LinkedHashMap<>();
        trials.forEach(trial -> reason(trial)
                .ifPresent(reason -> byReason.computeIfAbsent(reason, first -> new ArrayList<>())
                        .add(trial.migration().at().path().value())));
        return byReason;
    }

    /** Why nobody knows; absent where somebody does. */
    private static Optional<String> reason(Trial trial) {
        return trial.proof() instanceof Proof.NotProven unproven ? Optional.of(unproven.reason()) : Optional.empty();
    }

    /** All of it, for programs. */
    public Json.Member json() {
        return member(
                "proofs",
                object(
                        member("state", obstacle.isPresent() ? "not-made" : "made"),
                        member("reason", Json.of(obstacle)),
                        member("migrations", TrialJson.migrations(trials))));
    }
}
