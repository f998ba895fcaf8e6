package dev.migtrue.system.alembic;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.History;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UnreadFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Migrations of which only the compiled file is there. Alembic runs them when told {@code sourceless = true}; nobody else can read them. */
final class CompiledRevisions {

    private static final Pattern COMPILED = Pattern.compile("(?!__init__|\\.#)[^.]+(?:\\.[^.]+)*\\.py[co]");
    private static final String CACHE = "__pycache__";

    private CompiledRevisions() {}

    /** A history, and the compiled files in its folders that have no source there. */
    static History besides(History history, List<RepoPath> folders, Tree tree) {
        List<UnreadFile> compiled = folders.stream()
                .flatMap(folder -> tree.filesUnder(folder).stream()
                        .filter(file -> COMPILED.matcher(file.name()).matches())
                        .filter(file -> folderOfSource(file).equals(Optional.of(folder)))
                        .filter(file -> tree.contentId(folder.child(source(file.name())))
                                .isEmpty()))
                .map(file -> new UnreadFile(
                        FileSpan.of(file), "it is compiled and has no source, and alembic runs it all the same"))
                .toList();
        return history.withUnread(
                Stream.concat(history.unread().stream(), compiled.stream()).toList());
    }

    private static Optional<RepoPath> folderOfSource(RepoPath file) {
        return file.parent().flatMap(folder -> folder.name().equals(CACHE) ? folder.parent() : Optional.of(folder));
    }

    private static String source(String compiled) {
        return compiled.substring(0, compiled.indexOf('.')) + ".py";
    }
}
