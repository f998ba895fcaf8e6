/** The project's configuration, {@code migtrue.yaml}: from text to typed settings, every error with its line and column. */
@NullMarked
package dev.migtrue.config;

import org.jspecify.annotations.NullMarked;
