package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Finding;
import dev.migtrue.model.RuleId;
import java.util.List;

/** One check: a pure function from facts to findings. Everything said about it, its severity included, stands on its page. */
public interface Rule {

    RuleId id();

    /** What is wrong, in any order. Called only when the needs that the page names are met. */
    List<Finding> check(Facts facts);
}
