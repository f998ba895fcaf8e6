package dev.migtrue.gather.git;

import dev.migtrue.model.RepoPath;
import java.time.Instant;

/**
 * A file during a span of time.
 *
 * @param from when it begins
 * @param to when it ends, included
 */
public record Moment(RepoPath path, Instant from, Instant to) {}
