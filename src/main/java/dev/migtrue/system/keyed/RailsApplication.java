package dev.migtrue.system.keyed;

import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folders of one Rails application, with those of the engines and plugins inside it, share a version table; a folder that {@code
 * config/database.yml} gives to a database of its own has one for itself.
 */
final class RailsApplication implements Grouping {

    private static final String MAIN_FOLDER = "db/migrate";

    /** The file is a template that only running it can fill in, so it is not parsed: these lines are what is wanted. */
    private static final Pattern PATHS =
            Pattern.compile("^[ \\t]*migrations_paths:[ \\t]*[\"']?([^\\s\"'\\[#]+)", Pattern.MULTILINE);

    private static final Function<FileText, Set<String>> OWN_PATHS = RailsApplication::ownPaths;

    @Override
    public List<Group> groups(SequencedCollection<RepoPath> folders, Tree tree) {
        TreeMap<RepoPath, List<RepoPath>> shared = new TreeMap<>();
        TreeMap<RepoPath, RepoPath> separate = new TreeMap<>();
        for (RepoPath folder : tops(folders)) {
            RepoPath application = application(folder, tree);
            if (ownPathsOf(application, tree).contains(relative(folder, application))) {
                separate.put(folder, folder);
            } else {
                shared.computeIfAbsent(application, root -> new ArrayList<>()).add(folder);
            }
        }
        TreeMap<RepoPath, Group> groups = new TreeMap<>();
        shared.forEach((root, grouped) -> groups.put(root, new Group(root, grouped)));
        separate.forEach((root, folder) -> groups.put(root, new Group(root, List.of(folder))));
        return List.copyOf(groups.values());
    }

    /** Rails looks through folders in these folders too. */
    @Override
    public boolean isRecursive() {
        return true;
    }

    /** The outermost folders for migrations; what lies elsewhere, as {@code db/data} does, is for other gems. */
    private static Set<RepoPath> tops(SequencedCollection<RepoPath> folders) {
        Set<RepoPath> tops = new TreeSet<>();
        for (RepoPath folder : folders) {
            outermost(folder).ifPresent(tops::add);
        }
        return tops;
    }

    private static Optional<RepoPath> outermost(RepoPath folder) {
        Optional<RepoPath> found = Optional.empty();
        Optional<RepoPath> here = Optional.of(folder);
        while (here.isPresent()) {
            if (here.get().name().endsWith("migrate")) {
                found = here;
            }
            here = here.get().parent();
        }
        return found;
    }

    /** The nearest folder around that is a whole application; else the folder around {@code db}. */
    private static RepoPath application(RepoPath folder, Tree tree) {
        Optional<RepoPath> here = folder.parent();
        while (here.isPresent()) {
            if (tree.contentId(here.get().child("config").child("application.rb"))
                    .isPresent()) {
                return here.get();
            }
            here = here.get().parent();
        }
        RepoPath around = folder.parent().orElse(RepoPath.TOP);
        return around.name().equals("db") ? around.parent().orElse(RepoPath.TOP) : around;
    }

    private static Set<String> ownPathsOf(RepoPath application, Tree tree) {
        return tree.derive(application.child("config").child("database.yml"), OWN_PATHS)
                .orElse(Set.of());
    }

    private static Set<String> ownPaths(FileText file) {
        Set<String> paths = new HashSet<>();
        if (file instanceof FileText.Decoded decoded) {
            Matcher matcher = PATHS.matcher(decoded.text());
            while (matcher.find()) {
                paths.add(matcher.group(1));
            }
        }
        paths.remove(MAIN_FOLDER);
        return paths;
    }

    private static String relative(RepoPath folder, RepoPath application) {
        return folder.isUnder(application) ? folder.relativeTo(application) : "";
    }
}
