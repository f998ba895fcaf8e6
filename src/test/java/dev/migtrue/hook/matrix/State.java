package dev.migtrue.hook.matrix;

import java.util.Optional;

/**
 * A row of the matrix: a repository in some state, and what becomes of a {@code git} command there when the hooks are
 * installed.
 *
 * @param name what is the matter, in words
 * @param given the commands of a shell that lead to the state; see {@code prelude.sh} for those that are ours
 * @param folder where the hooks are installed and everything after that is done, as seen from the top of the work tree
 * @param before what {@code check} says of the state; absent where that is no question
 * @param when the command that is run
 * @param outcome what becomes of it, and what the hooks say
 * @param after what {@code check} says in the end; absent where that is no question
 */
record State(
        String name,
        String given,
        String folder,
        Optional<Verdict> before,
        String when,
        Outcome outcome,
        Optional<Verdict> after) {

    /** What becomes of a command. */
    record Outcome(Ending ending, Verdict said) {}

    /** How a command ends. */
    enum Ending {
        /** With a new commit. */
        COMMITTED,
        /** With success, and HEAD where it was. */
        DONE,
        /** With a failure, and HEAD where it was. */
        STOPPED
    }

    static State of(String name) {
        Outcome silence = new Outcome(Ending.COMMITTED, Verdict.of());
        return new State(name, "", ".", Optional.empty(), "", silence, Optional.empty());
    }

    State given(String commands) {
        return new State(name, commands, folder, before, when, outcome, after);
    }

    State in(String place) {
        return new State(name, given, place, before, when, outcome, after);
    }

    /** What {@code check} finds before the command. */
    State checked(String... findings) {
        return new State(name, given, folder, Optional.of(Verdict.of(findings)), when, outcome, after);
    }

    /** What {@code check} finds after the command. */
    State checkedAfter(String... findings) {
        return new State(name, given, folder, before, when, outcome, Optional.of(Verdict.of(findings)));
    }

    State when(String command) {
        return new State(name, given, folder, before, command, outcome, after);
    }

    /** The command makes a commit; the hooks say this much and no more. */
    State commits(String... findings) {
        return ends(Ending.COMMITTED, findings);
    }

    /** The command does something else than a commit; the hooks say this much and no more. */
    State passes(String... findings) {
        return ends(Ending.DONE, findings);
    }

    /** The hooks stop the command because of these findings. */
    State stops(String... findings) {
        return ends(Ending.STOPPED, findings);
    }

    private State ends(Ending ending, String... findings) {
        Outcome expected = new Outcome(ending, Verdict.of(findings));
        return new State(name, given, folder, before, when, expected, after);
    }

    @Override
    public String toString() {
        return name;
    }
}
