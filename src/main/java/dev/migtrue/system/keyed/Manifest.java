package dev.migtrue.system.keyed;

import dev.migtrue.language.code.declared.DeclaredModels;
import dev.migtrue.model.FileText;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.system.ModelSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The files in which people write what schema they want, and from which the tool makes its migrations. They lie in the folder that holds that of the migrations, and in
 * folders for them below it.
 *
 * @param ending of their names
 * @param folders how folders for them are called: in one of these all that lies below counts
 * @param apart how folders are called that hold copies
 * @param reading what such a file declares: a constant
 */
record Manifest(String ending, Set<String> folders, Set<String> apart, Function<FileText, DeclaredModels> reading)
        implements KeyedTool.Trait {

    Manifest {
        folders = Set.copyOf(folders);
        apart = Set.copyOf(apart);
    }

    /** The models of each folder of a project. */
    List<ModelSource> sources(Project project, FileNames names) {
        return project.folders().stream()
                .map(folder -> new ModelSource(
                        List.of(folder),
                        ModelSource.Extent.OWN,
                        file -> isModels(file, folder.parent().orElse(RepoPath.TOP)),
                        file -> names.parse(file).isPresent(),
                        reading,
                        Optional.empty()))
                .toList();
    }

    private boolean isModels(RepoPath file, RepoPath home) {
        if (!file.value().endsWith(ending) || !file.isUnder(home)) {
            return false;
        }
        List<String> parts = Arrays.asList(file.relativeTo(home).split("/", -1));
        boolean isHere = parts.size() == 1 || folders.contains(home.name()) || folders.contains(parts.getFirst());
        return isHere && parts.stream().noneMatch(apart::contains);
    }
}
