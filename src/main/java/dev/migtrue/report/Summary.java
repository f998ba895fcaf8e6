package dev.migtrue.report;

import dev.migtrue.judge.Report;
import dev.migtrue.judge.Skipped;
import dev.migtrue.judge.Unverified;
import dev.migtrue.judge.Unverified.Weight;
import dev.migtrue.judge.rule.Need;
import dev.migtrue.model.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a run looked at, what it did not, and what it came to: the text beside the findings. */
public final class Summary {

    /** Gaps beyond these are only counted, unless everything is asked for. */
    private static final int LISTED = 5;

    private final Style style;
    private final Detail detail;

    /** How much is said. */
    public enum Detail {
        /** The closing line only. */
        LINE,
        BRIEF,
        /** Skipped rules by their names, every gap, and by what each project was recognised. */
        FULL
    }

    public Summary(Style style, Detail detail) {
        this.style = style;
        this.detail = detail;
    }

    /** Never empty: that nothing was found is said together with where was looked. */
    public String render(Report report) {
        Lines lines = new Lines(style);
        if (detail != Detail.LINE && !report.read().projects().isEmpty()) {
            Sections sections = new Sections();
            sections.add(new Piece(Ink.FAINT, "looked at"), new Coverage(report.read()).read());
            sections.add(
                    new Piece(Ink.FAINT, "recognised by"),
                    detail == Detail.FULL ? new Coverage(report.read()).recognised() : List.of());
            sections.add(new Piece(Ink.NOTABLE, "not looked at"), gaps(report));
            sections.add(
                    new Piece(Ink.NOTABLE, "not decided"),
                    detail == Detail.FULL ? new Insight(report.read()).doubts() : List.of());
            sections.add(new Piece(Ink.NOTABLE, "skipped"), skipped(report));
            sections.add(new Piece(Ink.NOTABLE, "to look after"), report.notices());
            sections.addTo(lines);
            lines.gap();
        }
        lines.add(ClosingLine.of(report));
        return lines.toString();
    }

    /** What was demanded or named comes first; the survey knows of more that nobody asked for. */
    private List<String> gaps(Report report) {
        List<Gap> surveyed = Gap.of(report.read());
        SequencedMap<String, String> gaps = new LinkedHashMap<>();
        for (Unverified unverified : report.unverified()) {
            Gap gap = surveyed.stream()
                    .filter(known -> known.what().equals(unverified.what()))
                    .findFirst()
                    .orElseGet(() -> new Gap(unverified.what(), "", unverified.reason()));
            gaps.putIfAbsent(gap.what(), gap + (unverified.weight() == Weight.REQUIRED ? " (required)" : ""));
        }
        surveyed.forEach(gap -> gaps.putIfAbsent(gap.what(), gap.toString()));
        List<String> texts = new ArrayList<>(gaps.values());
        if (detail == Detail.FULL || texts.size() <= LISTED) {
            return texts;
        }
        List<String> cut = new ArrayList<>(texts.subList(0, LISTED));
        cut.add("… and " + (texts.size() - LISTED) + " more (-v lists all)");
        return cut;
    }

    private List<String> skipped(Report report) {
        record Cause(Need need, String reason) {}
        SequencedMap<Cause, SortedSet<RuleId>> rules = new LinkedHashMap<>();
        for (Skipped skipped : report.skipped()) {
            rules.computeIfAbsent(new Cause(skipped.need(), skipped.reason()), cause -> new TreeSet<>())
                    .add(skipped.rule());
        }
        return rules.entrySet().stream()
                .map(entry -> "%s %s %s: %s%s"
                        .formatted(
                                Quantity.of(entry.getValue().size(), "rule"),
                                entry.getValue().size() == 1 ? "needs" : "need",
                                entry.getKey().need().label(),
                                entry.getKey().reason(),
                                detail == Detail.FULL ? names(entry.getValue()) : ""))
                .toList();
    }

    private static String names(SortedSet<RuleId> rules) {
        return rules.stream().map(RuleId::value).collect(Collectors.joining(", ", " (", ")"));
    }
}
