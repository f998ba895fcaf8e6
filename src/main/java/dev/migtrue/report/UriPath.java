package dev.migtrue.report;

import dev.migtrue.model.RepoPath;
import java.nio.charset.StandardCharsets;

/** A path as a relative URI reference (RFC 3986), seen from the top of the work tree. */
final class UriPath {

    /**
     * What may stand in a path as it is. A colon may too, but not in the first part of a relative reference, where it
     * would end a scheme.
     */
    private static final String BARE = "-._~!$&'()*+,;=@/";

    private UriPath() {}

    static String of(RepoPath path) {
        StringBuilder uri = new StringBuilder();
        for (byte unit : path.toString().getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (unit & 0xff);
            if (isBare(character)) {
                uri.append(character);
            } else {
                uri.append("%%%02X".formatted((int) character));
            }
        }
        return uri.toString();
    }

    private static boolean isBare(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || BARE.indexOf(character) >= 0;
    }
}
