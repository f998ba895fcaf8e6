package dev.migtrue.gather.git.plumbing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.Constants;

/** What git stores, with the names of objects in it cut to the length that JGit knows. Each method is given names of 32 bytes. */
final class Shortening {

    private static final int LONG = ObjectFormat.SHA256.length();

    private Shortening() {}

    /** An object of a type that JGit has a number for. */
    static byte[] object(int type, byte[] content) {
        return switch (type) {
            case Constants.OBJ_TREE -> tree(content);
            case Constants.OBJ_COMMIT, Constants.OBJ_TAG -> header(content);
            default -> content;
        };
    }

    private static byte[] tree(byte[] tree) {
        ByteArrayOutputStream cut = new ByteArrayOutputStream(tree.length);
        int at = 0;
        while (at < tree.length) {
            int name = at;
            while (tree[at] != 0) {
                at++;
            }
            at++;
            cut.write(tree, name, at - name + ObjectFormat.KEPT);
            at += LONG;
        }
        return cut.toByteArray();
    }

    /** The lines before the empty one of a commit or tag name other objects; nothing below it does. */
    private static byte[] header(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        StringBuilder cut = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length() && text.charAt(at) != '\n') {
            int next = text.indexOf('\n', at) + 1;
            int end = next == 0 ? text.length() : next;
            String line = text.substring(at, end);
            boolean names = line.startsWith("tree ") || line.startsWith("parent ") || line.startsWith("object ");
            int kept = line.indexOf(' ') + 1 + Constants.OBJECT_ID_STRING_LENGTH;
            cut.append(names && line.length() > kept ? line.substring(0, kept) + "\n" : line);
            at = end;
        }
        return cut.append(text, at, text.length()).toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
