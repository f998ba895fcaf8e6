package dev.migtrue.report;

import dev.migtrue.model.Fix;

/** What is said of edits that can be made, and how to have them made. */
final class EditWords {

    private EditWords() {}

    static String of(Fix.Edits edits) {
        return edits.title()
                + switch (edits.safety()) {
                    case SAFE -> " (migtrue check --fix)";
                    case UNSAFE -> " (migtrue check --fix --unsafe-fixes, then read what came of it)";
                };
    }
}
