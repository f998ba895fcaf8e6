/**
 * The founding incident, played in a temporary folder: the only place that writes, and only there.
 */
@NullMarked
package dev.migtrue.cli.demo;

import org.jspecify.annotations.NullMarked;
