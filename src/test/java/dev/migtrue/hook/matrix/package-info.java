/** The states that git can be in, each with what the hooks and {@code check} have to say of it. */
@NullMarked
package dev.migtrue.hook.matrix;

import org.jspecify.annotations.NullMarked;
