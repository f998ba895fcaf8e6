package dev.migtrue.language.sql.guarded;

/** Words that go into a text; {@code at} is an offset in the text that the statement was read from. */
public record Insertion(int at, String text) {}
