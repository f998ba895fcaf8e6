package dev.migtrue.cli;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Survey;
import dev.migtrue.gather.Activity;
import dev.migtrue.gather.ReviewOrder;
import dev.migtrue.gather.ReviewSet;
import dev.migtrue.gather.Surveyor;
import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.git.Proposal;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.hook.Push;
import dev.migtrue.judge.ChangeReview;
import dev.migtrue.judge.Report;
import dev.migtrue.model.DeclaredAbsence;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Revision;
import dev.migtrue.model.Source;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a push is about to change on the other side, read and judged from either side. */
final class HookedPush {

    private final Repository repository;
    private final List<MigrationSystem> systems;
    private final ChangeReview review;
    private final Optional<Revision> base;
    private final Predicate<Push> isToBase;

    /**
     * @param base the newest commit of the branch that everything will be merged into; absent where it is not known
     * @param isToBase whether that very branch is what is pushed to
     */
    private HookedPush(
            Repository repository,
            List<MigrationSystem> systems,
            ChangeReview review,
            Optional<Revision> base,
            Predicate<Push> isToBase) {
        this.repository = repository;
        this.systems = List.copyOf(systems);
        this.review = review;
        this.base = base;
        this.isToBase = isToBase;
    }

    /** What is sent to a remote: its default branch is the base. */
    static HookedPush to(String remote, Repository repository, List<MigrationSystem> systems, ChangeReview review) {
        Optional<Revision> base = repository.baseBranch().newest();
        return new HookedPush(
                repository,
                systems,
                review,
                base,
                push -> push.branch()
                        .filter(branch -> base.filter(tip -> tip.name().equals(remote + "/" + branch))
                                .isPresent())
                        .isPresent());
    }

    /** What is received: the branch that HEAD names is the base. */
    static HookedPush into(
            Optional<String> defaultBranch, Repository repository, List<MigrationSystem> systems, ChangeReview review) {
        Optional<Revision> base =
                repository.head().map(head -> new Revision(defaultBranch.orElse(head.name()), head.commit()));
        return new HookedPush(
                repository,
                systems,
                review,
                base,
                push -> push.branch().isPresent() && push.branch().equals(defaultBranch));
    }

    /** What there is to say of each reference; nothing where it is no commit that is pushed. */
    List<Report> reports(List<Push> pushes) {
        return pushes.stream()
                .flatMap(push -> proposal(push, push.sent()).stream().map(after -> report(after, before(push))))
                .toList();
    }

    /** What a database has run and what is still only in this clone after the push. */
    Report leftBehind(List<Push> pushes, List<Database> databases, List<DeclaredAbsence> absences) {
        Survey survey = new Surveyor(repository, databases)
                .declaring(absences)
                .at(Instant.now())
                .survey(systems, layout -> true);
        Set<Known> sent = pushes.stream()
                .flatMap(push -> proposal(push, push.sent()).stream())
                .flatMap(proposal -> survey(proposal, layout -> true, new ReviewSet.Nothing()).projects().stream())
                .flatMap(facts -> Known.in(facts, Source.HEAD))
                .collect(Collectors.toSet());
        survey.projects().forEach(facts -> Known.in(facts, Source.BASE).forEach(sent::add));
        return review.report(
                survey,
                review.unsent(
                        survey,
                        (facts, unsent) -> sent.contains(new Known(facts.project(), unsent.id()))
                                || unsent.paths().stream().anyMatch(repository::isOnRemote),
                        project -> pushes.stream().anyMatch(push -> changes(push, project.root()))));
    }

    private boolean changes(Push push, RepoPath folder) {
        return proposal(push, push.sent())
                .filter(after -> before(push).stream()
                        .allMatch(known ->
                                Activity.differ(Optional.of(after.files()), Optional.of(known.files()), folder)))
                .isPresent();
    }

    /** A migration of a project, wherever its files lie in another commit. */
    private record Known(String system, RepoPath root, MigrationId id) {

        Known(Project project, MigrationId id) {
            this(project.system(), project.root(), id);
        }

        static Stream<Known> in(Facts facts, Source source) {
            return facts.presences().stream()
                    .filter(presence -> presence.isIn(source))
                    .map(presence -> new Known(facts.project(), presence.id()));
        }
    }

    private Report report(Proposal after, List<Proposal> before) {
        Survey survey = survey(after, layout -> isChanged(after, before, layout), new ReviewSet.Fresh());
        List<Survey> earlier = survey.projects().isEmpty()
                ? List.of()
                : before.stream()
                        .map(known -> survey(known, layout -> true, new ReviewSet.Nothing()))
                        .toList();
        return review.report(survey, review.brought(survey, earlier));
    }

    private static boolean isChanged(Proposal after, List<Proposal> before, Layout layout) {
        return before.isEmpty()
                ? Activity.differ(Optional.of(after.files()), Optional.empty(), layout)
                : before.stream()
                        .allMatch(known ->
                                Activity.differ(Optional.of(after.files()), Optional.of(known.files()), layout));
    }

    private Survey survey(Repository repository, Predicate<Layout> wanted, ReviewSet content) {
        return new Surveyor(repository, List.of())
                .at(Instant.now())
                .reviewing(new ReviewOrder(content))
                .survey(systems, wanted);
    }

    /** What the other side has already, and so is not brought: the branch as it is there, and what it will be merged into. */
    private List<Proposal> before(Push push) {
        Optional<String> replaced = push.replaced().filter(repository::hasCommit);
        // What was last fetched of a branch is older than what the other side says it has.
        Optional<String> goal = base.map(Revision::commit).filter(tip -> replaced.isEmpty() || !isToBase.test(push));
        return Stream.concat(replaced.stream(), goal.stream())
                .distinct()
                .flatMap(commit -> proposal(push, commit).stream())
                .toList();
    }

    private Optional<Proposal> proposal(Push push, String commit) {
        Revision proposed = new Revision(push.branch().orElse(push.reference()), commit);
        Optional<String> replaced = push.replaced().filter(repository::hasCommit);
        if (isToBase.test(push) && replaced.isPresent()) {
            String name = base.map(Revision::name).orElse(proposed.name());
            return Proposal.asSuccessor(repository, proposed, new Revision(name, replaced.get()));
        }
        return Proposal.forMerge(repository, proposed, base);
    }
}
