package dev.migtrue.config;

import dev.migtrue.model.RuleId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The names that a configuration may use and that others give.
 *
 * @param rules every rule by its id, and after these by the ids that it had before
 * @param systems the migration systems
 * @param stages the hooks of git that can be installed
 * @param dialects the dialects of SQL
 * @param transactions the ways in which runners commit
 */
public record Vocabulary(
        SequencedMap<String, RuleId> rules,
        List<String> systems,
        List<String> stages,
        List<String> dialects,
        List<String> transactions) {

    public Vocabulary {
        rules = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rules));
        systems = List.copyOf(systems);
        stages = List.copyOf(stages);
        dialects = List.copyOf(dialects);
        transactions = List.copyOf(transactions);
    }
}
