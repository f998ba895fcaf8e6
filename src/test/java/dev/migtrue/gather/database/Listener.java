package dev.migtrue.gather.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Something on a port that is not a healthy server. */
final class Listener implements AutoCloseable {

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
    static Listener silent() {
        return new Listener(new byte[0], new byte[0]);
    }

    /** Says {@code words} to whoever comes, and nothing more. */
    static Listener greeting(String words) {
        return new Listener(words.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    /** Answers whatever comes with {@code words}, and hangs up. */
    static Listener saying(String words) {
        return new Listener(new byte[0], words.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers a PostgreSQL client with an error. */
    static Listener complaining(String sqlState, String message) {
        byte[] fields = ("SFATAL\0C" + sqlState + "\0M" + message + "\0\0").getBytes(StandardCharsets.UTF_8);
        return new Listener(
                new byte[0],
                ByteBuffer.allocate(5 + fields.length)
                        .put((byte) 'E')
                        .putInt(4 + fields.length)
                        .put(fields)
                        .array());
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many connections were more than a look whether anybody listens. */
    int spokenTo() {
        return spokenTo.get();
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
