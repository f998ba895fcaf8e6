package dev.migtrue.judge;

import dev.migtrue.facts.Facts;
import dev.migtrue.judge.rule.Need;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.Applied;
import java.util.List;
import java.util.stream.Stream;

/** Where a rule did not look, and why. */
final class Skips {

    private Skips() {}

    /** What a rule needs and a project has not, so that it does not run; empty where it runs. */
    static List<Skipped> unmet(RulePage page, Facts facts) {
        return page.needs().stream()
                .sorted()
                .flatMap(need ->
                        need
                                .unmetBy(facts)
                                .map(reason -> new Skipped(page.id(), facts.project(), need, reason))
                                .stream())
                .toList();
    }

    /** A rule that needs a database has run, but not for those that were not read. */
    static List<Skipped> partly(RulePage page, Facts facts) {
        return Stream.concat(unread(page, facts), uncompared(page, facts)).toList();
    }

    private static Stream<Skipped> uncompared(RulePage page, Facts facts) {
        return page.needs().stream()
                .filter(Need::isOfSchemas)
                .flatMap(need -> facts.circumstances().schemas().entrySet().stream()
                        .filter(entry -> !need.isMetBy(entry.getValue()))
                        .map(entry -> new Skipped(
                                page.id(),
                                facts.project(),
                                need,
                                entry.getKey() + ": "
                                        + entry.getValue().obstacle().orElse("not compared"))));
    }

    private static Stream<Skipped> unread(RulePage page, Facts facts) {
        if (!page.needs().contains(Need.DATABASE)) {
            return Stream.empty();
        }
        return facts.databases().entrySet().stream()
                .flatMap(entry -> entry.getValue() instanceof Applied.NotRead unread
                        ? Stream.of(new Skipped(
                                page.id(), facts.project(), Need.DATABASE, entry.getKey() + ": " + unread.reason()))
                        : Stream.empty());
    }
}
