package dev.migtrue.language.sql.rerun;

import dev.migtrue.model.Span;

/**
 * A place where a run may stop, with what it did up to there kept.
 *
 * @param behind the last statement that was done
 * @param cause why the whole program does not run as it should after that
 */
public record Stop(Span behind, Cause cause) {}
