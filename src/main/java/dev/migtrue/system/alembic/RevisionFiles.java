package dev.migtrue.system.alembic;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.History;
import dev.migtrue.model.Kind;
import dev.migtrue.model.MalformedFile;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.MisleadingText;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UnreadFile;
import dev.migtrue.system.GraphOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of one tree, read into a {@link History}. */
final class RevisionFiles {

    /** A name that was the id, before files held it themselves; Alembic still takes it for one. */
    private static final Pattern ID_AS_NAME = Pattern.compile("([a-f0-9]+)\\.py");

    private final Tree tree;
    private final List<Found> found = new ArrayList<>();
    private final List<MalformedFile> malformed = new ArrayList<>();
    private final List<UnreadFile> unread = new ArrayList<>();
    private final List<MisleadingText> misleading = new ArrayList<>();

    /** Whether Alembic runs a file of its folders; when one that it runs is no migration, it refuses to go on. */
    static boolean isRun(String name) {
        return name.endsWith(".py") && !name.startsWith("__init__") && !name.startsWith(".#");
    }

    private record Found(MigrationId id, RevisionFile.Revision revision, FileSpan at) {}

    private RevisionFiles(Tree tree) {
        this.tree = tree;
    }

    /**
     * The history that files make; one that the tree does not have is passed over.
     *
     * @param idWidth how many characters of an id fit, unless one of the files may change that; absent where any do
     */
    static History history(Collection<RepoPath> paths, Optional<Integer> idWidth, Tree tree) {
        RevisionFiles files = new RevisionFiles(tree);
        tree.deriveAll(paths, RevisionFile.READ).forEach(files::add);
        History history = new History(Ordering.GRAPH, GraphOrder.of(files.migrations()), files.malformed, files.unread)
                .withMisleading(files.misleading);
        boolean isFixed = !files.found.isEmpty()
                && files.found.stream().noneMatch(one -> one.revision().speaksOfColumn());
        return idWidth.filter(width -> isFixed).map(history::withIdWidth).orElse(history);
    }

    private void add(RepoPath path, RevisionFile file) {
        switch (file) {
            case RevisionFile.Revision revision -> add(path, revision);
            case RevisionFile.Refused refused -> add(path, refused);
            case RevisionFile.Unknown unknown ->
                unread.add(new UnreadFile(new FileSpan(path, unknown.at()), unknown.reason()));
        }
    }

    private void add(RepoPath path, RevisionFile.Refused refused) {
        malformed.add(new MalformedFile(new FileSpan(path, refused.at()), refused.problem(), refused.help()));
    }

    private void add(RepoPath path, RevisionFile.Revision revision) {
        Optional<String> id = revision.id().or(() -> idAsName(path));
        if (id.isEmpty()) {
            add(path, RevisionFile.Refused.withoutId());
            return;
        }
        FileSpan at = new FileSpan(path, revision.at());
        found.add(new Found(new MigrationId(id.get()), revision, at));
        revision.gap().ifPresent(gap -> unread.add(new UnreadFile(at, gap)));
        revision.claims()
                .forEach(claim -> misleading.add(new MisleadingText(
                        new MigrationId(id.get()), new FileSpan(path, claim.at()), claim.said(), claim.meant())));
    }

    private List<Migration> migrations() {
        Map<String, MigrationId> names = new HashMap<>();
        found.forEach(one -> one.revision().labels().forEach(label -> names.putIfAbsent(label, one.id())));
        found.forEach(one -> names.put(one.id().value(), one.id()));
        return found.stream().map(one -> migration(one, names)).toList();
    }

    /** @param names what a migration may be called in {@code depends_on} */
    private Migration migration(Found one, Map<String, MigrationId> names) {
        return new Migration(
                one.id(),
                one.revision().title().orElseGet(() -> slug(one.id(), one.at().path())),
                Kind.VERSIONED,
                one.revision().parents().stream().map(MigrationId::new).toList(),
                one.revision().dependencies().stream()
                        .map(name -> Optional.ofNullable(names.get(name)).orElseGet(() -> new MigrationId(name)))
                        .toList(),
                one.revision().labels(),
                tree.contentId(one.at().path()).orElseThrow(),
                Optional.empty(),
                one.at());
    }

    private static Optional<String> idAsName(RepoPath path) {
        Matcher name = ID_AS_NAME.matcher(path.name());
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    /** The words that Alembic made the file name of. */
    private static String slug(MigrationId id, RepoPath path) {
        String stem = path.name().substring(0, path.name().length() - ".py".length());
        String prefix = id + "_";
        return (stem.startsWith(prefix) ? stem.substring(prefix.length()) : stem)
                .replace('_', ' ')
                .strip();
    }
}
