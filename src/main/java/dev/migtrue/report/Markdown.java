package dev.migtrue.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Markdown of a rule page laid out for a terminal: headings stand out, prose is filled, examples are set in. */
final class Markdown {

    private static final String FENCE = "```";
    private static final String INDENT = "    ";
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");
    private static final Pattern ITEM = Pattern.compile("( *(?:[-*+]|\\d+[.)]) +)(.*)");

    private final Lines lines;
    private final List<String> paragraph = new ArrayList<>();
    private String first = "";
    private String rest = "";

    private Markdown(Lines lines) {
        this.lines = lines;
    }

    static void addTo(Lines lines, String text) {
        Markdown markdown = new Markdown(lines);
        Iterator<String> source = text.lines().iterator();
        while (source.hasNext()) {
            markdown.read(source.next(), source);
        }
        markdown.endParagraph();
    }

    private void read(String line, Iterator<String> following) {
        Matcher heading = HEADING.matcher(line);
        Matcher item = ITEM.matcher(line);
        if (line.startsWith(FENCE)) {
            endParagraph();
            addFence(line, following);
        } else if (heading.matches()) {
            endParagraph();
            lines.gap();
            lines.add(new Piece(Ink.TITLE, heading.group(1)));
        } else if (line.startsWith("|")) {
            endParagraph();
            lines.add(Piece.plain(line));
        } else if (line.isBlank()) {
            endParagraph();
            lines.gap();
        } else if (item.matches()) {
            endParagraph();
            first = item.group(1);
            rest = " ".repeat(first.length());
            paragraph.add(item.group(2));
        } else {
            paragraph.add(line.strip());
        }
    }

    /** A fence ends at a line that starts with the same backticks, so that a longer one may hold a shorter one. */
    private void addFence(String opening, Iterator<String> following) {
        String ticks = opening.substring(
                0, opening.length() - opening.replaceFirst("^`+", "").length());
        String caption = FenceCaption.of(opening.substring(ticks.length()));
        lines.gap();
        if (!caption.isEmpty()) {
            lines.indented("  ", new Piece(Ink.FAINT, caption + ":"));
        }
        while (following.hasNext()) {
            String line = following.next();
            if (line.startsWith(ticks)) {
                break;
            }
            lines.indented(INDENT, new Piece(Ink.CODE, line.replace("\t", INDENT)));
        }
        lines.gap();
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            new Flow(Inline.words(String.join(" ", paragraph)), " ").addTo(lines, first, rest);
            paragraph.clear();
        }
        first = "";
        rest = "";
    }
}
