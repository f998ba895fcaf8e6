package dev.migtrue.gather.database;

import dev.migtrue.model.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The hosts of an address, gathered from before its path and from its query, which outweighs the former. */
final class Hosts {

    private static final int LAST_PORT = 65535;
    private static final Pattern NAME_OR_IPV4 = Pattern.compile("[\\p{L}\\p{N}._-]+");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[\\p{L}\\p{N}._-]+)?");

    private final int defaultPort;
    private final List<String> hosts = new ArrayList<>();
    private final List<String> ports = new ArrayList<>();
    private final List<String> queriedHosts = new ArrayList<>();
    private final List<String> queriedPorts = new ArrayList<>();
    private final List<String> attachedPorts = new ArrayList<>();

    /** @param defaultPort of a host that none is named with */
    Hosts(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /** Takes {@code host:port,host} as it stands before the path. */
    void readAuthority(String list) {
        for (String item : list.split(",", -1)) {
            int colon = portColon(item);
            hosts.add(PercentEncoding.decode(colon < 0 ? item : item.substring(0, colon)));
            ports.add(colon < 0 ? "" : item.substring(colon + 1));
        }
    }

    /**
     * Takes a {@code host} of the query: several with commas between, each perhaps with a port, as SQLAlchemy has it.
     */
    void readHosts(String list) {
        for (String item : list.split(",", -1)) {
            int colon = NAME_OR_IPV4.matcher(item.replaceFirst(":[0-9]+$", "")).matches() ? portColon(item) : -1;
            queriedHosts.add(colon < 0 ? item : item.substring(0, colon));
            attachedPorts.add(colon < 0 ? "" : item.substring(colon + 1));
        }
    }

    /**
     * Takes a {@code hostaddr} of the query, which only spares libpq from asking for the address of a host that is
     * named too.
     */
    void readAddresses(String list) {
        if (queriedHosts.isEmpty() && hosts.stream().allMatch(String::isEmpty)) {
            readHosts(list);
        }
    }

    /** Takes a {@code port} of the query. */
    void readPorts(String list) {
        queriedPorts.addAll(List.of(list.split(",", -1)));
    }

    /** Each host with its port; never empty. */
    List<HostPort> pairs() {
        List<String> names = queriedHosts.isEmpty() ? hosts : queriedHosts;
        List<String> numbers = numbers();
        if (numbers.size() > 1 && numbers.size() != names.size()) {
            throw MalformedAddress.because("there must be one port for all hosts, or one for each");
        }
        List<HostPort> pairs = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            pairs.add(new HostPort(host(names.get(index)), port(numbers.get(numbers.size() == 1 ? 0 : index))));
        }
        return pairs;
    }

    private List<String> numbers() {
        if (!attachedPorts.stream().allMatch(String::isEmpty)) {
            return attachedPorts;
        }
        return queriedPorts.isEmpty() ? ports : queriedPorts;
    }

    private static int portColon(String item) {
        int colon = item.lastIndexOf(':');
        return colon > item.lastIndexOf(']') ? colon : -1;
    }

    private static String host(String text) {
        if (text.startsWith("/") || text.startsWith("@")) {
            throw unixSocket();
        }
        boolean isBracketed = text.startsWith("[") && text.endsWith("]");
        String host = isBracketed ? text.substring(1, text.length() - 1) : text;
        if (host.isEmpty()) {
            return "localhost";
        }
        boolean isName = !isBracketed && NAME_OR_IPV4.matcher(host).matches();
        if (!isName && !IPV6.matcher(host).matches()) {
            throw MalformedAddress.because("a host has a character that none can have; percent-encode the password");
        }
        return host;
    }

    private int port(String text) {
        if (text.isEmpty()) {
            return defaultPort;
        }
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw MalformedAddress.because("a port is no number from 1 to 65535; percent-encode the password");
        }
        return port;
    }

    static UsageException unixSocket() {
        return new UsageException("Unix sockets are not supported; name a host such as localhost");
    }
}
