package dev.migtrue.report;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Survey;
import dev.migtrue.model.Applied;
import dev.migtrue.model.RepoPath;
import dev.migtrue.report.Summary.Detail;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Every migration against every place that was looked at, one table per project. */
public final class StatusTable {

    private final Style style;
    private final Rows rows;
    private final Detail detail;

    /** Which migrations are listed. */
    public enum Rows {
        ALL,
        /** Not applied yet to some database that was read. */
        PENDING,
        /** In need of someone's attention. */
        PROBLEMS
    }

    public StatusTable(Style style, Rows rows, Detail detail) {
        this.style = style;
        this.rows = rows;
        this.detail = detail;
    }

    /** The tables, what their marks mean, and what was not looked at. */
    public String render(Survey survey) {
        Lines lines = new Lines(style);
        if (survey.projects().isEmpty()) {
            lines.add(Piece.plain(Coverage.NO_PROJECT));
            return lines.toString();
        }
        Set<Mark> used = EnumSet.noneOf(Mark.class);
        for (Facts facts : survey.projects()) {
            addProject(lines, facts, used);
        }
        addLegend(lines, used);
        addEnds(lines, survey);
        return lines.toString();
    }

    private void addProject(Lines lines, Facts facts, Set<Mark> used) {
        List<Standing> all = facts.presences().stream()
                .map(presence -> Standing.of(presence, facts))
                .toList();
        List<Standing> listed = all.stream().filter(wanted()).toList();
        lines.gap();
        lines.add(new Piece(Ink.TITLE, Place.of(facts.project())), new Piece(Ink.FAINT, folders(facts)));
        if (detail == Detail.FULL) {
            lines.indented(
                    "  ",
                    new Piece(Ink.FAINT, "recognised by " + facts.project().recognisedBy()));
        }
        lines.gap();
        if (!listed.isEmpty()) {
            new ProjectTable(facts, listed).addTo(lines);
            lines.gap();
        }
        lines.indented("  ", Piece.plain(closing(facts, all, listed)));
        listed.stream().flatMap(Standing::marks).forEach(used::add);
    }

    private Predicate<Standing> wanted() {
        return switch (rows) {
            case ALL -> standing -> true;
            case PENDING -> Standing::isPending;
            case PROBLEMS -> Standing::isProblem;
        };
    }

    private static String folders(Facts facts) {
        return facts.project().folders().stream().map(RepoPath::toString).collect(Collectors.joining(", ", "  ", ""));
    }

    private static String closing(Facts facts, List<Standing> all, List<Standing> listed) {
        long problems = all.stream().filter(Standing::isProblem).count();
        String counts =
                Quantity.of(all.size(), "migration") + ": " + problems + " with a problem, " + pending(facts, all);
        return listed.size() == all.size() ? counts : counts + " (" + listed.size() + " listed)";
    }

    private static String pending(Facts facts, List<Standing> all) {
        long read = facts.databases().values().stream()
                .filter(state -> !(state instanceof Applied.NotRead))
                .count();
        if (read == 0) {
            return "pending not known";
        }
        long pending = all.stream().filter(Standing::isPending).count();
        return pending + " pending" + (read == facts.databases().size() ? "" : " where a version table was read");
    }

    private static void addLegend(Lines lines, Set<Mark> used) {
        lines.gap();
        List<List<Piece>> legend = used.stream()
                .map(mark -> List.of(mark.piece(), new Piece(Ink.FAINT, " = " + mark.meaning())))
                .toList();
        new Flow(legend, "; ").addTo(lines, "", "");
    }

    private static void addEnds(Lines lines, Survey survey) {
        lines.gap();
        Sections sections = new Sections();
        sections.add(new Piece(Ink.FAINT, "looked at"), new Coverage(survey).ends());
        sections.add(
                new Piece(Ink.NOTABLE, "not looked at"),
                Gap.of(survey).stream().map(Gap::toString).toList());
        sections.addTo(lines);
    }
}
