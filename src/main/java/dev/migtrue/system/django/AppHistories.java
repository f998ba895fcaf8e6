package dev.migtrue.system.django;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.History;
import dev.migtrue.model.MalformedFile;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UnreadFile;
import dev.migtrue.system.GraphOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of all apps of a project in one tree, read into one {@link History}. */
final class AppHistories {

    private static final String SOURCE = ".py";
    private static final String COMPILED = ".pyc";

    private final DjangoLayout layout;
    private final Tree tree;
    private final List<Found> found = new ArrayList<>();
    private final List<MalformedFile> malformed = new ArrayList<>();
    private final List<UnreadFile> unread = new ArrayList<>();
    private final List<RepoPath> unmarked = new ArrayList<>();

    AppHistories(DjangoLayout layout, Tree tree) {
        this.layout = layout;
        this.tree = tree;
    }

    History joined() {
        layout.apps().stream().filter(app -> !app.isOff()).forEach(this::read);
        Links links = new Links(layout, found);
        List<Migration> migrations = found.stream()
                .map(one -> links.migration(one, tree.contentId(one.at().path()).orElseThrow()))
                .toList();
        unread.addAll(links.unread());
        return new History(Ordering.GRAPH, GraphOrder.of(migrations), malformed, unread, unmarked);
    }

    private void read(App app) {
        List<RepoPath> modules = modules(app.folder());
        int before = found.size();
        tree.deriveAll(modules, MigrationFile.READ).forEach((path, file) -> add(app, path, file));
        compiled(app.folder())
                .forEach(path -> unread.add(new UnreadFile(
                        FileSpan.of(path), "it is compiled and has no source, and django runs it all the same")));
        // Without it Python has a package all the same, but one that Django takes for an empty folder.
        if (found.size() > before
                && tree.contentId(app.folder().child("__init__.py")).isEmpty()) {
            unmarked.add(app.folder());
        }
    }

    /** What Django imports of a folder; folders in it are passed over. */
    private List<RepoPath> modules(RepoPath folder) {
        return tree.filesUnder(folder).stream()
                .filter(path -> path.parent().equals(Optional.of(folder)) && isModule(path.name()))
                .toList();
    }

    /** Compiled files in the place of their sources, of which there is none; those that Python keeps in a folder of their own are not looked at. */
    private List<RepoPath> compiled(RepoPath folder) {
        return tree.filesUnder(folder).stream()
                .filter(path -> path.parent().equals(Optional.of(folder)))
                .filter(path ->
                        path.name().endsWith(COMPILED) && isModule(path.name().replaceFirst("c$", "")))
                .filter(path ->
                        tree.contentId(folder.child(stem(path.name()) + SOURCE)).isEmpty())
                .toList();
    }

    /** The name of a module without the ending of its file. */
    static String stem(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    static boolean isModule(String name) {
        return name.endsWith(SOURCE) && name.length() > SOURCE.length() && "_~.".indexOf(name.charAt(0)) < 0;
    }

    private void add(App app, RepoPath path, MigrationFile file) {
        String name = stem(path.name());
        if (name.contains(".")) {
            if (file instanceof MigrationFile.Node) {
                malformed.add(new MalformedFile(
                        FileSpan.of(path),
                        "django passes over '%s': its name holds a dot".formatted(path.name()),
                        "rename it so that no dot stands before '.py'"));
            }
            return;
        }
        switch (file) {
            case MigrationFile.Node node -> found.add(new Found(app, name, node, new FileSpan(path, node.at())));
            case MigrationFile.Unknown unknown -> unread.add(new UnreadFile(FileSpan.of(path), unknown.reason()));
            case MigrationFile.NoMigration none ->
                malformed.add(new MalformedFile(
                        FileSpan.of(path),
                        "django refuses every app for it: the file has no class Migration",
                        "give the file a class Migration, or let its name begin with '_', or move it out of the folder of"
                                + " migrations"));
        }
    }
}
