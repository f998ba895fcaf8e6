/** Django: apps whose migrations name each other across apps, and a version table with a row for each that was applied. Pure; runs no Python. */
@NullMarked
package dev.migtrue.system.django;

import org.jspecify.annotations.NullMarked;
