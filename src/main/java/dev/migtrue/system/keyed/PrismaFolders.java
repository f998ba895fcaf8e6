package dev.migtrue.system.keyed;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Each folder of Prisma's migrations is a project of its own: with the file that Prisma puts among them, or beside the schema that they are made from. Drizzle names
 * folders and files alike, and has neither.
 */
record PrismaFolders() implements Grouping {

    static final String LOCK = "migration_lock.toml";

    private static final String SCHEMA = "schema.prisma";

    @Override
    public List<Group> groups(SequencedCollection<RepoPath> folders, Tree tree) {
        return folders.stream()
                .filter(folder -> isOwn(folder, tree))
                .map(folder -> new Group(root(folder, tree), List.of(folder)))
                .toList();
    }

    private static boolean isOwn(RepoPath folder, Tree tree) {
        return tree.contentId(folder.child(LOCK)).isPresent()
                || tree.contentId(around(folder).child(SCHEMA)).isPresent();
    }

    /** Where Prisma is called: the folder around {@code prisma}, where the schema lies in one of that name that is no package itself. */
    private static RepoPath root(RepoPath migrations, Tree tree) {
        RepoPath schema = around(migrations);
        RepoPath home = schema.name().equals("schema") ? around(schema) : schema;
        boolean isPackage = tree.contentId(home.child("package.json")).isPresent();
        return home.name().equals("prisma") && !isPackage ? around(home) : schema;
    }

    private static RepoPath around(RepoPath folder) {
        return folder.parent().orElse(RepoPath.TOP);
    }

    @Override
    public boolean isRecursive() {
        return false;
    }

    @Override
    public Set<String> telling(FileNames names) {
        Set<String> telling = new TreeSet<>(names.telling());
        telling.addAll(List.of("*" + LOCK, "*" + SCHEMA, "*prisma/package.json"));
        return telling;
    }

    @Override
    public Optional<String> words() {
        return Optional.of(LOCK + " among them, or " + SCHEMA + " beside them");
    }
}
