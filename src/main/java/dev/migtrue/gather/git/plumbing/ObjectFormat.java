package dev.migtrue.gather.git.plumbing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * How a repository names its objects. JGit knows names of 20 bytes only; of a longer one it is given the first 20, which git takes for an abbreviation.
 * That tells objects apart as well as SHA-1 does.
 */
public enum ObjectFormat {
    SHA1(20),
    SHA256(32);

    /** So many bytes of a name JGit keeps. */
    static final int KEPT = Constants.OBJECT_ID_LENGTH;

    private final int length;

    ObjectFormat(int length) {
        this.length = length;
    }

    /** The format that git's setting {@code extensions.objectFormat} names; absent when we do not know it. */
    public static Optional<ObjectFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** The number of bytes in a name. */
    int length() {
        return length;
    }

    /** What JGit calls an object, of all hexadecimal digits of its name. */
    public static ObjectId id(String digits) {
        return ObjectId.fromString(digits.substring(0, Constants.OBJECT_ID_STRING_LENGTH));
    }

    /** The id of the blob that holds {@code content}. */
    public ObjectId blob(byte[] content) {
        if (this == SHA1) {
            try (ObjectInserter.Formatter hasher = new ObjectInserter.Formatter()) {
                return hasher.idFor(Constants.OBJ_BLOB, content);
            }
        }
        MessageDigest digest = digest(content.length);
        return ObjectId.fromRaw(digest.digest(content));
    }

    /** The id of the blob that holds the next {@code length} bytes. */
    public ObjectId blob(long length, InputStream content) throws IOException {
        if (this == SHA1) {
            try (ObjectInserter.Formatter hasher = new ObjectInserter.Formatter()) {
                return hasher.idFor(Constants.OBJ_BLOB, length, content);
            }
        }
        MessageDigest digest = digest(length);
        byte[] buffer = new byte[8192];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return ObjectId.fromRaw(digest.digest());
    }

    private static MessageDigest digest(long length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(("blob " + length + "\0").getBytes(StandardCharsets.US_ASCII));
            return digest;
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
