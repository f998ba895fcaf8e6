package dev.migtrue.secrets;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that speaks PostgreSQL's protocol, asks everybody for a password in clear text, and shouts it back in its error. */
final class EchoingServer implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final ServerSocket server;
    private final List<String> passwords = new CopyOnWriteArrayList<>();

    EchoingServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The passwords that it was given since it was last asked. */
    List<String> takePasswords() {
        List<String> given = List.copyOf(passwords);
        passwords.clear();
        return given;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofPlatform().daemon().start(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                DataInputStream in = new DataInputStream(socket.getInputStream());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
            while (isRequest(in)) {
                out.write('N');
            }
            out.write(new byte[] {'R', 0, 0, 0, 8, 0, 0, 0, 3});
            out.flush();
            in.readByte();
            byte[] given = new byte[in.readInt() - 4];
            in.readFully(given);
            String password = new String(given, 0, given.length - 1, StandardCharsets.UTF_8);
            passwords.add(password);
            String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8);
            out.write(error(
                    "no entry for password '" + password + "' (" + encoded + ") at all",
                    "the client sent " + password));
        } catch (IOException e) {
            // Somebody only looked whether we are there.
        }
    }

    /** Whether the first message asks for encryption, which there is none of; else it is the one that begins a session. */
    private static boolean isRequest(DataInputStream in) throws IOException {
        int length = in.readInt();
        int code = in.readInt();
        in.readFully(new byte[length - 8]);
        return code == SSL_REQUEST || code == GSS_REQUEST;
    }

    private static byte[] error(String message, String detail) throws IOException {
        byte[] fields =
                ("SFATAL\0VFATAL\0C28P01\0M" + message + "\0D" + detail + "\0\0").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(whole);
        out.write('E');
        out.writeInt(4 + fields.length);
        out.write(fields);
        return whole.toByteArray();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
