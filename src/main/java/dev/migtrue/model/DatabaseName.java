package dev.migtrue.model;

import java.util.List;

/**
 * What the user calls a database: {@code default}, {@code staging}. Never an address.
 *
 * @param tenants of a database that holds the same tables once for each tenant, the names of those that are meant, in order; empty
 *     means the whole database
 */
public record DatabaseName(String value, List<String> tenants) {

    /** The database that is looked at when none was named. */
    public static final DatabaseName DEFAULT = new DatabaseName("default");

    /** More tenants than these are only counted. */
    private static final int NAMED = 3;

    public DatabaseName {
        tenants = List.copyOf(tenants);
    }

    /** A whole database. */
    public DatabaseName(String value) {
        this(value, List.of());
    }

    /** The whole database that the tenants belong to. */
    public DatabaseName whole() {
        return new DatabaseName(value);
    }

    /** Whether all that another one means is meant by this one too. */
    public boolean covers(DatabaseName other) {
        return value.equals(other.value())
                && (tenants.isEmpty() ? other.tenants().isEmpty() : tenants.containsAll(other.tenants()));
    }

    @Override
    public String toString() {
        return tenants.isEmpty() ? value : "%s (%s)".formatted(value, tenantsInWords());
    }

    private String tenantsInWords() {
        if (tenants.size() > NAMED) {
            return "tenant %s and %d others".formatted(tenants.getFirst(), tenants.size() - 1);
        }
        return (tenants.size() == 1 ? "tenant " : "tenants ") + String.join(", ", tenants);
    }
}
