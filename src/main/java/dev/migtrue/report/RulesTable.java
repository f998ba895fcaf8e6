package dev.migtrue.report;

import dev.migtrue.judge.rule.RulePage;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The list of rules: id, severity, what each needs to have been looked at, and its title. */
public final class RulesTable {

    private final Style style;

    public RulesTable(Style style) {
        this.style = style;
    }

    /** The rules in the order they are given in. */
    public String render(Collection<RulePage> pages) {
        Lines lines = new Lines(style);
        List<Piece> header = Stream.of("rule", "severity", "needs", "what it reports")
                .map(label -> new Piece(Ink.TITLE, label))
                .toList();
        new Columns(Stream.concat(Stream.of(header), pages.stream().map(RulesTable::row))
                        .toList())
                .addTo(lines, "");
        return lines.toString();
    }

    private static List<Piece> row(RulePage page) {
        return List.of(
                Piece.plain(page.id().value()),
                new Piece(Ink.of(page.severity()), page.level().label()),
                Piece.plain(Explanation.needs(page)),
                Piece.plain(page.title()));
    }
}
