@NullMarked
package dev.migtrue.language.schema;

import org.jspecify.annotations.NullMarked;
