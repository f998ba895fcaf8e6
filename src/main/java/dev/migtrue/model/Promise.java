package dev.migtrue.model;

import java.util.Locale;

/** What is promised of migrations that are run again, each more than the one before it. */
public enum Promise {
    /** A run that stopped half way may be taken up again. */
    RESTARTABLE,
    /** A whole run may come once more: it goes through, and does no harm. */
    RE_RUNNABLE,
    /** Whenever a whole run comes, it leaves everything as it should be, and what others did meanwhile as it was. */
    CONVERGENT;

    /** The word that users read and write. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
