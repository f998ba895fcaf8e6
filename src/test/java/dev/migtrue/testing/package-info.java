/** What tests of several packages share. */
@NullMarked
package dev.migtrue.testing;

import org.jspecify.annotations.NullMarked;
