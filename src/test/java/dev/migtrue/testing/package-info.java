/** What tests of several packages build their worlds with. */
@NullMarked
package dev.migtrue.testing;

import org.jspecify.annotations.NullMarked;
