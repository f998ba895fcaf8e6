package dev.migtrue.model;

/** How a version table tells that a migration is applied. */
public enum Evidence {
    /** It has a row of its own. */
    RECORDED,
    /** The table holds a later one, and this one lies behind it. */
    IMPLIED
}
