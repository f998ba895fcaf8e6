package dev.migtrue.cli.prove;

import static dev.migtrue.report.Json.array;
import static dev.migtrue.report.Json.member;
import static dev.migtrue.report.Json.object;

import dev.migtrue.gather.scratch.Change;
import dev.migtrue.gather.scratch.Proof;
import dev.migtrue.gather.scratch.Stop;
import dev.migtrue.language.sql.rerun.Restart;
import dev.migtrue.language.sql.rerun.Verdict;
import dev.migtrue.report.Json;
import dev.migtrue.report.JsonText;
import java.util.List;
import java.util.Locale;

/** Trials for programs. */
public final class TrialJson {

    private static final int SCHEMA_VERSION = 1;

    private TrialJson() {}

    /**
     * Tells of trials.
     *
     * @param outcome {@code clean}, {@code findings} or {@code unverified}
     */
    public static String of(List<Trial> trials, String outcome) {
        return new JsonText()
                .of(object(
                        member("schemaVersion", SCHEMA_VERSION),
                        member("outcome", outcome),
                        member("migrations", migrations(trials))));
    }

    /** What came of each. */
    static Json migrations(List<Trial> trials) {
        return array(trials.stream().map(TrialJson::migration).toList());
    }

    private static Json migration(Trial trial) {
        return object(
                member("system", trial.system()),
                member("migration", trial.migration().id().value()),
                member("path", trial.migration().at().path().value()),
                member("product", Json.of(trial.product())),
                member("proven", proven(trial.proof())),
                member("fromText", Json.of(trial.read().map(TrialJson::word))),
                member(
                        "restarts",
                        array(trial.restarts().stream().map(TrialJson::restart).toList())));
    }

    private static Json restart(Restart restart) {
        return object(
                member("statements", restart.statements()),
                member("end", restart.end().name().toLowerCase(Locale.ROOT)));
    }

    private static Json proven(Proof proof) {
        return switch (proof) {
            case Proof.Repeats repeats -> object(member("verdict", "repeats"));
            case Proof.Fails fails -> stopped("fails", fails.stop());
            case Proof.NeverRuns never -> stopped("never-runs", never.stop());
            case Proof.NotProven unproven ->
                object(member("verdict", "not-proven"), member("reason", unproven.reason()));
            case Proof.Mutates mutates ->
                object(
                        member("verdict", "mutates"),
                        member(
                                "changes",
                                array(mutates.changes().stream()
                                        .map(TrialJson::change)
                                        .toList())));
        };
    }

    private static Json change(Change change) {
        return object(
                member("way", change.way().name().toLowerCase(Locale.ROOT)),
                member("what", change.what()),
                member("name", change.name()),
                member("detail", change.detail()));
    }

    private static Json stopped(String verdict, Stop stop) {
        return object(
                member("verdict", verdict),
                member("statement", stop.statement() + 1),
                member("line", stop.at().startLine()),
                member("column", stop.at().startColumn()),
                member("code", stop.code()),
                member("message", stop.message()));
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Repeats repeats -> "repeats";
            case Verdict.Mutates mutates -> "mutates";
            case Verdict.Fails fails -> "fails";
            case Verdict.NeverRuns never -> "never-runs";
            case Verdict.Unsure unsure -> "unsure";
        };
    }
}
