package dev.migtrue.report.draft;

/** How the migrations of a tool are written. */
interface Form {

    /** What the file could be called. */
    String name();

    /** What comes first, before anything is said; with the end of its line. */
    String opening();

    /** What comes between the head and the first statement. */
    String start();

    /** What a line for people begins with. */
    String remark();

    /** A statement. {@code number} counts from 1. */
    String statement(String sql, int number);

    /** What comes last. */
    String closing();
}
