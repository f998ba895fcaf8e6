package dev.migtrue.system.flyway;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UnreadFile;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells which files of a tree are migrations: of scripts their names say it, of classes also what stands in them. */
record MigrationFiles(Naming naming, Tree tree) {

    private static final Pattern NAMED_FOR_MIGRATION = Pattern.compile("(?i)[VBR]\\d.*|.*migrat.*");

    /** What a migration file is called, or calls itself; absent where Flyway does not take it for a migration. */
    Optional<ScriptName> name(RepoPath path) {
        Optional<ScriptName> name = naming.parse(path.name());
        return isReadClass(path, name)
                ? source(path).map(source -> said(source, name)).orElse(name)
                : name;
    }

    /** A class that is a migration, but does not say which. */
    Optional<UnreadFile> unread(RepoPath path) {
        return isReadClass(path, naming.parse(path.name()))
                        && source(path)
                                .filter(ClassSource.Computed.class::isInstance)
                                .isPresent()
                ? Optional.of(new UnreadFile(FileSpan.of(path), "its version is known only when getVersion() runs"))
                : Optional.empty();
    }

    /** Only classes that may well be migrations are opened: a package may hold thousands of others. */
    private static boolean isReadClass(RepoPath path, Optional<ScriptName> name) {
        return Naming.isClass(path.name())
                && (name.isPresent()
                        || NAMED_FOR_MIGRATION.matcher(path.name()).matches()
                        || path.parent()
                                .filter(folder -> Words.of(folder).meanMigrations())
                                .isPresent());
    }

    private Optional<ClassSource> source(RepoPath path) {
        return tree.derive(path, ClassSource.READ);
    }

    private static Optional<ScriptName> said(ClassSource source, Optional<ScriptName> name) {
        return switch (source) {
            case ClassSource.NoMigration none -> Optional.empty();
            case ClassSource.Computed unknown -> Optional.empty();
            case ClassSource.Unsaid unsaid -> name;
            case ClassSource.Numbered numbered ->
                Optional.of(new ScriptName.Versioned(
                        numbered.version(),
                        numbered.description()
                                .or(() -> name.map(ScriptName::description))
                                .orElse("")));
            case ClassSource.Unnumbered repeatable -> Optional.of(new ScriptName.Repeatable(repeatable.description()));
        };
    }
}
