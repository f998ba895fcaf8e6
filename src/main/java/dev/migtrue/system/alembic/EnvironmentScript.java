package dev.migtrue.system.alembic;

import dev.migtrue.language.code.Constant;
import dev.migtrue.language.code.PythonCall;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.model.VersionTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The program that connects Alembic to its database ({@code env.py}); the only place that may rename the version table. */
final class EnvironmentScript {

    /** Holds the id of a migration. */
    static final String VERSION_COLUMN = "version_num";

    private static final String NAME = "version_table";
    private static final String SCHEMA = "version_table_schema";
    private static final String DEFAULT_NAME = "alembic_version";

    /** Advanced Alchemy, and Litestar with it, hands its own name over when the script runs. */
    private static final String ADVANCED_ALCHEMY = "advanced_alchemy";

    private static final String ITS_NAME = "alembic_versions";
    private static final List<String> COLUMNS = List.of(VERSION_COLUMN);
    private static final VersionTable DEFAULT = table(Optional.empty(), DEFAULT_NAME);

    private static final Function<FileText, VersionTable> VERSION_TABLE = EnvironmentScript::versionTable;

    private EnvironmentScript() {}

    /** The version table that the script names; where it leaves that to its run, the one that Alembic takes by itself. */
    static VersionTable versionTable(RepoPath script, Tree tree) {
        return tree.derive(script, VERSION_TABLE).orElse(DEFAULT);
    }

    private static VersionTable versionTable(FileText file) {
        // Looking into a script means loading a parser; most scripts do not name their table.
        if (!(file instanceof FileText.Decoded decoded) || !decoded.text().contains(NAME)) {
            return DEFAULT;
        }
        List<PythonCall> calls = PythonCall.read(decoded.text(), "configure");
        String unsaid = decoded.text().contains(ADVANCED_ALCHEMY) ? ITS_NAME : DEFAULT_NAME;
        return table(only(calls, SCHEMA), only(calls, NAME).orElse(unsaid));
    }

    /** The text that a keyword has wherever it is given; absent when it is computed, or differs. */
    private static Optional<String> only(List<PythonCall> calls, String keyword) {
        List<Optional<String>> values = calls.stream()
                .flatMap(call -> call.keyword(keyword).stream())
                .map(value ->
                        value instanceof Constant.Text text ? Optional.of(text.value()) : Optional.<String>empty())
                .distinct()
                .toList();
        return values.size() == 1 ? values.getFirst() : Optional.empty();
    }

    private static VersionTable table(Optional<String> schema, String name) {
        return new VersionTable(schema, name, COLUMNS, List.of(), COLUMNS);
    }
}
