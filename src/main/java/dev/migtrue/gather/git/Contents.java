package dev.migtrue.gather.git;

import dev.migtrue.model.FileText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes read as text. */
final class Contents {

    /** No text is larger, in bytes: what is, is data, and would only fill the memory. */
    static final int LARGEST_TEXT = 64 * 1024 * 1024;

    static final FileText TOO_LARGE = new FileText.Unreadable("larger than 64 MiB");
    static final FileText SYMBOLIC_LINK = new FileText.Unreadable("is a symbolic link");

    /** The first line of the small file that Git LFS stores in place of a large one. */
    static final String LFS_POINTER = "version https://git-lfs.github.com/spec/v1\n";

    private static final char REPLACEMENT = '\ufffd';

    private Contents() {}

    static FileText text(byte[] bytes) {
        // Malformed bytes come out as replacement characters; only then is it worth asking where they are.
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            int offset = firstMalformed(bytes);
            if (offset < bytes.length) {
                return new FileText.Unreadable(
                        isUtf16(bytes) ? "UTF-16, not UTF-8" : "not UTF-8 at byte offset " + offset,
                        Optional.of(new String(bytes, StandardCharsets.ISO_8859_1)));
            }
        }
        return isLfsPointer(bytes) ? new FileText.Unreadable("is a Git LFS pointer") : new FileText.Decoded(text);
    }

    static boolean isLfsPointer(byte[] bytes) {
        int length = LFS_POINTER.length();
        return bytes.length >= length && new String(bytes, 0, length, StandardCharsets.US_ASCII).equals(LFS_POINTER);
    }

    /** The offset of the first byte that does not belong to UTF-8; the length when there is none. */
    private static int firstMalformed(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        decoder.decode(input, output, true);
        return input.position();
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1 && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1));
    }
}
