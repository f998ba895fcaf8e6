package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaDiff;
import java.util.ArrayList;
import java.util.List;

/** Counts how many changes of an engine were found, and prints it. */
final class Tally {

    private final String engine;
    private int changes;
    private int found;
    private int missed;
    private int unfounded;

    Tally(String engine) {
        this.engine = engine;
    }

    /** Expects that a change is found, and nothing else. */
    void check(KnownChange change, Schema expected, Schema actual) {
        List<String> told = told(expected, actual);
        List<String> lacking = new ArrayList<>(change.differences());
        told.forEach(lacking::remove);
        List<String> surplus = new ArrayList<>(told);
        change.differences().forEach(surplus::remove);
        changes++;
        found += lacking.isEmpty() ? 1 : 0;
        missed += lacking.isEmpty() ? 0 : 1;
        unfounded += surplus.size();
        assertThat(told).isEqualTo(change.differences());
    }

    static List<String> told(Schema expected, Schema actual) {
        return told(SchemaDiff.between(expected, actual));
    }

    static List<String> told(SchemaDiff diff) {
        return diff.differences().stream().map(Tally::inWords).toList();
    }

    static String inWords(Difference difference) {
        return switch (difference) {
            case Difference.Missing missing -> "missing " + missing.object();
            case Difference.Unexpected unexpected -> "unexpected " + unexpected.object();
            case Difference.Renamed renamed ->
                renamed.object() + " -> " + renamed.actual().id();
            case Difference.Changed changed -> changed.object() + " " + changed.property() + values(changed);
        };
    }

    /** What takes several lines is not repeated. */
    private static String values(Difference.Changed changed) {
        String values = ": %s -> %s"
                .formatted(changed.expected().orElse("none"), changed.actual().orElse("none"));
        return values.contains("\n") ? " changed" : values;
    }

    @Override
    public String toString() {
        return "| engine | changes | found | missed | false |\n| %s | %d | %d | %d | %d |"
                .formatted(engine, changes, found, missed, unfounded);
    }
}
