package dev.migtrue.system.django;

import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Folders of migrations that are taken for parts of tests and not read, so that it can be said.
 *
 * @param folders in the order of their paths
 */
record LeftOut(List<RepoPath> folders) {

    LeftOut {
        folders = List.copyOf(folders);
    }

    /** These layouts, each telling of the folders that lie nearest to it. */
    List<DjangoLayout> toldBy(List<DjangoLayout> layouts) {
        List<Optional<Integer>> nearest =
                folders.stream().map(folder -> nearest(folder, layouts)).toList();
        return IntStream.range(0, layouts.size())
                .mapToObj(index -> told(
                        layouts.get(index),
                        IntStream.range(0, folders.size())
                                .filter(folder -> nearest.get(folder).equals(Optional.of(index)))
                                .mapToObj(folders::get)
                                .toList()))
                .toList();
    }

    /** The layout with the deepest root around a folder; the first where none is. */
    private static Optional<Integer> nearest(RepoPath folder, List<DjangoLayout> layouts) {
        return IntStream.range(0, layouts.size())
                .boxed()
                .filter(index -> folder.isUnder(layouts.get(index).project().root()))
                .max(Comparator.comparingInt((Integer index) ->
                        layouts.get(index).project().root().value().length()))
                .or(() -> layouts.isEmpty() ? Optional.empty() : Optional.of(0));
    }

    private static DjangoLayout told(DjangoLayout layout, List<RepoPath> left) {
        if (left.isEmpty()) {
            return layout;
        }
        Project project = layout.project();
        String others = left.size() == 1 ? "" : " and %d more".formatted(left.size() - 1);
        return new DjangoLayout(
                project.recognisedBy("%s; left out as parts of tests: '%s'%s, unless INSTALLED_APPS names them"
                        .formatted(project.recognisedBy(), left.getFirst(), others)),
                layout.apps(),
                layout.settings());
    }
}
