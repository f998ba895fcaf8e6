/** Alembic: a graph of Python files, each naming its parents, and a version table that holds the heads of what was applied. Pure; runs no Python. */
@NullMarked
package dev.migtrue.system.alembic;

import org.jspecify.annotations.NullMarked;
