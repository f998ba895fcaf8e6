package dev.migtrue.gather.database;

import static java.util.stream.Collectors.joining;

import dev.migtrue.model.Applied.Obstacle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Those hosts of an address at which somebody listens. */
final class ListeningHosts {

    private ListeningHosts() {}

    /** In their order, never none; where nobody listens at any, each of them with its reason. */
    static List<HostPort> among(List<HostPort> hosts, Duration limit) throws NotReadException {
        try {
            SequencedMap<HostPort, Optional<String>> obstacles = new TcpProbe(limit).look(hosts);
            List<HostPort> listening = hosts.stream()
                    .filter(host ->
                            obstacles.getOrDefault(host, Optional.empty()).isEmpty())
                    .toList();
            if (listening.isEmpty()) {
                throw new NotReadException(
                        Obstacle.UNREACHABLE,
                        obstacles.entrySet().stream()
                                .map(entry ->
                                        entry.getKey() + ": " + entry.getValue().orElse(""))
                                .collect(joining("; ")));
            }
            return listening;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadException(Obstacle.UNREACHABLE, shown(hosts) + ": interrupted");
        }
    }

    /** The hosts as messages name them: {@code host:5432,other:5432}. */
    static String shown(List<HostPort> hosts) {
        return hosts.stream().map(HostPort::toString).collect(joining(","));
    }
}
