@NullMarked
package dev.migtrue.gather.scratch;

import org.jspecify.annotations.NullMarked;
