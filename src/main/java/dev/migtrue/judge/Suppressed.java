package dev.migtrue.judge;

import dev.migtrue.model.Ignore;

/** A finding that does not count, and by which decision. */
public record Suppressed(ReportItem item, Ignore by) {}
