package dev.migtrue.system.liquibase.library;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import liquibase.Scope;

/**
 * Liquibase's own classes, and an empty one under every other name: a class that a changelog names may be anything, and to load it is to
 * run it.
 */
final class OwnClasses extends ClassLoader {

    private static final int JAVA_8 = 52;
    private static final int PUBLIC_AND_SUPER = 0x21;
    private static final int PUBLIC = 1;

    OwnClasses() {
        super(Scope.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("liquibase.") || name.startsWith("java.") || name.equals(UnknownChange.class.getName())) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? defined(name) : known;
        }
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
        byte[] bytes =
                extending(name.replace('.', '/'), UnknownChange.class.getName().replace('.', '/'));
        try {
            return defineClass(name, bytes, 0, bytes.length);
        } catch (LinkageError | SecurityException notAName) {
            throw new ClassNotFoundException(name, notAName);
        }
    }

    /** A public class with nothing but a constructor, which calls that of its parent. */
    private static byte[] extending(String name, String parent) {
        byte[] ours = name.getBytes(StandardCharsets.UTF_8);
        byte[] theirs = parent.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(ours.length + theirs.length + 200);
        file.putInt(0xCAFEBABE).putShort((short) 0).putShort((short) JAVA_8).putShort((short) 10);
        text(file, ours);
        reference(file, 7, 1);
        text(file, theirs);
        reference(file, 7, 3);
        text(file, "<init>".getBytes(StandardCharsets.UTF_8));
        text(file, "()V".getBytes(StandardCharsets.UTF_8));
        reference(file, 12, 5, 6);
        reference(file, 10, 4, 7);
        text(file, "Code".getBytes(StandardCharsets.UTF_8));
        shorts(file, PUBLIC_AND_SUPER, 2, 4, 0, 0, 1);
        shorts(file, PUBLIC, 5, 6, 1, 9);
        // The attribute's length, then stack and locals of one each, and: load this, call the parent's constructor,
        // return.
        file.putInt(17);
        shorts(file, 1, 1);
        file.putInt(5).put((byte) 0x2a).put((byte) 0xb7).putShort((short) 8).put((byte) 0xb1);
        shorts(file, 0, 0, 0);
        byte[] bytes = new byte[file.position()];
        file.flip().get(bytes);
        return bytes;
    }

    private static void text(ByteBuffer file, byte[] bytes) {
        file.put((byte) 1).putShort((short) bytes.length).put(bytes);
    }

    private static void reference(ByteBuffer file, int tag, int... entries) {
        file.put((byte) tag);
        shorts(file, entries);
    }

    private static void shorts(ByteBuffer file, int... values) {
        for (int value : values) {
            file.putShort((short) value);
        }
    }
}
