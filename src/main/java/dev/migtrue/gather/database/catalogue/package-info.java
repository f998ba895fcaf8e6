/**
 * What is asked of a database about what it is made of, one engine a class. A question is one query for all objects of a kind or of several:
 * its columns {@code kind}, {@code schema}, {@code table} and {@code name} say which object a row is about, every other is a property.
 */
@NullMarked
package dev.migtrue.gather.database.catalogue;

import org.jspecify.annotations.NullMarked;
