package dev.migtrue.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migtrue.model.FileText;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Configurations in a world of three rules and two migration systems. */
final class Configurations {

    private Configurations() {}

    static Vocabulary vocabulary() {
        SequencedMap<String, RuleId> rules = new LinkedHashMap<>();
        for (String id : List.of(
                "applied-but-missing",
                "case-collision",
                "conflict-markers",
                "dangling-parent",
                "duplicate-version",
                "late-migration",
                "multiple-heads",
                "pending-migration",
                "untracked-migration")) {
            rules.put(id, new RuleId(id));
        }
        rules.put("orphaned-row", new RuleId("applied-but-missing"));
        return new Vocabulary(
                rules,
                List.of("alembic", "flyway"),
                List.of("pre-commit", "pre-merge-commit", "pre-push"),
                List.of("postgresql", "mysql", "ansi"),
                List.of("file", "statement", "implicit-commit"));
    }

    static Configuration read(String text) {
        return new ConfigurationReader(vocabulary()).read("migtrue.yaml", new FileText.Decoded(text));
    }

    /** What is said of a text that must be refused. */
    static String refusal(String text) {
        UsageException refusal = catchThrowableOfType(UsageException.class, () -> read(text));
        return refusal == null ? "accepted" : String.valueOf(refusal.getMessage());
    }
}
