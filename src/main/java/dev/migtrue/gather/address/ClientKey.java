package dev.migtrue.gather.address;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The file of a key by which a client shows who it is. OpenSSL writes keys in more forms than the driver can read. */
final class ClientKey {

    private static final int LOOKED_AT = 4096;

    /** Of the forms that are text the driver takes the plain one of PKCS #8 only. */
    private static final Pattern OTHER =
            Pattern.compile("-----BEGIN (?:RSA|EC|DSA|ENCRYPTED) PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED");

    private ClientKey() {}

    /** @throws dev.migtrue.model.UsageException when the driver cannot read this key, with the command that converts it */
    static void check(Path file) {
        if (Files.isRegularFile(file) && OTHER.matcher(start(file)).find()) {
            throw Malformed.unreadable(
                    "the driver cannot read the key of sslkey; convert it: openssl pkcs8 -topk8 -nocrypt"
                            + " -outform DER -in '%s' -out '%s.pk8', and name that file".formatted(file, file));
        }
    }

    private static String start(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
