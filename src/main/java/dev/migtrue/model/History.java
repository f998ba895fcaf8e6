package dev.migtrue.model;

import java.util.List;

/**
 * The migrations of one source in execution order, duplicates included; for {@link Ordering#GRAPH} in an order in which parents
 * come first where the graph allows it.
 *
 * @param malformed files that the tool would ignore or refuse
 * @param unread files that may be migrations, of which nothing is known or not all: one that has its id but computes its parents is
 *     both here and among the migrations. While there is one, an id without a file may be in it
 */
public record History(
        Ordering ordering, List<Migration> migrations, List<MalformedFile> malformed, List<UnreadFile> unread) {

    public History {
        migrations = List.copyOf(migrations);
        malformed = List.copyOf(malformed);
        unread = List.copyOf(unread);
    }

    /** The history of a source that holds no migration. */
    public static History empty(Ordering ordering) {
        return new History(ordering, List.of(), List.of(), List.of());
    }
}
