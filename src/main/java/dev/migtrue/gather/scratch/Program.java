package dev.migtrue.gather.scratch;

import dev.migtrue.language.sql.rerun.Mode;

/**
 * A migration as SQL.
 *
 * @param name what people call it
 * @param sql the part of its text that goes forward
 */
public record Program(String name, String sql, Mode mode) {}
