package dev.migtrue.facts;

import dev.migtrue.model.AsOf;
import java.util.Optional;

/**
 * Where a database is, and when it was looked at.
 *
 * @param address without user or secret: {@code postgresql://host:5432/db}
 * @param asOf when a snapshot of it was taken; absent where the database itself was asked
 */
public record Target(String address, Optional<AsOf> asOf) {}
