package dev.migtrue.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The migrations of one source in execution order, duplicates included; for {@link Ordering#GRAPH} in an order in which parents
 * come first where the graph allows it.
 *
 * @param malformed files that the tool would ignore or refuse
 * @param unread files that may be migrations, of which nothing is known or not all: one that has its id but computes its parents is
 *     both here and among the migrations. While there is one, an id without a file may be in it
 * @param unmarked folders whose migrations the tool passes over, because the file that makes a package of them is not there; mostly none.
 *     The migrations are listed all the same
 * @param manifest where the tool's own list and the files do not agree
 * @param schemaFile what the tool wrote of the migrations beside them; absent where it writes nothing
 * @param misleading where words for people in a migration say another thing than what the tool goes by; mostly none
 * @param idWidth how many characters of an id the tool's own version table holds; absent where any id fits, or the project may have widened it
 * @param machineValues what the tool would fill in differently on every machine; mostly nothing
 */
public record History(
        Ordering ordering,
        List<Migration> migrations,
        List<MalformedFile> malformed,
        List<UnreadFile> unread,
        List<RepoPath> unmarked,
        Manifest manifest,
        Optional<SchemaFile> schemaFile,
        List<MisleadingText> misleading,
        Optional<Integer> idWidth,
        List<MachineValue> machineValues) {

    public History {
        machineValues = List.copyOf(machineValues);
        misleading = List.copyOf(misleading);
        unmarked = List.copyOf(unmarked);
        migrations = List.copyOf(migrations);
        malformed = List.copyOf(malformed);
        unread = List.copyOf(unread);
    }

    /** A history whose folders are all looked into by the tool, which goes by no list. */
    public History(
            Ordering ordering, List<Migration> migrations, List<MalformedFile> malformed, List<UnreadFile> unread) {
        this(ordering, migrations, malformed, unread, List.of());
    }

    /** The history of a tool that goes by no list. */
    public History(
            Ordering ordering,
            List<Migration> migrations,
            List<MalformedFile> malformed,
            List<UnreadFile> unread,
            List<RepoPath> unmarked) {
        this(ordering, migrations, malformed, unread, unmarked, Manifest.AGREED, Optional.empty());
    }

    /** The history of a tool that takes ids of any length and writes no words for people. */
    public History(
            Ordering ordering,
            List<Migration> migrations,
            List<MalformedFile> malformed,
            List<UnreadFile> unread,
            List<RepoPath> unmarked,
            Manifest manifest,
            Optional<SchemaFile> schemaFile) {
        this(
                ordering,
                migrations,
                malformed,
                unread,
                unmarked,
                manifest,
                schemaFile,
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** This history with other values of its migrations. */
    public History withMigrations(List<Migration> others) {
        return with(others, malformed, unread, schemaFile);
    }

    /** This history beside this schema file. */
    public History withSchemaFile(SchemaFile found) {
        return with(migrations, malformed, unread, Optional.of(found));
    }

    /** This history with other unread files. */
    public History withUnread(List<UnreadFile> others) {
        return with(migrations, malformed, others, schemaFile);
    }

    /** This history where the tool's own version table holds that many characters of an id. */
    public History withIdWidth(int characters) {
        return new History(
                ordering,
                migrations,
                malformed,
                unread,
                unmarked,
                manifest,
                schemaFile,
                misleading,
                Optional.of(characters),
                machineValues);
    }

    /** This history with what is said for people in its files and does not hold. */
    public History withMisleading(List<MisleadingText> found) {
        return new History(
                ordering, migrations, malformed, unread, unmarked, manifest, schemaFile, found, idWidth, machineValues);
    }

    /** This history with what the tool would fill in differently on every machine. */
    public History withMachineValues(List<MachineValue> found) {
        return new History(
                ordering, migrations, malformed, unread, unmarked, manifest, schemaFile, misleading, idWidth, found);
    }

    /** This history with other files. */
    public History withFiles(List<Migration> others, List<MalformedFile> refused, List<UnreadFile> unknown) {
        return with(others, refused, unknown, schemaFile);
    }

    private History with(
            List<Migration> others,
            List<MalformedFile> refused,
            List<UnreadFile> unknown,
            Optional<SchemaFile> schema) {
        return new History(
                ordering, others, refused, unknown, unmarked, manifest, schema, misleading, idWidth, machineValues);
    }

    /** The history of a source that holds no migration. */
    public static History empty(Ordering ordering) {
        return new History(ordering, List.of(), List.of(), List.of());
    }

    /** Every file that was looked at here, whatever came of it. */
    public SequencedSet<RepoPath> files() {
        SequencedSet<RepoPath> files = new LinkedHashSet<>();
        migrations.forEach(migration -> files.add(migration.at().path()));
        malformed.forEach(file -> files.add(file.at().path()));
        unread.forEach(file -> files.add(file.at().path()));
        return files;
    }

    /** Whether a file holds more than one migration. */
    public boolean holdsSeveralIn(RepoPath path) {
        return migrations.stream()
                        .filter(migration -> migration.at().path().equals(path))
                        .limit(2)
                        .count()
                > 1;
    }

    /** Whether a file is here of which nothing is known. */
    public boolean isUnread(RepoPath path) {
        return unread.stream().anyMatch(file -> file.at().path().equals(path));
    }
}
