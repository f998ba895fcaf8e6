/** Migrations of goose that are written in Go, and other programs in Go that run SQL. Pure. */
@NullMarked
package dev.migtrue.language.code.goose;

import org.jspecify.annotations.NullMarked;
