package dev.migtrue.gather.git;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What functions made of contents they were given, over all trees of a repository: a migration that is the same everywhere is read and parsed once.
 * Copies that git holds for the same content count as the same, so the first one asked for decides whether a function sees {@code \r\n} or {@code
 * \n}; lines, columns and statements are the same in both.
 */
final class Readings {

    private final Map<Function<FileText, ?>, Map<ContentId, Object>> made = new HashMap<>();

    <T> T of(Function<FileText, T> reading, ContentId content, Supplier<FileText> text) {
        Map<ContentId, Object> known = made.computeIfAbsent(reading, first -> new HashMap<>());
        Object result = known.get(content);
        if (result == null) {
            FileText read = text.get();
            result = reading.apply(read);
            // One copy that may not be read says nothing of the others.
            if (read instanceof FileText.Decoded) {
                known.put(content, result);
            }
        }
        // Only what this very function returned was put under it.
        @SuppressWarnings("unchecked")
        T own = (T) result;
        return own;
    }
}
