package dev.migtrue.cli.prove;

import dev.migtrue.gather.scratch.Change;
import dev.migtrue.gather.scratch.Proof;
import dev.migtrue.gather.scratch.Stop;
import dev.migtrue.language.sql.rerun.Restart;
import dev.migtrue.language.sql.rerun.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Trials for people. */
public final class TrialText {

    private static final int SHOWN_CHANGES = 12;
    private static final int LONGEST_LINE = 160;

    private TrialText() {}

    public static String of(List<Trial> trials) {
        return trials.stream().map(TrialText::of).collect(Collectors.joining("\n"));
    }

    private static String of(Trial trial) {
        List<String> lines = new ArrayList<>();
        lines.add(trial.migration().at().path().value());
        String where = trial.product().map(product -> " on " + product).orElse("");
        lines.add("  proven" + where + ": " + words(trial.proof()));
        if (trial.proof() instanceof Proof.Mutates mutates) {
            mutates.changes().stream().limit(SHOWN_CHANGES).map(TrialText::line).forEach(lines::add);
            int more = mutates.changes().size() - SHOWN_CHANGES;
            if (more > 0) {
                lines.add("    and %d more".formatted(more));
            }
        }
        restarts(trial.restarts()).ifPresent(lines::add);
        trial.read().ifPresent(read -> lines.add("  from the text: " + words(read)));
        return String.join("\n", lines) + "\n";
    }

    private static String line(Change change) {
        String line = "    " + change.toString().lines().collect(Collectors.joining(" "));
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + " …" : line;
    }

    private static String words(Proof proof) {
        return switch (proof) {
            case Proof.Repeats repeats -> "a second run changes nothing";
            case Proof.Mutates mutates -> "a second run goes through and changes";
            case Proof.Fails fails -> "a second run fails " + words(fails.stop());
            case Proof.NeverRuns never -> "it does not run at all: it fails " + words(never.stop());
            case Proof.NotProven unproven -> "nothing: " + unproven.reason();
        };
    }

    private static String words(Stop stop) {
        String code = stop.code().isEmpty() ? "" : " (" + stop.code() + ")";
        return "at line %d: %s%s".formatted(stop.at().startLine(), stop.message(), code);
    }

    private static Optional<String> restarts(List<Restart> restarts) {
        if (restarts.isEmpty()) {
            return Optional.empty();
        }
        String refused = numbers(restarts, Restart.End.REFUSED);
        String other = numbers(restarts, Restart.End.OTHER);
        List<String> parts = new ArrayList<>();
        if (!refused.isEmpty()) {
            parts.add("the next run fails when it stopped behind statement " + refused);
        }
        if (!other.isEmpty()) {
            parts.add("the next run ends otherwise when it stopped behind statement " + other);
        }
        return Optional.of("  restarted: "
                + (parts.isEmpty() ? "wherever it stops, the next run ends the same" : String.join("; ", parts)));
    }

    private static String numbers(List<Restart> restarts, Restart.End end) {
        return restarts.stream()
                .filter(restart -> restart.end() == end)
                .map(restart -> String.valueOf(restart.statements()))
                .collect(Collectors.joining(", "));
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Repeats repeats -> "a second run changes nothing";
            case Verdict.Mutates mutates -> "a second run goes through and changes something";
            case Verdict.Fails fails ->
                "a second run fails at line " + fails.at().startLine();
            case Verdict.NeverRuns never -> "it does not run at all";
            case Verdict.Unsure unsure -> "nobody can know";
        };
    }
}
