/** Runs rules over facts and concludes: severity, what was skipped and why, the outcome. Pure. */
@NullMarked
package dev.migtrue.judge;

import org.jspecify.annotations.NullMarked;
