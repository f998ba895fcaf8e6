package dev.migtrue.system.alembic;

import dev.migtrue.language.code.declared.DeclaredModels;
import dev.migtrue.language.code.declared.MappedClasses;
import dev.migtrue.language.code.declared.MappedFile;
import dev.migtrue.language.code.declared.SqlAlchemyModels;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.system.ModelSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Where the models of an Alembic environment may stand: anywhere. Only running it tells which ones it means. */
final class MappedModels {

    private static final Function<FileText, DeclaredModels> READ = MappedModels::read;

    private static final Function<FileText, MappedFile> CLASSES = MappedModels::classes;

    /** Folders of what is no part of the program, or was written by others. */
    private static final Set<String> APART = Set.of(
            "test",
            "tests",
            "testing",
            "doc",
            "docs",
            "docs_src",
            "example",
            "examples",
            "sample",
            "samples",
            "tutorial",
            "tutorials",
            "benchmark",
            "benchmarks",
            "migration",
            "migrations",
            "alembic",
            "versions",
            "scripts",
            "node_modules",
            "site-packages",
            "vendor");

    private MappedModels() {}

    static ModelSource of(List<RepoPath> folders) {
        return new ModelSource(
                folders,
                ModelSource.Extent.NEAR,
                MappedModels::isModels,
                file -> file.name().endsWith(".py"),
                READ,
                Optional.of(CLASSES));
    }

    private static boolean isModels(RepoPath file) {
        String name = file.name();
        return name.endsWith(".py")
                && !name.startsWith("test_")
                && !name.endsWith("_test.py")
                && !name.equals("conftest.py")
                && file.parent().stream()
                        .flatMap(folder -> Arrays.stream(folder.value().split("/", -1)))
                        .noneMatch(APART::contains);
    }

    private static DeclaredModels read(FileText file) {
        return file instanceof FileText.Decoded decoded ? SqlAlchemyModels.read(decoded.text()) : DeclaredModels.NONE;
    }

    private static MappedFile classes(FileText file) {
        return MappedClasses.read(file instanceof FileText.Decoded decoded ? decoded.text() : "");
    }
}
