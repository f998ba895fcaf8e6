package dev.migtrue.cli;

import dev.migtrue.gather.scratch.Progress;

/** A line on the terminal that counts migrations while they are run, and is gone afterwards. Nobody else is shown it. */
record ReplayProgress(Surroundings surroundings) implements Progress {

    /** Fewer are run before anybody looks. */
    private static final int WORTH_COUNTING = 20;

    private static final String BACK = "\r";
    private static final String ERASE = BACK + "\u001b[K";

    @Override
    public void at(int done, int all) {
        if (!surroundings.terminal().showsErrors() || all < WORTH_COUNTING) {
            return;
        }
        surroundings.err().print(done == all ? ERASE : "%sran %d of %d migrations".formatted(BACK, done, all));
        surroundings.err().flush();
    }
}
