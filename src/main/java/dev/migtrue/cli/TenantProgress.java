package dev.migtrue.cli;

import dev.migtrue.gather.database.TenantedDatabase.Progress;

/** A line on the terminal that counts tenants while they are read, and is gone afterwards. Nobody else is shown it. */
record TenantProgress(Surroundings surroundings) implements Progress {

    /** Fewer are read before anybody looks. */
    private static final int WORTH_COUNTING = 20;

    private static final String BACK = "\r";
    private static final String ERASE = BACK + "\u001b[K";

    @Override
    public synchronized void at(int done, int all) {
        if (!surroundings.terminal().showsErrors() || all < WORTH_COUNTING) {
            return;
        }
        surroundings.err().print(done == all ? ERASE : "%sread %d of %d tenants".formatted(BACK, done, all));
        surroundings.err().flush();
    }
}
