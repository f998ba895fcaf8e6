package dev.migtrue.report;

import java.util.regex.Pattern;

/** Text as GitHub's Markdown shows it: as it is, on one line. */
final class MarkdownText {

    /** What begins emphasis, code, links, HTML, table cells, formulas, mentions and references. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|~&$@#]");

    private MarkdownText() {}

    static String of(String text) {
        return SPECIAL.matcher(Visible.of(text)).replaceAll("\\\\$0");
    }
}
