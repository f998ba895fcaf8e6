package dev.migtrue.system;

import dev.migtrue.language.code.declared.DeclaredModels;
import dev.migtrue.language.code.declared.MappedFile;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Models, and where the migrations for them lie.
 *
 * @param folders where a migration for one of them would lie
 * @param extent whether the models are those of these migrations alone
 * @param holds which files may declare some
 * @param migrates which files below these folders are migrations
 * @param reading what a file declares: a constant
 * @param classes what a file says of classes that lead to each other: a constant; absent where there is no more to know than what it declares
 */
public record ModelSource(
        List<RepoPath> folders,
        Extent extent,
        Predicate<RepoPath> holds,
        Predicate<RepoPath> migrates,
        Function<FileText, DeclaredModels> reading,
        Optional<Function<FileText, MappedFile>> classes) {

    /** How models and migrations are tied together. */
    public enum Extent {
        /** By their place: these files, and no others, belong to these migrations. */
        OWN,
        /** By nothing but nearness: files may as well be those of other migrations. */
        NEAR
    }

    public ModelSource {
        folders = List.copyOf(folders);
    }
}
