@NullMarked
package dev.migtrue.gather.database.catalogue;

import org.jspecify.annotations.NullMarked;
