/**
 * Liquibase itself, asked for the checksums of changesets and for nothing else: without a connection, without the environment, without
 * the network, without any class of the project. The only package here that meets streams: the library's own interfaces are made of them.
 */
@NullMarked
package dev.migtrue.system.liquibase.library;

import org.jspecify.annotations.NullMarked;
