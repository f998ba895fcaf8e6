package dev.migtrue.model;

/** A stretch of one file. */
public record FileSpan(RepoPath path, Span span) {

    /** The whole file, pointed at by its first character. */
    public static FileSpan of(RepoPath path) {
        return new FileSpan(path, Span.START);
    }
}
