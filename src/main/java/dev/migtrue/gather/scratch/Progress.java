package dev.migtrue.gather.scratch;

/** Who is told how far a run of migrations has come. */
public interface Progress {

    /**
     * Takes note of how far it is.
     *
     * @param done how many of {@code all} were run; when it is all of them, there is no more to tell
     */
    void at(int done, int all);
}
