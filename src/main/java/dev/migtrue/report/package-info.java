/** Turns a {@link dev.migtrue.judge.Report} into text or JSON. Pure: returns characters, writes nowhere. */
@NullMarked
package dev.migtrue.report;

import org.jspecify.annotations.NullMarked;
