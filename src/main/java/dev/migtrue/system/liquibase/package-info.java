/**
 * Liquibase. Which changesets there are is read by readers of our own, which cost little and get over what they do not
 * know; Liquibase itself is asked for checksums only, and not loaded before one is needed.
 */
@NullMarked
package dev.migtrue.system.liquibase;

import org.jspecify.annotations.NullMarked;
