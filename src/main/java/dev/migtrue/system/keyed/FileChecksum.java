package dev.migtrue.system.keyed;

import dev.migtrue.model.Checksum;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The checksum that a tool stores of a migration's file. */
enum FileChecksum implements KeyedTool.Trait {
    /** SHA-256 of the file in hexadecimal. Prisma takes it for right whatever the line ends of either text were. */
    SHA_256("sha-256");

    private final String algorithm;

    FileChecksum(String algorithm) {
        this.algorithm = algorithm;
    }

    /** Of a file as it is. */
    Checksum of(String text) {
        return stored(HexFormat.of().formatHex(digest(text)));
    }

    /** A value of the version table. */
    Checksum stored(String value) {
        return new Checksum(algorithm, value);
    }

    /** All others that the tool would take for right. */
    List<Checksum> accepted(String text) {
        String unix = text.replace("\r\n", "\n");
        return Stream.of(text, unix, unix.replace("\n", "\r\n"))
                .distinct()
                .flatMap(variant -> Stream.of(of(variant), stored(withoutZeros(digest(variant)))))
                .distinct()
                .toList();
    }

    /** As Prisma's first versions stored it: a byte below 16 was one digit. */
    private static String withoutZeros(byte[] digest) {
        StringBuilder digits = new StringBuilder();
        for (byte each : digest) {
            digits.append(Integer.toHexString(Byte.toUnsignedInt(each)));
        }
        return digits.toString();
    }

    private byte[] digest(String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
