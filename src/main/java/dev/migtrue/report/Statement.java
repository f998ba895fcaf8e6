package dev.migtrue.report;

import dev.migtrue.model.Finding;
import dev.migtrue.model.Fix;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is to be said of one finding, in plain lines: what is wrong, what to do about it, which places belong to it.
 */
record Statement(Finding finding) {

    /** Whole commands on one line: whoever shows this has a horizontal scroll bar. */
    private static final int ONE_LINE = Integer.MAX_VALUE;

    /** Never empty; holds no character that a terminal would obey. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(finding.message());
        if (!finding.help().isEmpty()) {
            lines.add("help: " + finding.help());
        }
        finding.fix().map(Statement::words).ifPresent(words -> lines.add("fix: " + words));
        finding.related().forEach(related -> {
            String place = Place.brief(related.at());
            lines.add("see also: " + (place.isEmpty() ? "" : place + ": ") + related.message());
        });
        return lines.stream().map(Visible::of).toList();
    }

    private static String words(Fix fix) {
        return switch (fix) {
            case Fix.Edits edits -> EditWords.of(edits);
            case Fix.Command command -> String.join("", new ShellCommand(command.argv()).lines(ONE_LINE));
        };
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
