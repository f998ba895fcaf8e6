/**
 * Flyway: migrations ordered by the version in their file names, a checksum over their lines, one row each in {@code
 * flyway_schema_history}. Everything is worked out here; the library itself is only asked in tests, because it runs
 * callbacks that it finds in the folders it reads.
 */
@NullMarked
package dev.migtrue.system.flyway;

import org.jspecify.annotations.NullMarked;
