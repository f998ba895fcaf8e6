package dev.migtrue.system.flyway;

import dev.migtrue.model.Checksum;
import dev.migtrue.model.FileText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * Flyway's checksum of a script: CRC-32 over the lines without their ends, so that a checkout with other line endings,
 * and one with or without a last line end, has the same.
 */
final class FlywayChecksum {

    /** The checksum of a file; absent when the file is not text. A constant, as trees want it. */
    static final Function<FileText, Optional<Checksum>> OF_FILE =
            file -> file instanceof FileText.Decoded decoded ? Optional.of(of(decoded.text())) : Optional.empty();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FlywayChecksum() {}

    /** The checksum of a script's whole text. */
    static Checksum of(String text) {
        String lines = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        CRC32 crc = new CRC32();
        // Line by line: half a surrogate pair on either side of a line end must not become a character.
        lines.lines().forEachOrdered(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return stored(Integer.toString((int) crc.getValue()));
    }

    /** A checksum as the version table holds it: a signed decimal number. */
    static Checksum stored(String value) {
        return new Checksum("flyway-crc32", value);
    }
}
