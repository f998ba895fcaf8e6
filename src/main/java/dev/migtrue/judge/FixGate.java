package dev.migtrue.judge;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Source;

/**
 * Takes fixes away that would do harm: a migration that was applied anywhere known, or that others have with base, must stay as it is, for its tool
 * and everybody else hold it against what was run.
 */
final class FixGate {

    private final Facts facts;

    FixGate(Facts facts) {
        this.facts = facts;
    }

    Finding passed(Finding finding) {
        return finding.edits().isEmpty() || isFree(finding) ? finding : finding.withoutFix();
    }

    /** What no place has is a script that somebody named: his own. */
    private boolean isFree(Finding finding) {
        return finding.migration().flatMap(facts::presence).map(FixGate::isFree).orElse(true);
    }

    /** What is judged has to be what would be edited: the file on disk. */
    private static boolean isFree(Presence presence) {
        return !presence.isApplied()
                && !presence.isIn(Source.BASE)
                && !presence.isIn(Source.FORK)
                && presence.isIn(Source.WORKING_TREE);
    }
}
