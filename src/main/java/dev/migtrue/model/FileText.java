package dev.migtrue.model;

/** What came of reading a file as text: its characters, or why they cannot be had. Bad files are data, not exceptions. */
public sealed interface FileText {

    /** The whole text, decoded from UTF-8; a byte order mark and the file's own line endings are kept. */
    record Decoded(String text) implements FileText {}

    /** The file is there, but is not text for us; {@code reason} completes "cannot be read: …". */
    record Unreadable(String reason) implements FileText {}
}
