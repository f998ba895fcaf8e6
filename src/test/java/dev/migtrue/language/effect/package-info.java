@NullMarked
package dev.migtrue.language.effect;

import org.jspecify.annotations.NullMarked;
