package dev.migtrue.system.flyway;

import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Tools that name their migration files as Flyway does: files beside their marks are theirs. */
final class OtherTools {

    /** The paths of files that may be marks, as patterns. */
    static final Set<String> NAMES = Set.of("*refinery.toml", "*Cargo.toml", "*.csproj", "*schemachange-config.*");

    /** A file by whose name, and by a word in it, a tool is known. */
    private record Mark(Predicate<String> fileName, Function<FileText, Boolean> content) {}

    private static final List<Mark> MARKS = List.of(
            new Mark("refinery.toml"::equals, text -> true),
            new Mark("Cargo.toml"::equals, text -> mentions(text, "refinery")),
            new Mark(name -> name.endsWith(".csproj"), text -> mentions(text, "evolve")),
            new Mark(name -> name.startsWith("schemachange-config."), text -> true));

    /** No other tool. */
    static final OtherTools NONE = new OtherTools(List.of());

    private final List<RepoPath> projects;

    private OtherTools(List<RepoPath> projects) {
        this.projects = projects;
    }

    /** Those found in a tree. */
    static OtherTools in(Tree tree) {
        return new OtherTools(tree.files().stream()
                .filter(file -> MARKS.stream().anyMatch(mark -> isMarkedBy(mark, file, tree)))
                .map(file -> file.parent().orElse(RepoPath.TOP))
                .distinct()
                .toList());
    }

    /**
     * Whether a folder lies in the project of another tool, or right beside it as {@code migrations} does beside {@code
     * crates/db}.
     */
    boolean own(RepoPath folder) {
        RepoPath around = folder.parent().orElse(RepoPath.TOP);
        return projects.stream()
                .anyMatch(project -> folder.equals(project) || folder.isUnder(project) || project.isUnder(around));
    }

    private static boolean isMarkedBy(Mark mark, RepoPath file, Tree tree) {
        return mark.fileName().test(file.name())
                && tree.derive(file, mark.content()).orElse(false);
    }

    private static boolean mentions(FileText file, String word) {
        return file instanceof FileText.Decoded decoded
                && decoded.text().toLowerCase(Locale.ROOT).contains(word);
    }
}
