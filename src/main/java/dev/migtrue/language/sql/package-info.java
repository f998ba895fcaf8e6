/**
 * SQL scripts as tokens and statements, whatever the dialect; nothing of a text is lost and none is too broken to read.
 * Pure.
 */
@NullMarked
package dev.migtrue.language.sql;

import org.jspecify.annotations.NullMarked;
