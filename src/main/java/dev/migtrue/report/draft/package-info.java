/**
 * Writes what a live schema has and its migrations do not make as the text of a migration that somebody is to read and finish. Pure; nothing
 * of it is ever run.
 */
@NullMarked
package dev.migtrue.report.draft;

import org.jspecify.annotations.NullMarked;
