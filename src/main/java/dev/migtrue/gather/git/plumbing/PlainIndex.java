package dev.migtrue.gather.git.plumbing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * An index of version 2 or 3, made such that JGit can read it: ids as long as JGit's, and in the place of each folder that a sparse index has as one entry
 * the files in it, marked as left out of the work tree. What git notes after the entries is not kept. See git's documentation of the index format.
 */
final class PlainIndex {

    private static final int HEADER = 12;

    /** What precedes the name of an object in an entry: times, device, mode, owner, size. */
    private static final int STAT = 40;

    private static final int MODE = 24;
    private static final int VERSION = 3;
    private static final short EXTENDED = 0x4000;
    private static final short SKIP_WORK_TREE = 0x4000;
    private static final int LONGEST_NAME = 0xFFF;

    private final byte[] from;
    private final ByteBuffer numbers;
    private final ObjectFormat format;
    private final Function<ObjectId, List<OddIndex.Leaf>> trees;
    private final ByteArrayOutputStream entries;
    private int count;

    private PlainIndex(byte[] from, ObjectFormat format, Function<ObjectId, List<OddIndex.Leaf>> trees) {
        this.from = from;
        this.numbers = ByteBuffer.wrap(from);
        this.format = format;
        this.trees = trees;
        this.entries = new ByteArrayOutputStream(from.length);
    }

    /** @param trees the files of a tree, in git's order */
    static byte[] of(byte[] index, ObjectFormat format, Function<ObjectId, List<OddIndex.Leaf>> trees) {
        return new PlainIndex(index, format, trees).made();
    }

    private byte[] made() {
        int at = HEADER;
        int present = numbers.getInt(HEADER - Integer.BYTES);
        for (int entry = 0; entry < present; entry++) {
            at = copy(at);
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.put(from, 0, Integer.BYTES).putInt(VERSION).putInt(count);
        ByteArrayOutputStream whole = new ByteArrayOutputStream(HEADER + entries.size() + ObjectFormat.KEPT);
        whole.writeBytes(header.array());
        whole.writeBytes(entries.toByteArray());
        whole.writeBytes(checksum(whole.toByteArray()));
        return whole.toByteArray();
    }

    /** Takes over the entry at an offset, and gives the offset of the next. */
    private int copy(int at) {
        int flags = at + STAT + format.length();
        int name = flags + ((numbers.getShort(flags) & EXTENDED) == 0 ? Short.BYTES : 2 * Short.BYTES);
        int end = name;
        while (from[end] != 0) {
            end++;
        }
        if (numbers.getInt(at + MODE) == FileMode.TREE.getBits()) {
            String folder = new String(from, name, end - name, StandardCharsets.UTF_8);
            trees.apply(ObjectId.fromRaw(from, at + STAT)).forEach(leaf -> add(folder, leaf));
        } else {
            entries.write(from, at, STAT + ObjectFormat.KEPT);
            entries.write(from, flags, end - flags);
            end(STAT + ObjectFormat.KEPT + end - flags);
        }
        return end + padding(end - at);
    }

    private void add(String folder, OddIndex.Leaf leaf) {
        byte[] path = (folder + leaf.path()).getBytes(StandardCharsets.UTF_8);
        ByteBuffer entry = ByteBuffer.allocate(STAT + ObjectFormat.KEPT + 2 * Short.BYTES + path.length);
        entry.putInt(MODE, leaf.mode().getBits());
        entry.position(STAT);
        byte[] id = new byte[ObjectFormat.KEPT];
        leaf.id().copyRawTo(id, 0);
        entry.put(id)
                .putShort((short) (EXTENDED | Math.min(path.length, LONGEST_NAME)))
                .putShort(SKIP_WORK_TREE)
                .put(path);
        entries.writeBytes(entry.array());
        end(entry.capacity());
    }

    private void end(int length) {
        entries.writeBytes(new byte[padding(length)]);
        count++;
    }

    /** Entries end with one to eight zeros, at a multiple of eight bytes. */
    private static int padding(int length) {
        return Long.BYTES - length % Long.BYTES;
    }

    private static byte[] checksum(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(content);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-1", absent);
        }
    }
}
