package dev.migtrue.model;

import java.util.Optional;

/** What came of reading a file as text: its characters, or why they cannot be had. Bad files are data, not exceptions. */
public sealed interface FileText {

    /** The whole text, decoded from UTF-8; a byte order mark and the file's own line endings are kept. */
    record Decoded(String text) implements FileText {}

    /**
     * The file is there, but is not text for us.
     *
     * @param reason completes "cannot be read: …"
     * @param bytes what is in it, each byte as the character of its number, for who knows in what encoding it is; absent where it was not
     *     opened
     */
    record Unreadable(String reason, Optional<String> bytes) implements FileText {

        /** A file of which nothing is had. */
        public Unreadable(String reason) {
            this(reason, Optional.empty());
        }
    }
}
