/** Migrations and programs of Node.js: what the calls of its libraries for databases do. Pure. */
@NullMarked
package dev.migtrue.language.code.node;

import org.jspecify.annotations.NullMarked;
