package dev.migtrue.judge;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.SourceView;
import dev.migtrue.facts.Survey;
import dev.migtrue.judge.rule.Need;
import dev.migtrue.judge.rule.Rule;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Project;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Severity;
import dev.migtrue.model.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges a change for a hook: only what the change itself brings or leaves behind may stop it. What was wrong before is not its business, and
 * what it has nothing to do with is at most a note.
 */
public final class ChangeReview {

    private final List<Rule> rules;
    private final Map<RuleId, RulePage> pages;
    private final Policy policy;

    /** @param pages the page of each rule */
    public ChangeReview(List<Rule> rules, Map<RuleId, RulePage> pages, Policy policy) {
        this.rules = List.copyOf(rules);
        this.pages = Map.copyOf(pages);
        this.policy = policy;
    }

    /** What makes a finding the same one before and after a change: its line may move. */
    private record Identity(
            Project project, RuleId rule, Optional<MigrationId> migration, String message, Location at) {

        static Identity of(ReportItem item) {
            Finding finding = item.finding();
            Location at = finding.at() instanceof Location.InFile file
                    ? new Location.InFile(FileSpan.of(file.at().path()))
                    : finding.at();
            return new Identity(item.project(), finding.rule(), finding.migration(), finding.message(), at);
        }
    }

    /** What is wrong after the change and was not wrong in any of the states that it starts from. Mere notes are left out. */
    public List<ReportItem> brought(Survey after, List<Survey> before) {
        Set<Identity> known = before.stream()
                .flatMap(survey -> items(rules, survey).stream())
                .map(Identity::of)
                .collect(Collectors.toSet());
        return items(rules, after).stream()
                .filter(item -> item.severity() != Severity.NOTE)
                .filter(item -> !known.contains(Identity.of(item)))
                .toList();
    }

    /**
     * What a commit of the index would leave behind: migrations in the working tree or in a database that would not be in HEAD then either.
     *
     * @param isItsBusiness whether the commit answers for a finding about a file of the working tree; else that finding is a note
     */
    public List<ReportItem> leftBehind(Survey survey, Predicate<ReportItem> isItsBusiness) {
        List<ReportItem> items = Stream.concat(
                        items(needing(needs -> needs.contains(Need.GIT) && !needs.contains(Need.DATABASE)), survey)
                                .stream(),
                        items(
                                needing(needs -> needs.containsAll(Set.of(Need.GIT, Need.DATABASE))),
                                survey.seen(facts -> SourceView.of(facts, Source.HEAD, Source.INDEX)))
                                .stream())
                .toList();
        return items.stream()
                .map(item -> item.finding().at() instanceof Location.InFile && isItsBusiness.test(item)
                        ? item
                        : new ReportItem(item.project(), Severity.NOTE, item.finding()))
                .toList();
    }

    /**
     * What a push would leave behind: migrations that a database has run, that are in this clone, and that the other side will not have.
     *
     * @param isSent whether the other side has a migration of a project, or will have it
     * @param isItsBusiness whether the push answers for a project; else what it leaves behind there is a note
     */
    public List<ReportItem> unsent(Survey survey, BiPredicate<Facts, Unsent> isSent, Predicate<Project> isItsBusiness) {
        Set<Known> kept = survey.projects().stream()
                .flatMap(facts -> Unsent.in(facts)
                        .filter(migration -> !isSent.test(facts, migration))
                        .map(migration -> new Known(facts.project(), migration.id())))
                .collect(Collectors.toSet());
        return items(needing(needs -> needs.contains(Need.DATABASE)), survey).stream()
                .filter(item -> item.finding()
                        .migration()
                        .filter(id -> kept.contains(new Known(item.project(), id)))
                        .isPresent())
                .map(item -> isItsBusiness.test(item.project())
                        ? item
                        : new ReportItem(item.project(), Severity.NOTE, item.finding()))
                .toList();
    }

    private record Known(Project project, MigrationId id) {}

    /** The report of these findings on what was read. */
    public Report report(Survey survey, List<ReportItem> items) {
        int failing = (int) items.stream()
                .filter(item -> item.severity().reaches(policy.failOn()))
                .count();
        Report whole = judge(List.of()).report(survey, policy);
        List<Project> order = survey.projects().stream().map(Facts::project).toList();
        List<ReportItem> byProject = items.stream()
                .sorted(Comparator.comparing(item -> order.indexOf(item.project())))
                .toList();
        return new Report(byProject, List.of(), whole.unverified(), failing, survey);
    }

    /** The rules that need this. */
    private List<Rule> needing(Predicate<Set<Need>> needs) {
        return rules.stream()
                .filter(rule -> Optional.ofNullable(pages.get(rule.id()))
                        .map(RulePage::needs)
                        .filter(needs)
                        .isPresent())
                .toList();
    }

    private List<ReportItem> items(List<Rule> some, Survey survey) {
        return judge(some).report(survey, policy).items();
    }

    private Judge judge(List<Rule> some) {
        return new Judge(some, pages);
    }
}
