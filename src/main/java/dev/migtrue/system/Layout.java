package dev.migtrue.system;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Applied;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.GeneratedSql;
import dev.migtrue.model.HeldLock;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Project;
import dev.migtrue.model.Promised;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Reversal;
import dev.migtrue.model.Row;
import dev.migtrue.model.SchemaFile;
import dev.migtrue.model.Tree;
import dev.migtrue.model.VersionTable;
import java.util.List;
import java.util.Optional;

/** One use of a migration tool in a repository: where its files lie, and what they and its version table mean. Pure. */
public interface Layout {

    /** What the rest of the program needs to know of it. */
    Project project();

    /**
     * The migrations that a tree holds here; empty when the tree has none of its folders. Depends on nothing but the files below the
     * project's folders.
     */
    History history(Tree tree);

    /**
     * What the tool wrote of its migrations into a file beside them, held against the history of the same tree; absent where it writes none.
     */
    default Optional<SchemaFile> schemaFile(Tree tree, History history) {
        return Optional.empty();
    }

    /** The table in which the tool remembers what it applied. */
    VersionTable versionTable();

    /**
     * What rows of the version table say was run.
     *
     * @param table the name of the table as it was found
     * @param rows in the table's order
     * @param widest the history of all sources laid over each other: what lies behind a row may stand in any of them
     */
    Applied.Known applied(String table, List<Row> rows, History widest);

    /** The table by which the tool keeps its other runs out while one runs; absent where it has none, or locks otherwise. */
    default Optional<VersionTable> lockTable() {
        return Optional.empty();
    }

    /**
     * The lock that rows of the lock table tell of; absent while nobody holds it.
     *
     * @param table the name of the table as it was found
     */
    default Optional<HeldLock> lock(String table, List<Row> rows) {
        return Optional.empty();
    }

    /**
     * Whether a migration that has no file comes before all that have one, and the tool does not miss it: projects clear such files away once
     * every database has run them.
     *
     * @param widest the history of all sources laid over each other
     */
    default boolean isForerunner(MigrationId id, History widest) {
        return false;
    }

    /** Whether a tree has the part of a migration that takes it back; absent where the tool has no such parts, or it cannot be told. */
    default Optional<Reversal> reversal(Migration migration, Tree tree) {
        return Optional.empty();
    }

    /**
     * Whether a file that is gone may have held a migration, by where it lay and how it was called. Where names are free, one that has the id in it
     * as a word of its own: at its start, or anywhere if the id is too long to stand there by chance.
     */
    default boolean mayHaveHeld(RepoPath path, MigrationId id) {
        int telling = 8;
        String name = path.name();
        String word = id.value();
        int at = name.indexOf(word);
        int end = at + word.length();
        return at >= 0
                && (at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1)))
                && (end == name.length() || !Character.isLetterOrDigit(name.charAt(end)))
                && (at == 0 || word.length() >= telling);
    }

    /**
     * The checksum that the tool would store for a migration as {@code tree} holds it; absent where the tool keeps none, or where it
     * cannot be known without running the tool.
     */
    Optional<Checksum> checksum(Migration migration, Tree tree);

    /**
     * The SQL that the tool would run for a migration as {@code tree} holds it on one kind of database; absent where the tool makes none of its
     * own. It stands for the whole of the migration's place.
     *
     * @param dialect what users call that kind of database: {@code postgresql}
     */
    default Optional<GeneratedSql> generated(Migration migration, Tree tree, String dialect) {
        return Optional.empty();
    }

    /**
     * What kind of database the migrations of a tree are written for, as far as the tool's own files say it; absent where they do not.
     */
    default Optional<Dialect> dialect(Tree tree) {
        return Optional.empty();
    }

    /**
     * What a migration does when it is applied, as {@code tree} holds it: its way up only. Absent where it is not understood.
     *
     * @param dialect what its SQL is written in, unless the migration itself says otherwise
     */
    default Optional<Program> program(Migration migration, Tree tree, Dialect dialect) {
        return Optional.empty();
    }

    /** How a migration itself wants to be put into transactions, whatever its tool does else; absent where it does not say. */
    default Optional<Mode> mode(Migration migration, Tree tree, Dialect dialect) {
        return Optional.empty();
    }

    /**
     * What is promised of its migrations when they are run again. Less than usual where a tool writes them itself and puts no guards into them.
     */
    default Promised promised() {
        return Promised.USUAL;
    }

    /** What the tool calls some of the objects that its migrations make. */
    default Naming naming() {
        return Naming.KNOWN;
    }

    /** Whether a program tells the names of all that a migration makes. */
    enum Naming {
        /** It does. */
        KNOWN,
        /** Of tables and columns only, and packages that are installed from elsewhere make tables too. */
        OF_COLUMNS
    }

    /** How the tool's own library would run its migrations; where there is none here, all that is known is what each of them does. */
    default OwnRun ownRun() {
        return new OwnRun.None();
    }

    /** The command by which the project itself has its migrations run on a database that is to be thrown away; absent where it names none. */
    default Optional<String> replayCommand() {
        return Optional.empty();
    }

    /** Where the models of a tree stand for which its users have the tool write migrations; none where there are no such, or nobody knows where. */
    default List<ModelSource> models(Tree tree) {
        return List.of();
    }

    /** Further checksums that the tool would take for right. */
    default List<Checksum> accepted(Migration migration, Tree tree) {
        return List.of();
    }

    /**
     * Why the checksum of a migration cannot be known although the tool keeps one, in words that may follow the file's name and a colon; absent where it
     * is known, or where there is none to know.
     */
    default Optional<String> undecided(Migration migration, Tree tree) {
        return Optional.empty();
    }
}
