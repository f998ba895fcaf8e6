package dev.migtrue.cli;

import dev.migtrue.config.Configuration;
import dev.migtrue.facts.Survey;
import dev.migtrue.gather.ReviewOrder;
import dev.migtrue.gather.ReviewSet;
import dev.migtrue.gather.Scripts;
import dev.migtrue.gather.Surveyor;
import dev.migtrue.gather.Uses;
import dev.migtrue.judge.Exceptions.Extent;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The reading of a repository, with all places and databases, and with the scripts that the user named in it. */
record PlacesReading(ReadingOptions options, Workplace workplace, Surroundings here, Wish wish) {

    /** @param files among the paths that the user named */
    Reading read(NamedFiles files) {
        Configuration said = workplace.configuration();
        Path top = workplace.top(here);
        Surveyor surveyor = new Surveyor(workplace.repository(), List.of(), wish.depth())
                .lookingAhead()
                .declaring(said.absences())
                .at(Instant.now());
        Uses all = surveyor.detect(options.systems(said, here.environment()), layout -> true);
        List<RepoPath> claimed =
                onDisk().map(tree -> files.claimed(all.all(), tree, top)).orElse(List.of());
        List<Scripts.Given> scripts = files.scripts(claimed, top, here);
        List<Path> others = files.besides(claimed, top);
        if (wish.committing().isPresent() && scripts.isEmpty()) {
            throw new UsageException("--transaction is for files that no migration system claims, and none was named;"
                    + " for the others say it in migtrue.yaml");
        }
        Extent extent = wish.paths().isEmpty() && !options.isOfSomeSystems() ? Extent.WHOLE : Extent.PART;
        if (others.isEmpty() && !scripts.isEmpty()) {
            return new Reading(ReadingOptions.scripts(wish).alone(scripts), said, extent, top, List.of());
        }
        Uses uses = all.only(new WantedPaths(others, here.directory(), top));
        try (OpenDatabases opened = options.databases(workplace, here, uses)) {
            Survey survey = surveyor.asking(opened.all())
                    .reviewing(order(claimed))
                    .comparing(wish.schemas().order(workplace, here))
                    .survey(uses);
            return new Reading(
                    scripts.isEmpty() ? survey : ReadingOptions.scripts(wish).beside(survey, scripts),
                    said,
                    extent,
                    top,
                    opened.origins());
        }
    }

    private ReviewOrder order(List<RepoPath> claimed) {
        ReviewSet set = claimed.isEmpty() ? wish.content() : new ReviewSet.With(wish.content(), new HashSet<>(claimed));
        return new ReviewOrder(
                set,
                wish.dialect(),
                ReviewOrder.Breadth.MODELS,
                project -> new AddressHints(ReadingOptions.addresses(workplace, workplace.databases(here)))
                        .apply(project));
    }

    private Optional<Tree> onDisk() {
        return Optional.ofNullable(workplace.repository().trees().get(Source.WORKING_TREE));
    }
}
