package dev.migtrue.gather.scratch.replay;

import dev.migtrue.gather.scratch.Scratch;
import dev.migtrue.language.sql.Dialect;

/** Makes throw-away databases. */
public interface Opening {

    /**
     * An empty one.
     *
     * @param target the database that is checked, without user or secret: it is never the one
     */
    Scratch open(Dialect dialect, String target);
}
