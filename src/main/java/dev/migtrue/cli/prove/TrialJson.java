package dev.migtrue.cli.prove;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.migtrue.gather.scratch.Change;
import dev.migtrue.gather.scratch.Proof;
import dev.migtrue.gather.scratch.Stop;
import dev.migtrue.language.sql.rerun.Restart;
import dev.migtrue.language.sql.rerun.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            json.writeStringField("outcome", outcome);
            json.writeArrayFieldStart("migrations");
            for (Trial trial : trials) {
                write(trial, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text + "\n";
    }

    private static void write(Trial trial, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("system", trial.system());
        json.writeStringField("migration", trial.migration().id().value());
        json.writeStringField("path", trial.migration().at().path().value());
        write("product", trial.product(), json);
        json.writeObjectFieldStart("proven");
        write(trial.proof(), json);
        json.writeEndObject();
        write("fromText", trial.read().map(TrialJson::word), json);
        json.writeArrayFieldStart("restarts");
        for (Restart restart : trial.restarts()) {
            json.writeStartObject();
            json.writeNumberField("statements", restart.statements());
            json.writeStringField("end", restart.end().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(String name, Optional<String> value, JsonGenerator json) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }

    private static void write(Proof proof, JsonGenerator json) throws IOException {
        switch (proof) {
            case Proof.Repeats repeats -> json.writeStringField("verdict", "repeats");
            case Proof.Fails fails -> write("fails", fails.stop(), json);
            case Proof.NeverRuns never -> write("never-runs", never.stop(), json);
            case Proof.NotProven unproven -> {
                json.writeStringField("verdict", "not-proven");
                json.writeStringField("reason", unproven.reason());
            }
            case Proof.Mutates mutates -> {
                json.writeStringField("verdict", "mutates");
                json.writeArrayFieldStart("changes");
                for (Change change : mutates.changes()) {
                    json.writeStartObject();
                    json.writeStringField("way", change.way().name().toLowerCase(Locale.ROOT));
                    json.writeStringField("what", change.what());
                    json.writeStringField("name", change.name());
                    json.writeStringField("detail", change.detail());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
        }
    }

    private static void write(String verdict, Stop stop, JsonGenerator json) throws IOException {
        json.writeStringField("verdict", verdict);
        json.writeNumberField("statement", stop.statement() + 1);
        json.writeNumberField("line", stop.at().startLine());
        json.writeNumberField("column", stop.at().startColumn());
        json.writeStringField("code", stop.code());
        json.writeStringField("message", stop.message());
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
