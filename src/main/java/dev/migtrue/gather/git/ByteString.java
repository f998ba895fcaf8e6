package dev.migtrue.gather.git;

import java.nio.charset.StandardCharsets;

/**
 * Strings that hold one byte of UTF-8 in each character: git matches patterns byte by byte. ASCII looks the same in
 * both forms.
 */
final class ByteString {

    private ByteString() {}

    static String of(String text) {
        return isAscii(text) ? text : of(text.getBytes(StandardCharsets.UTF_8));
    }

    static String of(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The text that a byte string stands for; what is not UTF-8 becomes U+FFFD. */
    static String text(String bytes) {
        return isAscii(bytes) ? bytes : new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > '\u007f') {
                return false;
            }
        }
        return true;
    }
}
