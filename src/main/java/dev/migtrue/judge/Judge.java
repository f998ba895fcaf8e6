package dev.migtrue.judge;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Survey;
import dev.migtrue.judge.Unverified.Weight;
import dev.migtrue.judge.rule.Need;
import dev.migtrue.judge.rule.Rule;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.Applied;
import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.Finding;
import dev.migtrue.model.History;
import dev.migtrue.model.Location;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        boolean looksAtSchemas = looksAtSchemas(survey);
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
            ofProject.sort(readingOrder(facts));
            found.addAll(ofProject);
        }
        return conclude(found, skipped, survey, policy);
    }

    private static boolean looksAtSchemas(Survey survey) {
        return survey.projects().stream()
                .anyMatch(facts -> !facts.circumstances().schemas().isEmpty());
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
        List<Skipped> unmet = unmet(page, facts);
        return new Heard(items, unmet.isEmpty() ? partlySkipped(page, facts) : unmet);
    }

    private static List<ReportItem> items(Rule rule, RulePage page, Severity severity, Facts facts) {
        FixGate gate = new FixGate(facts);
        return unmet(page, facts).isEmpty()
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
        return new Report(items, suppressed, skipped, unverified(survey, policy), failing, notices, survey);
    }

    /** Migrations in execution order, as names alone would put 10 before 9; what is about none comes last. */
    private static Comparator<ReportItem> readingOrder(Facts facts) {
        Map<MigrationId, Integer> positions = new HashMap<>();
        facts.presences().forEach(presence -> positions.put(presence.id(), positions.size()));
        facts.circumstances()
                .reviews()
                .forEach(review -> positions.putIfAbsent(review.migration().id(), positions.size()));
        return Comparator.comparing((ReportItem item) -> item.finding()
                        .migration()
                        .map(id -> positions.getOrDefault(id, positions.size()))
                        .orElse(positions.size()))
                .thenComparing(item -> path(item.finding()))
                .thenComparing(item -> line(item.finding()))
                .thenComparing(item -> item.finding().rule())
                .thenComparing(item -> item.finding().message());
    }

    private RulePage page(Rule rule) {
        return Optional.ofNullable(pages.get(rule.id()))
                .orElseThrow(() -> new IllegalStateException("rule " + rule.id() + " has no page"));
    }

    private static List<Skipped> unmet(RulePage page, Facts facts) {
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
    private static List<Skipped> partlySkipped(RulePage page, Facts facts) {
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

    private static List<Unverified> unverified(Survey survey, Policy policy) {
        Stream<Unverified> databases = survey.projects().stream()
                .flatMap(facts -> facts.databases().entrySet().stream())
                .flatMap(entry -> entry.getValue() instanceof Applied.NotRead unread
                        ? gap("database " + entry.getKey(), unread, policy).stream()
                        : Stream.empty());
        boolean isOfScripts = survey.projects().stream().allMatch(Facts::isOfScripts);
        Stream<Unverified> required = survey.projects().stream()
                .filter(facts -> isOfScripts || !facts.isOfScripts())
                .flatMap(facts -> policy.required().stream()
                        .sorted()
                        .filter(need -> !need.isOfSchemas()
                                || !looksAtSchemas(survey)
                                || !facts.circumstances().schemas().isEmpty())
                        .flatMap(
                                need -> need
                                        .unmetBy(facts)
                                        .map(reason -> new Unverified(need.label(), reason, Weight.REQUIRED))
                                        .stream()));
        Stream<Unverified> conflicts = survey.projects().stream()
                .flatMap(facts -> facts.branches().merges().values().stream())
                .flatMap(merge -> merge.conflicts().stream())
                .map(file -> new Unverified("merge of " + file.at().path(), file.reason(), Weight.TOLERATED));
        return Stream.of(required, base(survey, policy), databases, schemas(survey, policy), files(survey), conflicts)
                .flatMap(gaps -> gaps)
                .distinct()
                .toList();
    }

    private static Stream<Unverified> schemas(Survey survey, Policy policy) {
        Weight weight = policy.required().contains(Need.SCHEMA) ? Weight.REQUIRED : Weight.TOLERATED;
        return survey.projects().stream()
                .flatMap(facts -> facts.circumstances().schemas().entrySet().stream())
                .flatMap(entry -> entry.getValue().obstacle().stream()
                        .map(reason -> new Unverified("schema of database " + entry.getKey(), reason, weight)));
    }

    /** Those that could not be read, and those that may have been edited. */
    private static Stream<Unverified> files(Survey survey) {
        Stream<Unverified> unread = survey.projects().stream()
                .flatMap(facts -> facts.histories().values().stream())
                .map(History::unread)
                .flatMap(List::stream)
                .map(file -> new Unverified(file.at().path().toString(), file.reason(), Weight.TOLERATED));
        Stream<Unverified> undecided = survey.projects().stream()
                .flatMap(facts -> facts.edits().undecided().entrySet().stream())
                .map(file -> new Unverified(file.getKey().toString(), file.getValue(), Weight.TOLERATED));
        return Stream.concat(unread, undecided);
    }

    private static Stream<Unverified> base(Survey survey, Policy policy) {
        if (survey.projects().isEmpty() && policy.expectedBase().isEmpty()) {
            return Stream.empty();
        }
        return switch (survey.baseBranch()) {
            case BaseBranch.NotRead unread -> unreadBase(unread, policy).stream();
            case BaseBranch.Known known ->
                policy
                        .expectedBase()
                        .filter(expected -> !known.tip().commit().startsWith(expected))
                        .map(expected -> new Unverified(
                                Need.BASE.label() + " " + expected,
                                known.tip().name() + " is at " + known.tip().commit(),
                                Weight.REQUIRED))
                        .stream();
        };
    }

    /** One that is there, but not in this clone, leaves open what has changed; that there is none does not. */
    private static Optional<Unverified> unreadBase(BaseBranch.NotRead unread, Policy policy) {
        String base = Need.BASE.label();
        if (policy.required().contains(Need.BASE) || policy.expectedBase().isPresent()) {
            return Optional.of(new Unverified(base, unread.reason(), Weight.REQUIRED));
        }
        return unread.obstacle() == BaseBranch.Obstacle.OUT_OF_REACH
                ? Optional.of(new Unverified(base, unread.reason(), Weight.TOLERATED))
                : Optional.empty();
    }

    private static Optional<Unverified> gap(String what, Applied.NotRead unread, Policy policy) {
        return switch (unread.obstacle()) {
            case NOT_ASKED, ELSEWHERE -> Optional.empty();
            case REFUSED -> Optional.of(new Unverified(what, unread.reason(), Weight.REQUIRED));
            case UNREACHABLE ->
                Optional.of(new Unverified(
                        what,
                        unread.reason(),
                        policy.unreachable() == Policy.Unreachable.FAIL ? Weight.REQUIRED : Weight.TOLERATED));
        };
    }

    private static String path(Finding finding) {
        return switch (finding.at()) {
            case Location.InFile file -> file.at().path().value();
            case Location.InVersionTable row -> row.table();
            case Location.InSchema schema -> schema.object();
            case Location.WholeRepository whole -> "";
        };
    }

    private static int line(Finding finding) {
        return finding.at() instanceof Location.InFile file ? file.at().span().startLine() : 0;
    }
}
