package dev.migtrue.system.keyed;

import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Tells files that bear a tool's mark from others; where the tool has none, every file does. */
final class Marked {

    private final Optional<Function<FileText, Boolean>> reading;

    Marked(Optional<Signs.Mark> mark) {
        this.reading = mark.map(sign -> text -> holds(sign.pattern(), text));
    }

    boolean bears(RepoPath path, Tree tree) {
        return reading.isEmpty() || tree.derive(path, reading.get()).orElse(false);
    }

    private static boolean holds(Pattern mark, FileText text) {
        return text instanceof FileText.Decoded decoded
                && mark.matcher(decoded.text()).find();
    }
}
