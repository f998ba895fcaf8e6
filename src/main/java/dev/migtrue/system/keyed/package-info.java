/**
 * Migration tools that know a migration by its file's name: one adapter, and a table with a row for each tool.
 */
@NullMarked
package dev.migtrue.system.keyed;

import org.jspecify.annotations.NullMarked;
