package dev.migtrue.system.keyed;

import dev.migtrue.language.code.declared.DeclaredModels;
import dev.migtrue.model.FileText;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.system.ModelSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The files that say what schema a tool's migrations are to build: written by people, or by the tool together with each migration.
 *
 * @param ending of their names
 * @param place where they lie
 * @param reading what such a file declares: one function for all files, by which what was read of them is found again
 */
record Manifest(String ending, Place place, Function<FileText, DeclaredModels> reading) implements KeyedTool.Trait {

    /** Where they lie, seen from a folder of migrations. */
    sealed interface Place {

        boolean holds(RepoPath file, RepoPath migrations);

        /** As a project says it of one folder of migrations. */
        default Place told(RepoPath migrations, Tree tree) {
            return this;
        }
    }

    /** Right among the migrations. */
    record Among() implements Place {

        @Override
        public boolean holds(RepoPath file, RepoPath migrations) {
            return file.parent().filter(migrations::equals).isPresent();
        }
    }

    /** In this file, or anywhere in this folder. */
    record Within(RepoPath place) implements Place {

        @Override
        public boolean holds(RepoPath file, RepoPath migrations) {
            return file.equals(place) || file.isUnder(place);
        }
    }

    /**
     * Where Prisma's configuration says; else in the folder that holds that of the migrations, and in folders for them below it.
     *
     * @param folders how such are called: in one of these all that lies below counts
     * @param apart how folders are called that hold copies
     */
    record Around(Set<String> folders, Set<String> apart) implements Place {

        public Around {
            folders = Set.copyOf(folders);
            apart = Set.copyOf(apart);
        }

        @Override
        public boolean holds(RepoPath file, RepoPath migrations) {
            RepoPath home = migrations.parent().orElse(RepoPath.TOP);
            if (!file.isUnder(home)) {
                return false;
            }
            List<String> parts = Arrays.asList(file.relativeTo(home).split("/", -1));
            boolean isHere = parts.size() == 1 || folders.contains(home.name()) || folders.contains(parts.getFirst());
            return isHere && parts.stream().noneMatch(apart::contains);
        }

        @Override
        public Place told(RepoPath migrations, Tree tree) {
            return PrismaConfig.schema(migrations, tree).<Place>map(Within::new).orElse(this);
        }
    }

    /** The models of each folder of a project. */
    List<ModelSource> sources(Project project, FileNames names, Tree tree) {
        return project.folders().stream()
                .map(folder -> source(folder, place.told(folder, tree), names))
                .toList();
    }

    private ModelSource source(RepoPath folder, Place told, FileNames names) {
        return new ModelSource(
                List.of(folder),
                ModelSource.Extent.OWN,
                file -> file.value().endsWith(ending) && told.holds(file, folder),
                file -> names.parse(file).isPresent(),
                reading,
                Optional.empty());
    }
}
