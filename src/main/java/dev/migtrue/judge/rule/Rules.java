package dev.migtrue.judge.rule;

import java.util.List;

/** Every rule there is. */
public final class Rules {

    /** In the order of their ids. */
    public static final List<Rule> ALL = List.of();

    private Rules() {}
}
