@NullMarked
package dev.migtrue.cli.fix;

import org.jspecify.annotations.NullMarked;
