package dev.migtrue.pages;

/**
 * One example of a rule page.
 *
 * @param heading as it stands on the page: {@code Bad: created and never added}
 * @param findings exactly what the tool's concise output says of the scenario; empty for a good example
 */
record Example(String heading, Scenario scenario, String findings) {

    boolean isBad() {
        return !findings.isEmpty();
    }
}
