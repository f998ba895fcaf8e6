package dev.migtrue.report;

import static dev.migtrue.report.Json.member;
import static dev.migtrue.report.Json.object;

/** Texts as SARIF objects. */
final class SarifText {

    private SarifText() {}

    /**
     * A message about this run. SARIF reads braces as placeholders unless they are doubled (3.11.5), and would make
     * links of what a file name can contain (3.11.6).
     */
    static Json message(String text) {
        return plain(text.replace("{", "{{").replace("}", "}}").replace("](", "] ("));
    }

    /** A text that stands in a rule's page and has no placeholders. */
    static Json plain(String text) {
        return object(member("text", text));
    }
}
