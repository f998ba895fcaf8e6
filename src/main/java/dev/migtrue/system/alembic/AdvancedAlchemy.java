package dev.migtrue.system.alembic;

import dev.migtrue.language.code.Constant;
import dev.migtrue.language.code.PythonCall;
import dev.migtrue.model.FileText;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Advanced Alchemy, and Litestar with it: the program configures Alembic where it configures its database, and {@code env.py} only hands that on. */
final class AdvancedAlchemy {

    private static final String PACKAGE = "advanced_alchemy";
    private static final String KEYWORD = "version_table_name";
    private static final String UNSAID = "alembic_versions";
    private static final List<String> CONFIGURATIONS = List.of("AlembicAsyncConfig", "AlembicSyncConfig");
    private static final Function<FileText, List<String>> TABLES = AdvancedAlchemy::tables;

    private AdvancedAlchemy() {}

    /** Whether an {@code env.py} is of its making. */
    static boolean isIn(String script) {
        return script.contains(PACKAGE);
    }

    /** The version table of a project: the one that its configurations name, if they name one in plain words; else the usual one. */
    static String table(Tree tree) {
        List<String> named = tree.files().stream()
                .filter(file -> file.value().endsWith(".py"))
                .flatMap(file -> tree.derive(file, TABLES).stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
        return named.size() == 1 ? named.getFirst() : UNSAID;
    }

    private static List<String> tables(FileText file) {
        return file instanceof FileText.Decoded decoded && decoded.text().contains(KEYWORD)
                ? CONFIGURATIONS.stream()
                        .flatMap(function -> PythonCall.read(decoded.text(), function).stream())
                        .flatMap(call -> call.keyword(KEYWORD).stream())
                        .flatMap(value ->
                                value instanceof Constant.Text text ? Stream.of(text.value()) : Stream.<String>empty())
                        .toList()
                : List.of();
    }
}
