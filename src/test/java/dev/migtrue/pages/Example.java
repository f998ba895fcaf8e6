package dev.migtrue.pages;

/**
 * One example of a rule page.
 *
 * @param heading as it stands on the page: {@code Bad: created and never added}
 * @param findings exactly what the tool's concise output says of the scenario; empty for a good example
 */
record Example(String heading, Scenario scenario, String findings) {

    /** How the heading of an example begins in which something is wrong. */
    static final String BAD = "Bad: ";

    boolean isBad() {
        return heading.startsWith(BAD);
    }
}
