package dev.migtrue.report;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The migrations of one project against its places. Those without any file come last, under a line of their own. */
record ProjectTable(Facts facts, List<Standing> standings) {

    private static final String PROBLEM = "! ";
    private static final String NO_PROBLEM = "  ";

    ProjectTable {
        standings = List.copyOf(standings);
    }

    void addTo(Lines lines) {
        List<List<Piece>> aligned = new Columns(
                        Stream.concat(Stream.of(header()), standings.stream().map(ProjectTable::row))
                                .toList())
                .aligned();
        lines.add(aligned.getFirst());
        boolean announced = false;
        for (int i = 0; i < standings.size(); i++) {
            if (!announced && !standings.get(i).hasFile()) {
                lines.gap();
                lines.indented(NO_PROBLEM, new Piece(Ink.GRAVE, "applied, but without a file in any place looked at:"));
                announced = true;
            }
            lines.add(aligned.get(i + 1));
        }
    }

    private List<Piece> header() {
        Stream<String> places = Stream.concat(
                facts.histories().keySet().stream().map(Source::label),
                facts.databases().keySet().stream().map(DatabaseName::toString));
        return Stream.concat(Stream.of(NO_PROBLEM + "migration"), places)
                .map(label -> new Piece(Ink.TITLE, label))
                .toList();
    }

    private static List<Piece> row(Standing standing) {
        String id = standing.presence().id().value();
        List<Piece> row = new ArrayList<>();
        row.add(standing.isProblem() ? new Piece(Ink.GRAVE, PROBLEM + id) : Piece.plain(NO_PROBLEM + id));
        standing.marks().map(Mark::piece).forEach(row::add);
        row.add(new Piece(Ink.FAINT, description(standing)));
        return row;
    }

    /** Why it has no file on purpose, or the words of its name, unless the id says them already. */
    private static String description(Standing standing) {
        return standing.excuse()
                .map(excuse -> excuse.words()
                        + excuse.reason().map(reason -> ": " + reason).orElse(""))
                .orElseGet(() -> description(standing.presence()));
    }

    private static String description(Presence presence) {
        return presence.firstCopy()
                .map(Migration::description)
                .filter(words -> !letters(presence.id().value()).contains(letters(words)))
                .orElse("");
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
