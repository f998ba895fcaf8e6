package dev.migtrue.system.flyway;

import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The settings of a single script, in a file beside it: {@code V1__x.sql.conf}.
 *
 * @param encoding the encoding of the script; absent where the general one holds
 * @param isPlaceholderReplaced whether placeholders are filled in; absent where the general setting holds
 * @param isInTransaction whether it is run in a transaction; absent where the general setting holds
 */
record SideFile(Optional<String> encoding, Optional<Boolean> isPlaceholderReplaced, Optional<Boolean> isInTransaction) {

    private static final SideFile NONE = new SideFile(Optional.empty(), Optional.empty(), Optional.empty());
    private static final Function<FileText, SideFile> READ = SideFile::read;
    private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]*(\\w+)[ \\t]*[=:][ \\t]*(\\S*)[ \\t]*$");

    /** What the file beside a script says; nothing when there is none. */
    static SideFile of(RepoPath script, Tree tree) {
        return tree.derive(new RepoPath(script.value() + ".conf"), READ).orElse(NONE);
    }

    private static SideFile read(FileText file) {
        return file instanceof FileText.Decoded decoded
                ? new SideFile(
                        value(decoded.text(), "encoding"),
                        value(decoded.text(), "placeholderReplacement").map(Boolean::valueOf),
                        value(decoded.text(), "executeInTransaction").map(Boolean::valueOf))
                : NONE;
    }

    private static Optional<String> value(String text, String key) {
        return LINE.matcher(text)
                .results()
                .filter(line -> line.group(1).equals(key))
                .map(line -> line.group(2))
                .findFirst();
    }
}
