package dev.migtrue.gather;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.ModelChange;
import dev.migtrue.facts.Models;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.language.code.declared.ModelDifference;
import dev.migtrue.language.code.declared.ModelDifference.Changed;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import dev.migtrue.system.ModelSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at the models under review. Where no file that may hold one is under review, none is read. */
final class ModelReview {

    private final Repository repository;
    private final ReviewOrder order;
    private final List<Layout> all;

    /** @param all every use of a system there is: a model may as well belong to another one */
    ModelReview(Repository repository, ReviewOrder order, List<Layout> all) {
        this.repository = repository;
        this.order = order;
        this.all = List.copyOf(all);
    }

    /** The facts of a project, with what is wrong with its models. */
    Facts added(ReadProject project, Facts facts) {
        List<ModelSource> sources = order.breadth() == ReviewOrder.Breadth.MODELS
                ? Compared.now(order.set(), repository)
                        .map(project.layout()::models)
                        .orElse(List.of())
                : List.of();
        if (sources.isEmpty()) {
            return facts;
        }
        return Compared.of(order.set(), facts, repository)
                .map(compared ->
                        facts.in(facts.circumstances().withModels(models(sources, project.layout(), compared))))
                .orElse(facts);
    }

    private Models models(List<ModelSource> sources, Layout layout, Compared compared) {
        List<ModelChange> changes = sources.stream()
                .flatMap(source -> changes(source, layout, compared))
                .sorted(Comparator.comparing((ModelChange change) -> change.at().path())
                        .thenComparing(change -> change.at().span().startLine())
                        .thenComparing(ModelChange::model))
                .toList();
        RelationshipReview review = new RelationshipReview(order.set(), Nearness.among(all, layout, compared.now()));
        return new Models(
                changes,
                sources.stream()
                        .flatMap(source -> review.dangling(source, compared).stream())
                        .toList());
    }

    Stream<ModelChange> changes(ModelSource source, Layout layout, Compared compared) {
        List<RepoPath> files = compared.changed(source.holds());
        if (files.isEmpty() || !isMigrated(source, compared.now()) || hasNewMigration(source, compared)) {
            return Stream.empty();
        }
        Nearness nearness = Nearness.among(all, layout, compared.now());
        List<RepoPath> own = files.stream()
                .filter(file -> source.extent() == ModelSource.Extent.OWN || nearness.isNearest(file))
                .toList();
        return ModelDifference.between(
                        compared.before().deriveAll(own, source.reading()),
                        compared.now().deriveAll(own, source.reading()))
                .stream()
                .filter(changed -> isKnown(changed, source, compared.now()))
                .map(changed -> new ModelChange(
                        changed.at(), changed.kind() + " " + changed.model(), changed.changes(), source.folders()));
    }

    /** Whether there are migrations at all: without any, the tool that makes them is not used for these models. */
    private static boolean isMigrated(ModelSource source, Tree tree) {
        return migrations(source, tree).findAny().isPresent();
    }

    /** One that is gone was taken back together with what it was for. */
    private static boolean hasNewMigration(ModelSource source, Compared compared) {
        return Stream.concat(migrations(source, compared.now()), migrations(source, compared.before()))
                .anyMatch(compared::isChanged);
    }

    private static Stream<RepoPath> migrations(ModelSource source, Tree tree) {
        return source.folders().stream()
                .flatMap(folder -> tree.filesUnder(folder).stream())
                .filter(source.migrates());
    }

    /** A table that no migration mentions is made by something else. */
    private static boolean isKnown(Changed changed, ModelSource source, Tree tree) {
        Optional<String> table =
                changed.table().filter(name -> !changed.changes().equals(List.of("is new")));
        return table.isEmpty() || migrations(source, tree).anyMatch(file -> mentions(tree, file, table.get()));
    }

    private static boolean mentions(Tree tree, RepoPath file, String table) {
        return tree.text(file)
                .filter(text -> text instanceof FileText.Decoded decoded
                        && decoded.text().contains(table))
                .isPresent();
    }
}
