package dev.migtrue.cli;

import dev.migtrue.judge.rule.Rule;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.judge.rule.Rules;
import dev.migtrue.model.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** The rule pages that were packed into the program, in the order of the rules. */
record Pages(SequencedMap<RuleId, RulePage> byId) {

    static Pages load() {
        SequencedMap<RuleId, RulePage> pages = new LinkedHashMap<>();
        Rules.ALL.stream().map(Rule::id).forEach(id -> pages.put(id, RulePage.parse(text(id))));
        return new Pages(pages);
    }

    /** The page of the rule that is called so, or once was. */
    Optional<RulePage> find(String name) {
        return byId.values().stream()
                .filter(page -> page.id().value().equals(name) || page.aliases().contains(name))
                .findFirst();
    }

    private static String text(RuleId id) {
        String resource = "/rules/" + id + ".md";
        try (InputStream page = Pages.class.getResourceAsStream(resource)) {
            if (page == null) {
                throw new IllegalStateException("rule " + id + " has no page " + resource);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
