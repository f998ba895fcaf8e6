package dev.migtrue.system.django;

import dev.migtrue.language.code.declared.DeclaredModels;
import dev.migtrue.language.code.declared.DjangoModels;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.system.ModelSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where the models of an app stand: in its module {@code models}, or in the package of that name. */
final class AppModels {

    private static final Function<FileText, DeclaredModels> READ = AppModels::read;

    private AppModels() {}

    /** Absent for an app whose migrations do not lie with it: the settings that say so may hold at some places only. */
    static Optional<ModelSource> of(App app) {
        return Optional.of(app.folder())
                .filter(folder -> folder.name().equals(AppPackages.MIGRATIONS))
                .flatMap(RepoPath::parent)
                .map(root -> new ModelSource(
                        List.of(app.folder()),
                        ModelSource.Extent.OWN,
                        file -> isModels(file, root),
                        file -> file.name().endsWith(".py"),
                        READ,
                        Optional.empty()));
    }

    private static boolean isModels(RepoPath file, RepoPath root) {
        return file.equals(root.child("models.py"))
                || (file.isUnder(root.child("models")) && file.name().endsWith(".py"));
    }

    private static DeclaredModels read(FileText file) {
        return file instanceof FileText.Decoded decoded ? DjangoModels.read(decoded.text()) : DeclaredModels.NONE;
    }
}
