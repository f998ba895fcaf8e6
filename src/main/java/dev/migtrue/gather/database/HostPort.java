package dev.migtrue.gather.database;

/** A network host, without the brackets of an IPv6 address, and a port of it. */
record HostPort(String host, int port) {

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
