package dev.migtrue.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * An address that swallows whoever calls: a port of this machine whose queue is full and never emptied, so that the system drops further calls
 * unanswered, as a firewall does. Linux and the BSDs do so; a system that refused instead would fail the test that asks for this.
 */
public final class BlackHole implements AutoCloseable {

    /** A queue of one takes two or three. */
    private static final int MOST = 50;

    private static final int PATIENCE_MILLIS = 300;

    private final ServerSocket listening;
    private final List<Socket> queued = new ArrayList<>();

    public BlackHole() throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        while (isAnswering()) {
            if (queued.size() == MOST) {
                throw new IllegalStateException("the queue of a port takes more than " + MOST + " here");
            }
        }
    }

    private boolean isAnswering() throws IOException {
        Socket socket = new Socket();
        queued.add(socket);
        try {
            socket.connect(listening.getLocalSocketAddress(), PATIENCE_MILLIS);
            return true;
        } catch (SocketTimeoutException swallowed) {
            return false;
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : queued) {
            socket.close();
        }
        listening.close();
    }
}
