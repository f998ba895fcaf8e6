package dev.migtrue.model;

/** What decides the order in which a tool applies migrations. */
public enum Ordering {
    /** Names are in a line, and one that comes before an applied one is refused or silently skipped. */
    STRICT,
    /** Names are in a line, and one that comes late is applied late. */
    LENIENT,
    /** Each migration names its parents. */
    GRAPH
}
