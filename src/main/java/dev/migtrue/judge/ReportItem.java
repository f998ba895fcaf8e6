package dev.migtrue.judge;

import dev.migtrue.model.Finding;
import dev.migtrue.model.Project;
import dev.migtrue.model.Severity;

/** A finding as the run concludes it: whose it is and how grave. */
public record ReportItem(Project project, Severity severity, Finding finding) {}
