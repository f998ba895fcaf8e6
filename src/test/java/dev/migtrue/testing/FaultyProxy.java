package dev.migtrue.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between clients and a server of this machine, and fails each connection after so many bytes of what the server says. */
public final class FaultyProxy implements AutoCloseable {

    private static final int CHUNK = 8192;

    private final ServerSocket listening;
    private final int server;
    private final int limit;
    private final Fault fault;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** What becomes of a connection. */
    public enum Fault {
        /** Nothing more arrives. */
        SILENCE,
        /** It is torn down, as by a firewall that has forgotten it. */
        RESET,
        /** It ends in good order, but too soon. */
        END
    }

    /**
     * @param server the port at which it listens
     * @param limit how many bytes of it reach a client
     */
    public FaultyProxy(int server, int limit, Fault fault) {
        this.server = server;
        this.limit = limit;
        this.fault = fault;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                Socket behind = new Socket("localhost", server);
                open.add(behind);
                Thread.ofPlatform().daemon().start(() -> forward(client, behind));
                Thread.ofPlatform().daemon().start(() -> answer(behind, client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void forward(Socket client, Socket behind) {
        try {
            client.getInputStream().transferTo(behind.getOutputStream());
            behind.shutdownOutput();
        } catch (IOException e) {
            // One of both has hung up, or the test has: nothing is left to do.
        }
    }

    private void answer(Socket behind, Socket client) {
        try {
            InputStream in = behind.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            int left = limit;
            while (left > 0) {
                int count = in.read(chunk, 0, Math.min(chunk.length, left));
                if (count < 0) {
                    client.shutdownOutput();
                    return;
                }
                out.write(chunk, 0, count);
                left -= count;
            }
            fail(client);
        } catch (IOException e) {
            // One of both has hung up, or the test has: nothing is left to do.
        }
    }

    private void fail(Socket client) throws IOException {
        switch (fault) {
            case SILENCE -> {}
            case RESET -> {
                client.setSoLinger(true, 0);
                client.close();
            }
            case END -> client.shutdownOutput();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
