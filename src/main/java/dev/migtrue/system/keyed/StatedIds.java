package dev.migtrue.system.keyed;

import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ids that attributes of classes in C# say: Entity Framework goes by them, and by no file's name. */
record StatedIds() implements KeyedTool.Trait {

    /** What is known of the id of one migration. */
    sealed interface Stated {

        /** Absent where it is not said, or not for certain. */
        default Optional<String> id() {
            return this instanceof As as ? Optional.of(as.said()) : Optional.empty();
        }
    }

    /** It is said. */
    record As(String said) implements Stated {}

    /** It may be said where, or as, nobody can read it. */
    record Somewhere() implements Stated {}

    /** No file says one, so that the tool does not see the class. */
    record Nowhere() implements Stated {}

    /**
     * What one file says.
     *
     * @param classes those that it declares, or parts of them
     * @param ids as they are written
     * @param isOpen whether an id may be said that cannot be read, or a class is no migration itself
     */
    private record Said(Set<String> classes, Set<String> ids, boolean isOpen) {

        boolean isSilent() {
            return ids.isEmpty() && !isOpen;
        }
    }

    private static final String ENDING = ".cs";

    private static final Pattern ID =
            Pattern.compile("(?m)^[^/\\n\"]*\\bMigration(?:Attribute)?\\(\\s*\"([^\"\\\\\\n]+)\"\\s*\\)");

    private static final Pattern HINT = Pattern.compile("\\bMigration(?:Attribute)?\\s*\\(|\\babstract\\b");

    private static final Pattern CLASS = Pattern.compile("\\bclass\\s+(\\w+)");

    private static final Said NOTHING = new Said(Set.of(), Set.of(), true);

    private static final Function<FileText, Said> READING = StatedIds::said;

    private static Said said(FileText file) {
        return file instanceof FileText.Decoded decoded
                ? new Said(
                        found(CLASS, decoded.text()),
                        found(ID, decoded.text()),
                        HINT.matcher(decoded.text()).find())
                : NOTHING;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the file itself says, or the one that was made with it, or else another one right beside it with a part of the same class. */
    Stated of(RepoPath migration, Tree tree) {
        String name = migration.name();
        RepoPath folder = migration.parent().orElse(RepoPath.TOP);
        RepoPath designer = folder.child(name.substring(0, name.length() - ENDING.length()) + ".Designer" + ENDING);
        Collection<Said> own =
                tree.deriveAll(List.of(migration, designer), READING).values();
        if (!own.stream().allMatch(Said::isSilent)) {
            return stated(own);
        }
        Set<String> classes =
                own.stream().flatMap(said -> said.classes().stream()).collect(Collectors.toUnmodifiableSet());
        return stated(beside(folder, tree)
                .filter(said -> !Collections.disjoint(said.classes(), classes))
                .toList());
    }

    private static Stream<Said> beside(RepoPath folder, Tree tree) {
        List<RepoPath> files = tree.filesUnder(folder).stream()
                .filter(file -> file.value().endsWith(ENDING))
                .filter(file -> file.parent().filter(folder::equals).isPresent())
                .toList();
        return tree.deriveAll(files, READING).values().stream();
    }

    private static Stated stated(Collection<Said> files) {
        Set<String> ids = files.stream().flatMap(said -> said.ids().stream()).collect(Collectors.toUnmodifiableSet());
        if (ids.isEmpty() && files.stream().allMatch(Said::isSilent)) {
            return new Nowhere();
        }
        return ids.size() == 1 ? new As(ids.iterator().next()) : new Somewhere();
    }
}
