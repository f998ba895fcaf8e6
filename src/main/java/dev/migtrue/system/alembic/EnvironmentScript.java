package dev.migtrue.system.alembic;

import dev.migtrue.language.code.Constant;
import dev.migtrue.language.code.PythonCall;
import dev.migtrue.language.code.PythonModule;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.model.VersionTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the program says that connects Alembic to its database ({@code env.py}); the only place that may rename the version table.
 *
 * @param namesFolders whether it may say itself where migrations lie
 * @param speaksOfColumn whether it names the column of the ids, which Alembic creates by itself: mostly to widen it
 * @param isHandedOn whether the name of the table comes from the configuration of Advanced Alchemy
 */
record EnvironmentScript(VersionTable versionTable, boolean namesFolders, boolean speaksOfColumn, boolean isHandedOn) {

    /** Holds the id of a migration. */
    static final String VERSION_COLUMN = "version_num";

    /** As many characters of an id fit into the column that Alembic creates. */
    private static final int WIDTH = 32;

    private static final String NAME = "version_table";
    private static final String SCHEMA = "version_table_schema";
    private static final String DEFAULT_NAME = "alembic_version";

    private static final List<String> COLUMNS = List.of(VERSION_COLUMN);
    private static final VersionTable DEFAULT = table(Optional.empty(), DEFAULT_NAME);

    /** By which the program may say itself which folders hold migrations. */
    private static final String FOLDERS = "version_locations";

    private static final EnvironmentScript PLAIN = new EnvironmentScript(DEFAULT, false, false, false);
    private static final Function<FileText, EnvironmentScript> READ = EnvironmentScript::read;

    /** What such a program says; where it leaves the version table to its run, that is the one which Alembic takes by itself. */
    static EnvironmentScript of(RepoPath script, Tree tree) {
        EnvironmentScript read = tree.derive(script, READ).orElse(PLAIN);
        return read.isHandedOn
                ? new EnvironmentScript(
                        read.versionTable.called(read.versionTable.schema(), AdvancedAlchemy.table(tree)),
                        read.namesFolders,
                        read.speaksOfColumn,
                        true)
                : read;
    }

    /** How many characters of an id fit; absent where the script, by naming the column, may make it wider. */
    Optional<Integer> idWidth() {
        return speaksOfColumn ? Optional.empty() : Optional.of(WIDTH);
    }

    private static EnvironmentScript read(FileText file) {
        if (!(file instanceof FileText.Decoded decoded)) {
            return PLAIN;
        }
        String text = decoded.text();
        // Looking into a script means loading a parser; most scripts do not name their table.
        List<PythonCall> calls = text.contains(NAME) ? PythonCall.read(text, "configure") : List.of();
        Optional<String> name = only(calls, NAME, text);
        return new EnvironmentScript(
                table(only(calls, SCHEMA, text), name.orElse(DEFAULT_NAME)),
                text.contains(FOLDERS),
                text.contains(VERSION_COLUMN),
                name.isEmpty() && text.contains(NAME) && AdvancedAlchemy.isIn(text));
    }

    /** The text that a keyword has wherever it is given; absent when it is computed, or differs. */
    private static Optional<String> only(List<PythonCall> calls, String keyword, String text) {
        List<Optional<String>> values = calls.stream()
                .flatMap(call -> call.keyword(keyword).stream())
                .map(value -> value instanceof Constant.Text plain
                        ? Optional.of(plain.value())
                        : value instanceof Constant.Computed ? named(keyword, text) : Optional.<String>empty())
                .distinct()
                .toList();
        return values.size() == 1 ? values.getFirst() : Optional.empty();
    }

    /** The text of the one variable of the script that a keyword is given; absent where it is given something else too. */
    private static Optional<String> named(String keyword, String text) {
        Set<String> names = Pattern.compile("(?m)(?<!^)\\b" + keyword + "\\s*=\\s*(?:([A-Za-z_]\\w*)\\s*[,)])?")
                .matcher(text)
                .results()
                .map(given -> Optional.ofNullable(given.group(1)).orElse(""))
                .collect(Collectors.toSet());
        return Optional.of(names)
                .filter(all -> all.size() == 1 && !all.contains(""))
                .flatMap(all ->
                        PythonModule.read(text, all).constant(all.iterator().next()))
                .flatMap(value -> value instanceof Constant.Text plain ? Optional.of(plain.value()) : Optional.empty());
    }

    private static VersionTable table(Optional<String> schema, String name) {
        return new VersionTable(schema, name, COLUMNS, List.of(), COLUMNS).measuring(VERSION_COLUMN);
    }
}
