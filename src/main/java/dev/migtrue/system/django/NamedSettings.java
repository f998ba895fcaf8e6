package dev.migtrue.system.django;

import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings that the program of a project names, wherever they lie, and those that these take all of. */
final class NamedSettings {

    private static final Pattern NAMING =
            Pattern.compile("DJANGO_SETTINGS_MODULE[\"']\\s*[,\\]]\\s*=?\\s*[\"']([\\w.]+)[\"']");
    private static final Pattern TAKING =
            Pattern.compile("(?m)^[ \\t]*from[ \\t]+(\\.*[\\w.]*)[ \\t]+import[ \\t]*\\(?[ \\t]*\\*");

    private static final Function<FileText, List<String>> NAMED = NamedSettings::named;
    private static final Function<FileText, List<String>> TAKEN = NamedSettings::taken;

    private final Tree tree;

    NamedSettings(Tree tree) {
        this.tree = tree;
    }

    /** The files, those first that the program names itself. */
    SequencedSet<RepoPath> of(RepoPath root) {
        SequencedSet<RepoPath> files = new LinkedHashSet<>();
        Deque<RepoPath> open = new ArrayDeque<>();
        tree.derive(root.child("manage.py"), NAMED).stream()
                .flatMap(List::stream)
                .flatMap(name -> module(name, root))
                .forEach(open::add);
        while (!open.isEmpty()) {
            RepoPath file = open.remove();
            if (files.add(file)) {
                tree.derive(file, TAKEN).stream()
                        .flatMap(List::stream)
                        .flatMap(name -> name.startsWith(".") ? relative(name, file) : module(name, root))
                        .forEach(open::add);
            }
        }
        return files;
    }

    private Stream<RepoPath> module(String dotted, RepoPath start) {
        return Stream.of(start, start.child("src"))
                .flatMap(folder -> file(dotted, folder).stream())
                .limit(1);
    }

    /** @param name begins with a dot for the folder of the file, and one more for each above it */
    private Stream<RepoPath> relative(String name, RepoPath file) {
        String dotted = name.replaceFirst("^\\.+", "");
        int up = name.length() - dotted.length();
        return Stream.iterate(file.parent(), Optional::isPresent, folder -> folder.flatMap(RepoPath::parent))
                .flatMap(Optional::stream)
                .skip(up - 1L)
                .limit(1)
                .flatMap(folder -> file(dotted, folder).stream());
    }

    private Optional<RepoPath> file(String dotted, RepoPath folder) {
        String path = dotted.replace('.', '/');
        return Stream.of(path + ".py", path + "/__init__.py")
                .flatMap(place -> folder.resolve(place).stream())
                .filter(place -> tree.contentId(place).isPresent())
                .findFirst();
    }

    private static List<String> named(FileText file) {
        return found(NAMING, file);
    }

    private static List<String> taken(FileText file) {
        return found(TAKING, file);
    }

    private static List<String> found(Pattern pattern, FileText file) {
        return file instanceof FileText.Decoded decoded
                ? pattern.matcher(decoded.text())
                        .results()
                        .map((MatchResult result) -> result.group(1))
                        .toList()
                : List.of();
    }
}
