/** What several tests stand on: trees, repositories and databases made for a test. */
@NullMarked
package dev.migtrue.testing;

import org.jspecify.annotations.NullMarked;
