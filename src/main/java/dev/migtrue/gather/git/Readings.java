package dev.migtrue.gather.git;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What functions made of contents they were given, over all trees of a repository: a migration that is the same
 * everywhere is read and parsed once. Copies that git holds for the same content count as the same, so the first one
 * asked for decides whether a function sees {@code \r\n} or {@code \n}; lines, columns and statements are the same in
 * both.
 */
final class Readings {

    private final Map<Function<FileText, ?>, Map<ContentId, Object>> made = new HashMap<>();

    /** What a function made of a content. */
    record Made<T>(ContentId content, FileText text, T result) {}

    boolean has(Function<FileText, ?> reading, ContentId content) {
        return made.getOrDefault(reading, Map.of()).containsKey(content);
    }

    /** Keeps what was made elsewhere, by the rule of {@link #of}. */
    <T> void keep(Function<FileText, T> reading, Made<T> one) {
        if (one.text() instanceof FileText.Decoded) {
            made.computeIfAbsent(reading, first -> new HashMap<>()).put(one.content(), one.result());
        }
    }

    <T> T of(Function<FileText, T> reading, ContentId content, Supplier<FileText> text) {
        Object result = made.getOrDefault(reading, Map.of()).get(content);
        if (result == null) {
            FileText read = text.get();
            Made<T> fresh = new Made<>(content, read, reading.apply(read));
            keep(reading, fresh);
            return fresh.result();
        }
        // Only what this very function returned was put under it.
        @SuppressWarnings("unchecked")
        T own = (T) result;
        return own;
    }
}
