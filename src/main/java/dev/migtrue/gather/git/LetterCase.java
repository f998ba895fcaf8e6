package dev.migtrue.gather.git;

/** Whether names that differ only in the case of ASCII letters are different: git's {@code core.ignoreCase}. */
enum LetterCase {
    MATTERS,
    IGNORED;

    /** A byte string as it is compared. Only ASCII is folded: the other bytes are parts of characters. */
    String fold(String bytes) {
        if (this == MATTERS) {
            return bytes;
        }
        StringBuilder folded = new StringBuilder(bytes.length());
        bytes.chars().forEach(c -> folded.append((char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)));
        return folded.toString();
    }
}
