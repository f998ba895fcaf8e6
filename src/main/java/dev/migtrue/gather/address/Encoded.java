package dev.migtrue.gather.address;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Percent-encoding of what goes into a URL or comes out of one. */
final class Encoded {

    private Encoded() {}

    /** A text as a URL holds it at any place. */
    static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What was encoded; a percent sign that encodes nothing stands for itself, and so does a plus sign. */
    static String decode(String text) {
        return URLDecoder.decode(
                text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The query of a URL that gives these values; empty for none. */
    static String query(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> of(entry.getKey()) + "=" + of(entry.getValue()))
                .collect(Collectors.joining("&"));
    }
}
