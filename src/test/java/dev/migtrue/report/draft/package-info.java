@NullMarked
package dev.migtrue.report.draft;

import org.jspecify.annotations.NullMarked;
