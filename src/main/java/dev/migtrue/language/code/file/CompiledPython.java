package dev.migtrue.language.code.file;

import dev.migtrue.model.RepoPath;
import java.util.Optional;

/** The files that Python leaves beside those that it ran: {@code a/__pycache__/0001_x.cpython-312.pyc} beside {@code a/0001_x.py}. */
public final class CompiledPython {

    private static final String FOLDER = "__pycache__";
    private static final String ENDING = ".pyc";
    private static final String OF_SOURCE = ".py";

    private CompiledPython() {}

    /** What a file was compiled from, whether or not that is still there; absent where it is no compiled file. */
    public static Optional<RepoPath> source(RepoPath path) {
        String name = path.name();
        return path.parent()
                .filter(folder -> folder.name().equals(FOLDER))
                .flatMap(RepoPath::parent)
                .filter(folder -> name.endsWith(ENDING) && name.indexOf('.') > 0)
                .map(folder -> folder.child(stem(name) + OF_SOURCE));
    }

    /** A compiled name without its ending and the interpreter's tag; the source's own name may hold dots. */
    private static String stem(String compiled) {
        String bare = compiled.substring(0, compiled.length() - ENDING.length());
        int tag = bare.lastIndexOf(".opt-") > 0 ? bare.lastIndexOf(".opt-") : bare.length();
        int dot = bare.lastIndexOf('.', tag - 1);
        return dot > 0 ? bare.substring(0, dot) : bare;
    }
}
