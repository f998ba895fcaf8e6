package dev.migtrue.cli;

import dev.migtrue.config.Configuration;
import dev.migtrue.facts.Arrival;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.SourceView;
import dev.migtrue.facts.Survey;
import dev.migtrue.gather.Activity;
import dev.migtrue.gather.ListedSystem;
import dev.migtrue.gather.Surveyor;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.hook.HookStage;
import dev.migtrue.hook.Passage;
import dev.migtrue.judge.ChangeReview;
import dev.migtrue.judge.Report;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.system.MigrationSystems;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What git has just put into the working tree, read and judged for whoever goes on working there. */
final class HookedArrival {

    private final Surroundings surroundings;
    private final List<String> databases;
    private final Workplace workplace;
    private final List<MigrationSystem> systems;
    private final ChangeReview review;

    /** @param databases by name or address */
    HookedArrival(Surroundings surroundings, Workplace workplace, List<String> databases, ChangeReview review) {
        this.surroundings = surroundings;
        this.workplace = workplace;
        this.databases = List.copyOf(databases);
        this.systems = ListedSystem.of(
                MigrationSystems.within(surroundings.environment()),
                workplace.configuration().systems());
        this.review = review;
    }

    /**
     * What there is to tell.
     *
     * @param arrivals what became of the migrations of each project
     * @param report what is wrong now and was not before, and what could not be read
     */
    record News(List<Arrival> arrivals, Report report) {

        News {
            arrivals = List.copyOf(arrivals);
        }
    }

    /** What there is to tell after a step; absent where no migration is another one than before. */
    Optional<News> after(HookStage stage, List<String> arguments) {
        return Passage.announced(
                        stage, arguments, surroundings.in(), surroundings.directory(), surroundings.environment())
                .filter(step -> isAboutMigrations(step.from()))
                .map(step -> news(step.from()));
    }

    /** Asked of the two commits alone, as most steps bring no migration: reading the working tree is what takes time. */
    private boolean isAboutMigrations(String before) {
        Optional<Tree> then = workplace.repository().tree(before);
        Optional<Tree> now = workplace.repository().tree("HEAD");
        return then.isPresent() && now.isPresent() && Activity.differ(then.get(), now.get(), systems);
    }

    private News news(String before) {
        Configuration configuration = workplace.configuration();
        try (Repository repository =
                        Repository.open(surroundings.directory(), surroundings.environment(), Optional.of(before));
                OpenDatabases opened = Workplace.databases(configuration, repository, surroundings)
                        .open(databases)
                        .rememberedIn(repository.folder())) {
            Map<Source, Tree> trees = repository.trees();
            Optional<Tree> now = Optional.ofNullable(trees.get(Source.HEAD));
            Optional<Tree> then = Optional.ofNullable(trees.get(Source.BASE));
            Survey survey = new Surveyor(repository, opened.all())
                    .declaring(configuration.absences())
                    .at(Instant.now())
                    .survey(systems, layout -> then.isPresent() && Activity.differ(now, then, layout));
            List<Facts> projects = survey.projects();
            Survey after = survey.seen(facts -> SourceView.alone(facts, Source.HEAD, Source.HEAD));
            Survey earlier = survey.seen(facts -> SourceView.alone(facts, Source.HEAD, Source.BASE));
            return new News(
                    projects.stream().map(Arrival::of).toList(),
                    review.report(survey, review.brought(after, List.of(earlier))));
        }
    }
}
