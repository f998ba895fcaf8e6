@NullMarked
package dev.migtrue.gather.address;

import org.jspecify.annotations.NullMarked;
