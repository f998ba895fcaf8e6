package dev.migtrue.gather.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding as database tools read it: a percent sign that encodes nothing stands for itself, and so does a
 * plus sign.
 */
final class PercentEncoding {

    private PercentEncoding() {}

    /** @throws dev.migtrue.model.UsageException when a control character was encoded: none belongs into an address */
    static String decode(String text) {
        String decoded = URLDecoder.decode(
                text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replace("+", "%2B"), StandardCharsets.UTF_8);
        if (decoded.chars().anyMatch(Character::isISOControl)) {
            throw MalformedAddress.because("it holds an encoded control character");
        }
        return decoded;
    }
}
