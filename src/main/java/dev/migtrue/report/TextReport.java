package dev.migtrue.report;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.judge.Report;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Project;
import dev.migtrue.model.RuleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report for people: findings of one rule stand in one block, with the way out once at its end. */
public final class TextReport {

    private final Style style;
    private final Map<RuleId, RulePage> pages;

    /** @param pages the pages of the rules, for their titles */
    public TextReport(Style style, Map<RuleId, RulePage> pages) {
        this.style = style;
        this.pages = Map.copyOf(pages);
    }

    /** The findings; empty when there is none. What was looked at is told by the {@link Summary}. */
    public String render(Report report) {
        Lines lines = new Lines(style);
        boolean several = report.read().projects().size() > 1;
        Map<Project, Map<MigrationId, Standing>> standings = standings(report);
        Optional<Project> current = Optional.empty();
        List<Block> told = new ArrayList<>();
        for (Block block : Block.of(report)) {
            lines.gap();
            if (several && !current.equals(Optional.of(block.project()))) {
                lines.add(new Piece(Ink.TITLE, Place.of(block.project())));
                lines.gap();
            }
            current = Optional.of(block.project());
            Optional<String> title =
                    Optional.ofNullable(pages.get(block.rule())).map(RulePage::title);
            Optional<Block> above = told.stream().filter(block::hasSubjectsOf).findFirst();
            new BlockText(block, title, above, standings.getOrDefault(block.project(), Map.of())).addTo(lines);
            told.add(block);
        }
        return lines.toString();
    }

    private static Map<Project, Map<MigrationId, Standing>> standings(Report report) {
        Map<Project, Map<MigrationId, Standing>> standings = new HashMap<>();
        for (Facts facts : report.read().projects()) {
            Map<MigrationId, Standing> ofProject = new HashMap<>();
            for (Presence presence : facts.presences()) {
                ofProject.put(presence.id(), Standing.of(presence, facts));
            }
            standings.put(facts.project(), ofProject);
        }
        return standings;
    }
}
