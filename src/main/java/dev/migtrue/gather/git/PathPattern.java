package dev.migtrue.gather.git;

/**
 * One pattern of an ignore or attributes file, without negation. Paths are byte strings relative to the folder of the
 * file it stands in.
 */
final class PathPattern {

    private static final String SPECIAL = "*?[\\";

    private final LetterCase letterCase;
    private final boolean isForFolders;
    private final boolean isForNames;
    private final String literal;
    private final Glob rest;

    PathPattern(String written, LetterCase letterCase) {
        this.letterCase = letterCase;
        this.isForFolders = written.endsWith("/");
        String pattern = isForFolders ? written.substring(0, written.length() - 1) : written;
        this.isForNames = pattern.indexOf('/') < 0;
        String anchored = pattern.startsWith("/") ? pattern.substring(1) : pattern;
        // Of a path, git compares what comes before the first special character by itself, and matches only the rest
        // as a glob. It shows: a "**" right after that literal part counts as standing alone.
        int special = isForNames ? 0 : firstSpecial(anchored);
        this.literal = letterCase.fold(anchored.substring(0, special));
        this.rest = new Glob(anchored.substring(special), letterCase);
    }

    /** Whether the pattern speaks of the folder at {@code path}. */
    boolean matchesFolder(String path) {
        return matches(path);
    }

    /** Whether the pattern speaks of the file at {@code path}. */
    boolean matchesFile(String path) {
        return !isForFolders && matches(path);
    }

    private boolean matches(String path) {
        String seen = isForNames ? path.substring(path.lastIndexOf('/') + 1) : path;
        return letterCase.fold(seen).startsWith(literal) && rest.matches(seen.substring(literal.length()));
    }

    private static int firstSpecial(String pattern) {
        for (int at = 0; at < pattern.length(); at++) {
            if (SPECIAL.indexOf(pattern.charAt(at)) >= 0) {
                return at;
            }
        }
        return pattern.length();
    }
}
