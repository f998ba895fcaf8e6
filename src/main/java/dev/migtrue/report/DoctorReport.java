package dev.migtrue.report;

import dev.migtrue.model.BaseBranch;
import java.util.ArrayList;
import java.util.List;

/** What works here and what does not, a line each. */
public final class DoctorReport {

    private final Style style;
    private final List<List<Piece>> rows = new ArrayList<>();

    /** How something stands. */
    public enum Health {
        OK("ok", Ink.GOOD),
        /** It does not work, or not as usual; that may be on purpose. */
        NOTABLE("!", Ink.NOTABLE);

        private final String label;
        private final Ink ink;

        Health(String label, Ink ink) {
            this.label = label;
            this.ink = ink;
        }
    }

    public DoctorReport(Style style) {
        this.style = style;
    }

    /** Adds a line. */
    public void add(Health health, String subject, String words) {
        rows.add(List.of(new Piece(health.ink, health.label), Piece.plain(subject), Piece.plain(words)));
    }

    /** Adds the line about the branch to be merged into. */
    public void add(BaseBranch base) {
        switch (base) {
            case BaseBranch.Known known ->
                add(Health.OK, "base", "%s, named by %s".formatted(Place.of(known.tip()), known.chosenBy()));
            case BaseBranch.NotRead unread -> add(Health.NOTABLE, "base", "not looked at: " + unread.reason());
        }
    }

    /** All lines. */
    public String render() {
        Lines lines = new Lines(style);
        new Columns(rows).addTo(lines, "");
        return lines.toString();
    }
}
