@NullMarked
package dev.migtrue.gather.database;

import org.jspecify.annotations.NullMarked;
