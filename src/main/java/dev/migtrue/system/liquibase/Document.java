package dev.migtrue.system.liquibase;

import dev.migtrue.model.Span;

/** What came of reading a text as a tree of elements. */
sealed interface Document {

    record Tree(Element root) implements Document {}

    /** The text is none; {@code reason} completes "cannot be read: …". */
    record Broken(Span at, String reason) implements Document {}
}
