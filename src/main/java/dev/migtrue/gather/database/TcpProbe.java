package dev.migtrue.gather.database;

import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A quick look whether anybody listens. It spares the start of a driver and, as name servers may be silent too, a
 * long wait.
 */
final class TcpProbe {

    private final Duration limit;

    TcpProbe(Duration limit) {
        this.limit = limit;
    }

    /**
     * Why each host cannot be reached; absent for those that can. All are tried at once, and no longer than the
     * limit.
     */
    SequencedMap<HostPort, Optional<String>> look(List<HostPort> hosts) throws InterruptedException {
        List<Callable<Optional<String>>> looks = hosts.stream()
                .map(host -> (Callable<Optional<String>>) () -> obstacle(host))
                .toList();
        // A thread that waits for a name server cannot be interrupted: it must not keep the program from ending.
        ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
        try {
            List<Future<Optional<String>>> answers = threads.invokeAll(looks, limit.toMillis(), TimeUnit.MILLISECONDS);
            SequencedMap<HostPort, Optional<String>> obstacles = new LinkedHashMap<>();
            for (int index = 0; index < hosts.size(); index++) {
                Future<Optional<String>> answer = answers.get(index);
                obstacles.put(
                        hosts.get(index), answer.isCancelled() ? Optional.of(silence(limit)) : answer.resultNow());
            }
            return obstacles;
        } finally {
            threads.shutdownNow();
        }
    }

    private Optional<String> obstacle(HostPort host) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.host(), host.port()), (int) limit.toMillis());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(cause(e, limit));
        }
    }

    /** What keeps two machines from talking, in a few words; {@code limit} is how long an answer was waited for. */
    static String cause(IOException exception, Duration limit) {
        return switch (exception) {
            case UnknownHostException unknown -> "unknown host";
            case SocketTimeoutException late -> silence(limit);
            // Whoever does not let a connection come about says so; there is no other reason for this one.
            case ConnectException refused -> "connection refused";
            case NoRouteToHostException apart -> "no route to host";
            case EOFException end -> "the connection was closed without an answer";
            default ->
                Wording.phrase(Optional.ofNullable(exception.getMessage())
                        .orElse(exception.getClass().getSimpleName()));
        };
    }

    static String silence(Duration limit) {
        return "no answer within "
                + BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
