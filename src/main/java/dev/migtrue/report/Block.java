package dev.migtrue.report;

import dev.migtrue.judge.Report;
import dev.migtrue.judge.ReportItem;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Fix;
import dev.migtrue.model.Location;
import dev.migtrue.model.Project;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The findings of one rule in one project that are equally grave: what is said about them is said once. */
record Block(Project project, Severity severity, RuleId rule, List<Finding> findings) {

    Block {
        findings = List.copyOf(findings);
    }

    /** The blocks of a report: projects in its order, within each the gravest first. */
    static List<Block> of(Report report) {
        SequencedMap<Block, List<Finding>> findings = new LinkedHashMap<>();
        SequencedMap<Project, Integer> projects = new LinkedHashMap<>();
        for (ReportItem item : report.items()) {
            projects.putIfAbsent(item.project(), projects.size());
            Block heading =
                    new Block(item.project(), item.severity(), item.finding().rule(), List.of());
            findings.computeIfAbsent(heading, block -> new ArrayList<>()).add(item.finding());
        }
        return findings.entrySet().stream()
                .map(entry -> entry.getKey().with(entry.getValue()))
                .sorted(Comparator.<Block, Integer>comparing(block -> projects.getOrDefault(block.project(), 0))
                        .thenComparing(Block::severity))
                .toList();
    }

    /** Whether another block is about the very same places and is cured by the same commands, so that they need not be told again. */
    boolean hasSubjectsOf(Block other) {
        return project.equals(other.project)
                && places().equals(other.places())
                && Cure.of(findings).equals(Cure.of(other.findings))
                && edits().equals(other.edits());
    }

    private List<Fix.Edits> edits() {
        return findings.stream().flatMap(finding -> finding.edits().stream()).toList();
    }

    private List<Location> places() {
        return findings.stream().map(Finding::at).toList();
    }

    private Block with(List<Finding> all) {
        return new Block(project, severity, rule, all);
    }
}
