package dev.migtrue.judge;

import dev.migtrue.judge.rule.Need;
import dev.migtrue.model.Project;
import dev.migtrue.model.RuleId;

/** A rule that could not say anything about a project, wholly or for one database, because something was not looked at. */
public record Skipped(RuleId rule, Project project, Need need, String reason) {}
