package dev.migtrue.gather;

import dev.migtrue.facts.BrokenRelationship;
import dev.migtrue.facts.BrokenRelationship.Instead;
import dev.migtrue.language.code.declared.Relationships;
import dev.migtrue.language.code.declared.Relationships.Dangling;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.system.ModelSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks whether relationships of mapped classes have another side. All classes are read where one of them is under review. */
record RelationshipReview(ReviewSet set, Nearness nearness) {

    private static final String SIGN = "relationship(";

    /** Those that stand, or lead, in a file under review; all of them where everything is. */
    List<BrokenRelationship> dangling(ModelSource source, Compared compared) {
        Set<RepoPath> changed = new HashSet<>(compared.changed(source.holds()));
        boolean isAsked = isEverything(set)
                || changed.stream().anyMatch(file -> leads(compared.now(), file) || leads(compared.before(), file));
        if (source.classes().isEmpty() || !isAsked) {
            return List.of();
        }
        List<RepoPath> files = compared.now().files().stream()
                .filter(source.holds())
                .filter(nearness::isNearest)
                .toList();
        return Relationships.dangling(
                        compared.now().deriveAll(files, source.classes().get()))
                .stream()
                .filter(found -> isEverything(set)
                        || changed.contains(found.at().path())
                        || changed.contains(found.otherAt().path()))
                .map(RelationshipReview::told)
                .sorted(Comparator.comparing(
                                (BrokenRelationship found) -> found.at().path())
                        .thenComparing(found -> found.at().span().startLine()))
                .toList();
    }

    private static boolean isEverything(ReviewSet asked) {
        return switch (asked) {
            case ReviewSet.Everything everything -> true;
            case ReviewSet.With with -> isEverything(with.others());
            case ReviewSet.Nothing nothing -> false;
            case ReviewSet.Fresh fresh -> false;
            case ReviewSet.Staged staged -> false;
            case ReviewSet.Since since -> false;
        };
    }

    private static boolean leads(Tree tree, RepoPath file) {
        Optional<FileText> text = tree.text(file);
        return text.filter(read -> read instanceof FileText.Decoded decoded
                        && decoded.text().contains(SIGN))
                .isPresent();
    }

    private static BrokenRelationship told(Dangling found) {
        Instead instead = switch (found.lack()) {
            case ABSENT -> Instead.NOTHING;
            case COLUMN -> Instead.COLUMN;
            case ELSEWHERE -> Instead.OTHER_RELATIONSHIP;
        };
        return new BrokenRelationship(
                found.at(), found.model(), found.name(), found.other(), found.back(), found.otherAt(), instead);
    }
}
