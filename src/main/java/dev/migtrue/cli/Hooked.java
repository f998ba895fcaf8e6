package dev.migtrue.cli;

import dev.migtrue.config.Configuration;
import dev.migtrue.facts.SourceView;
import dev.migtrue.facts.Survey;
import dev.migtrue.gather.Activity;
import dev.migtrue.gather.Grounds;
import dev.migtrue.gather.ListedSystem;
import dev.migtrue.gather.ReviewOrder;
import dev.migtrue.gather.ReviewSet;
import dev.migtrue.gather.Surveyor;
import dev.migtrue.gather.git.BaseWish;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.hook.HookMemory;
import dev.migtrue.hook.HookStage;
import dev.migtrue.hook.HooksFolder;
import dev.migtrue.hook.Push;
import dev.migtrue.judge.ChangeReview;
import dev.migtrue.judge.Report;
import dev.migtrue.judge.ReportItem;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.system.MigrationSystems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What git is about to do, read and judged. */
final class Hooked {

    private static final String USUAL_REMOTE = "origin";

    private static final String INDEX_VARIABLE = "GIT_INDEX_FILE";

    /** How git tells the hook of a merge what comes in: MERGE_HEAD is written only later. */
    private static final String INCOMING_VARIABLE = "GITHEAD_";

    private final Surroundings surroundings;
    private final Repository repository;
    private final Configuration configuration;
    private final List<String> databases;
    private final List<MigrationSystem> systems;
    private final ChangeReview review;

    /**
     * @param workplace stays open as long as this is used
     * @param databases by name or address
     */
    Hooked(Surroundings surroundings, Workplace workplace, List<String> databases, ChangeReview review) {
        this.surroundings = surroundings;
        this.repository = workplace.repository();
        this.configuration = workplace.configuration();
        this.databases = List.copyOf(databases);
        this.systems = ListedSystem.of(MigrationSystems.within(surroundings.environment()), configuration.systems());
        this.review = review;
    }

    /**
     * What there is to say at a stage: one report for a commit, one for each reference that is pushed, and one for what a push leaves behind.
     *
     * @param arguments what git passes to the hook
     */
    List<Report> reports(HookStage stage, List<String> arguments) {
        Map<String, String> environment = surroundings.environment();
        return switch (stage) {
            // The pre-commit framework, told to run us at every stage, does so after a checkout too.
            case PRE_COMMIT ->
                environment.containsKey("PRE_COMMIT_CHECKOUT_TYPE")
                        ? List.of()
                        : Push.ofFramework(environment)
                                .map(push -> sent(
                                        environment.getOrDefault("PRE_COMMIT_REMOTE_NAME", USUAL_REMOTE),
                                        List.of(push)))
                                .orElseGet(() -> List.of(committed(stage)));
            case PRE_MERGE_COMMIT -> List.of(committed(stage));
            case PRE_PUSH -> sent(arguments.stream().findFirst().orElse(USUAL_REMOTE), Push.sent(surroundings.in()));
            case PRE_RECEIVE -> received(Push.received(surroundings.in()));
            case POST_CHECKOUT, POST_MERGE, POST_REWRITE -> List.of();
        };
    }

    private List<Report> sent(String remote, List<Push> pushes) {
        if (pushes.isEmpty()) {
            return List.of();
        }
        try (OpenDatabases opened = openDatabases()) {
            HookedPush judged = HookedPush.to(remote, repository, systems, review);
            List<Report> reports = new ArrayList<>(judged.reports(pushes));
            if (!databases.isEmpty()) {
                reports.add(judged.leftBehind(pushes, opened.all(), configuration.absences()));
            }
            return reports;
        }
    }

    private List<Report> received(List<Push> pushes) {
        if (pushes.isEmpty()) {
            return List.of();
        }
        Optional<String> branch = HooksFolder.headBranch(surroundings.directory(), surroundings.environment());
        return HookedPush.into(branch, repository, systems, review).reports(pushes);
    }

    private Report committed(HookStage stage) {
        try (OpenDatabases opened = openDatabases()) {
            Activity activity = new Activity(repository.trees());
            Predicate<Layout> wanted = databases.isEmpty() ? activity::isIn : layout -> true;
            Survey survey = new Surveyor(repository, opened.all())
                    .declaring(configuration.absences())
                    .at(Instant.now())
                    .reviewing(new ReviewOrder(new ReviewSet.Staged()))
                    .survey(systems, wanted);
            remember();
            if (survey.projects().isEmpty()) {
                return review.report(survey, List.of());
            }
            Survey after = survey.seen(facts -> SourceView.alone(facts, Source.INDEX, Source.INDEX));
            List<Survey> before = new ArrayList<>(incoming());
            before.add(survey.seen(facts -> SourceView.alone(facts, Source.INDEX, Source.HEAD)));
            List<ReportItem> items = new ArrayList<>(review.brought(after, before));
            items.addAll(leftBehind(stage, survey, activity));
            return review.report(survey, items);
        }
    }

    /** What a commit leaves behind: it answers for that only where it is somebody's own work, in a project that it is about. */
    private List<ReportItem> leftBehind(HookStage stage, Survey survey, Activity activity) {
        boolean isOwnWork = stage == HookStage.PRE_COMMIT
                && !repository.isUnderway()
                && announced().isEmpty();
        Set<RepoPath> stagedElsewhere = stagedElsewhere();
        return review
                .leftBehind(
                        survey,
                        item -> isOwnWork && activity.isStagedIn(item.project().root()))
                .stream()
                .filter(item ->
                        item.finding().file().filter(stagedElsewhere::contains).isEmpty())
                .toList();
    }

    /**
     * Leaves what the launcher needs to know to do without us when nothing is going on. A database may change at any time; so may a snapshot, but
     * for the one that makes this be forgotten when it is taken.
     */
    private void remember() {
        HookMemory.wanted(surroundings.directory(), surroundings.environment())
                .filter(memory -> isForgottenWhenDatabasesChange())
                .ifPresent(memory -> repository
                        .head()
                        .ifPresent(head -> Grounds.of(
                                        repository.trees(), MigrationSystems.within(surroundings.environment()))
                                .ifPresent(grounds -> memory.keep(head.commit(), grounds.places(), grounds.names()))));
    }

    private boolean isForgottenWhenDatabasesChange() {
        boolean isUsualSnapshot = databases.equals(List.of(KeptSnapshot.WORD))
                && configuration.snapshot().file().isEmpty();
        return databases.isEmpty() || isUsualSnapshot;
    }

    /** What is being merged in: what is wrong there is not the fault of the merge. */
    private List<Survey> incoming() {
        return Stream.concat(announced().stream(), repository.incoming().stream())
                .distinct()
                .map(commit -> {
                    try (Repository theirs = open(surroundings.environment(), Optional.of(commit))) {
                        return new Surveyor(theirs, List.of())
                                .at(Instant.now())
                                .survey(systems, layout -> true)
                                .seen(facts -> SourceView.alone(facts, Source.INDEX, Source.BASE));
                    }
                })
                .toList();
    }

    /** The commits that git tells the hook of a merge of, by id. */
    private List<String> announced() {
        return surroundings.environment().keySet().stream()
                .filter(variable -> variable.startsWith(INCOMING_VARIABLE))
                .map(variable -> variable.substring(INCOMING_VARIABLE.length()))
                .toList();
    }

    /**
     * The files that only the usual index has when git has the hook look at another one. {@code git commit PATH} commits only what it is told to, and what is
     * staged besides waits for the next commit: it is not forgotten.
     */
    private Set<RepoPath> stagedElsewhere() {
        if (!surroundings.environment().containsKey(INDEX_VARIABLE)) {
            return Set.of();
        }
        Map<String, String> environment = new HashMap<>(surroundings.environment());
        environment.remove(INDEX_VARIABLE);
        try (Repository usual = open(environment, Optional.empty())) {
            Set<RepoPath> files = new HashSet<>(files(usual));
            files.removeAll(files(repository));
            return files;
        }
    }

    private Repository open(Map<String, String> environment, Optional<String> base) {
        return Repository.open(surroundings.directory(), environment, new BaseWish(base, configuration.base()));
    }

    private OpenDatabases openDatabases() {
        return Workplace.databases(configuration, repository, surroundings)
                .open(databases)
                .rememberedIn(repository.folder());
    }

    private static Set<RepoPath> files(Repository repository) {
        return tree(repository, Source.INDEX)
                .map(index -> Set.copyOf(index.files()))
                .orElse(Set.of());
    }

    private static Optional<Tree> tree(Repository repository, Source source) {
        return Optional.ofNullable(repository.trees().get(source));
    }
}
