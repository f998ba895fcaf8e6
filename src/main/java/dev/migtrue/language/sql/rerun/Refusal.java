package dev.migtrue.language.sql.rerun;

import java.util.Set;

/**
 * A statement of a second run that is refused, while the run goes on behind it to see what else is.
 *
 * @param number how many statements stood before it
 * @param needed the tables and columns that it asked for before
 * @param doubts how much was not known by then
 * @param undone what becomes of all before it
 */
record Refusal(int number, Line line, Refused refused, Set<Key> needed, int doubts, Undone undone) {

    /** What becomes of what a run did when it stops. */
    enum Undone {
        ALL,
        NOTHING;

        static Undone of(Session session) {
            return session.isInTransaction() && Session.isUndone(session.dialect()) ? ALL : NOTHING;
        }
    }

    Refusal {
        needed = Set.copyOf(needed);
    }

    Verdict.Fails verdict() {
        return new Verdict.Fails(number, line.at(), refused.code(), refused.message());
    }
}
