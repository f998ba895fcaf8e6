@NullMarked
package dev.migtrue.gather.snapshot;

import org.jspecify.annotations.NullMarked;
