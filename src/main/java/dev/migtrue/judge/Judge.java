package dev.migtrue.judge;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Survey;
import dev.migtrue.judge.rule.Need;
import dev.migtrue.judge.rule.Rule;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs rules over a survey and concludes. */
public final class Judge {

    /** So many scripts are looked at sooner than others are called. */
    private static final int MANY = 20;

    private final List<Rule> rules;
    private final Map<RuleId, RulePage> pages;

    /** What came of one rule. */
    private record Heard(List<ReportItem> items, List<Skipped> skipped) {
        static final Heard NOTHING = new Heard(List.of(), List.of());
    }

    /** @param pages the page of each rule */
    public Judge(List<Rule> rules, Map<RuleId, RulePage> pages) {
        this.rules = List.copyOf(rules);
        this.pages = Map.copyOf(pages);
    }

    /** What the rules find in the survey, measured against what the user demands. */
    public Report report(Survey survey, Policy policy) {
        List<ReportItem> found = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        boolean looksAtSchemas = survey.looksAtSchemas();
        for (Facts facts : survey.projects()) {
            List<ReportItem> ofProject = new ArrayList<>();
            // Rules know nothing of each other; where there is much to look at, each processor asks those that none has
            // asked.
            boolean isMuch = facts.circumstances().reviews().size() > MANY;
            (isMuch ? rules.parallelStream() : rules.stream())
                    .filter(rule -> !isToldElsewhere(page(rule), facts, policy, looksAtSchemas))
                    .map(rule -> heard(rule, facts, policy))
                    .toList()
                    .forEach(heard -> {
                        ofProject.addAll(heard.items());
                        skipped.addAll(heard.skipped());
                    });
            ofProject.sort(ReadingOrder.of(facts));
            found.addAll(ofProject);
        }
        return conclude(found, skipped, survey, policy);
    }

    /** What databases are made of is looked at by those commands that are about it, and told with one project of each. */
    private static boolean isToldElsewhere(RulePage page, Facts facts, Policy policy, boolean looksAtSchemas) {
        return page.needs().stream().anyMatch(Need::isOfSchemas)
                && facts.circumstances().schemas().isEmpty()
                && (looksAtSchemas || !policy.required().contains(Need.SCHEMA));
    }

    private Heard heard(Rule rule, Facts facts, Policy policy) {
        RulePage page = page(rule);
        if (facts.isOfScripts() && !page.isAboutContent()) {
            return Heard.NOTHING;
        }
        Map<Severity, Facts> graded = new Grading(page, policy.levels()).of(facts);
        if (graded.isEmpty()) {
            return Heard.NOTHING;
        }
        List<ReportItem> items = new ArrayList<>();
        graded.forEach((severity, seen) -> items.addAll(items(rule, page, severity, seen)));
        List<Skipped> unmet = Skips.unmet(page, facts);
        return new Heard(items, unmet.isEmpty() ? Skips.partly(page, facts) : unmet);
    }

    private static List<ReportItem> items(Rule rule, RulePage page, Severity severity, Facts facts) {
        FixGate gate = new FixGate(facts);
        return Skips.unmet(page, facts).isEmpty()
                ? rule.check(facts).stream()
                        .map(gate::passed)
                        .map(finding -> new ReportItem(facts.project(), severity, finding))
                        .toList()
                : List.of();
    }

    private static Report conclude(List<ReportItem> found, List<Skipped> skipped, Survey survey, Policy policy) {
        List<Suppressed> suppressed = found.stream()
                .flatMap(item -> policy.exceptions().of(item).map(by -> new Suppressed(item, by)).stream())
                .toList();
        List<ReportItem> items = found.stream()
                .filter(item -> policy.exceptions().of(item).isEmpty())
                .toList();
        int failing = (int) items.stream()
                .filter(item -> item.severity().reaches(policy.failOn()))
                .count();
        Set<RuleId> unheard = skipped.stream().map(Skipped::rule).collect(Collectors.toSet());
        List<String> notices = policy.exceptions().notices(found, unheard);
        return new Report(
                items, suppressed, skipped, Verification.unverified(survey, policy), failing, notices, survey);
    }

    private RulePage page(Rule rule) {
        return Optional.ofNullable(pages.get(rule.id()))
                .orElseThrow(() -> new IllegalStateException("rule " + rule.id() + " has no page"));
    }
}
