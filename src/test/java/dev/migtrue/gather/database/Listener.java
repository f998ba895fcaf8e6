package dev.migtrue.gather.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Something on a port that is not a healthy server. */
public final class Listener implements AutoCloseable {

    private final ServerSocket server;
    private final byte[] greeting;
    private final byte[] answer;
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private final AtomicInteger spokenTo = new AtomicInteger();

    private Listener(byte[] greeting, byte[] answer) {
        this.greeting = greeting;
        this.answer = answer;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    /** Accepts connections, and never says a word. */
    public static Listener silent() {
        return new Listener(new byte[0], new byte[0]);
    }

    /** Says {@code words} to whoever comes, and nothing more. */
    public static Listener greeting(String words) {
        return new Listener(words.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    /** Answers whatever comes with {@code words}, and hangs up. */
    public static Listener saying(String words) {
        return new Listener(new byte[0], words.getBytes(StandardCharsets.UTF_8));
    }

    /** Greets a MariaDB client as a server that cannot talk in secret. */
    public static Listener mariaDbWithoutTls() {
        byte[] version = "11.4.0-MariaDB\0".getBytes(StandardCharsets.UTF_8);
        byte[] login = "mysql_native_password\0".getBytes(StandardCharsets.UTF_8);
        byte[] seed = "12345678".getBytes(StandardCharsets.UTF_8);
        byte[] more = "123456789012\0".getBytes(StandardCharsets.UTF_8);
        ByteBuffer words = ByteBuffer.allocate(36 + version.length + login.length + more.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        words.putInt(words.capacity() - 4)
                .put((byte) 10)
                .put(version)
                .putInt(1)
                .put(seed)
                .put((byte) 0)
                // All that a server can do in MySQL 4.1, without TLS.
                .putShort((short) 0xa208)
                .put((byte) 45)
                .putShort((short) 2)
                .putShort((short) 0x0008)
                .put((byte) 21)
                .put(new byte[10])
                .put(more)
                .put(login);
        return new Listener(words.array(), new byte[0]);
    }

    /** Answers a PostgreSQL client with an error. */
    public static Listener complaining(String sqlState, String message) {
        byte[] fields = ("SFATAL\0C" + sqlState + "\0M" + message + "\0\0").getBytes(StandardCharsets.UTF_8);
        return new Listener(
                new byte[0],
                ByteBuffer.allocate(5 + fields.length)
                        .put((byte) 'E')
                        .putInt(4 + fields.length)
                        .put(fields)
                        .array());
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many connections were more than a look whether anybody listens. */
    public int spokenTo() {
        return spokenTo.get();
    }

    /** How many connections there were, those that were only a look included. */
    public int accepted() {
        return accepted.size();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                accepted.add(socket);
                Thread.ofPlatform().daemon().start(() -> treat(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void treat(Socket socket) {
        try (socket) {
            socket.getOutputStream().write(greeting);
            InputStream in = socket.getInputStream();
            if (in.read() >= 0) {
                spokenTo.incrementAndGet();
                if (answer.length > 0) {
                    socket.getOutputStream().write(answer);
                    socket.shutdownOutput();
                }
                // Hanging up with something unread would take back the answer.
                in.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            // The client or the test has hung up: nothing is left to do.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : accepted) {
            socket.close();
        }
    }
}
