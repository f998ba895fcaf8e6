/**
 * What liquibase-core reads of databases for which we have no queries of our own. Nothing of the library is loaded before such a database is
 * read.
 */
@NullMarked
package dev.migtrue.gather.database.catalogue.liquibase;

import org.jspecify.annotations.NullMarked;
