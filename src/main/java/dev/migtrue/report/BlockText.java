package dev.migtrue.report;

import dev.migtrue.model.Finding;
import dev.migtrue.model.MigrationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One block of findings as text: what is wrong, a line per finding, what to do about it, and the places that belong to
 * it.
 *
 * @param title what its rule's page says of it; absent where there is no page
 * @param told the block above that has listed the same places with the same fix; absent where there is none
 * @param standings how each migration of the project stands
 */
record BlockText(Block block, Optional<String> title, Optional<Block> told, Map<MigrationId, Standing> standings) {

    static final String INDENT = "  ";
    static final String DEEPER = "    ";

    /** How many findings a block lists, and how many different helps it gives. */
    private static final int LISTED = 20;

    private static final int HELPS = 3;

    BlockText {
        standings = Map.copyOf(standings);
    }

    void addTo(Lines lines) {
        Wording wording = Wording.of(block.findings());
        lines.add(heading());
        if (!wording.shared().isEmpty()) {
            lines.indented(INDENT, Piece.plain(wording.shared()));
        }
        if (told.isPresent()) {
            lines.indented(
                    INDENT,
                    new Piece(
                            Ink.FAINT,
                            "the same places and the same fix as " + told.get().rule()));
            return;
        }
        lines.gap();
        new FindingRows(listed(), wording.own(), standings).addTo(lines);
        if (isCut()) {
            int more = block.findings().size() - LISTED;
            lines.indented(INDENT, new Piece(Ink.FAINT, "… and " + more + " more (--format concise lists all)"));
        }
        lines.gap();
        addHelp(lines);
        addCures(lines);
        RelatedPlaces.of(listed()).addTo(lines);
    }

    private List<Piece> heading() {
        int count = block.findings().size();
        String label = block.severity().label();
        return List.of(
                new Piece(Ink.of(block.severity()), count == 1 ? label : Quantity.of(count, label)),
                new Piece(Ink.TITLE, title.map(words -> ": " + words).orElse("")),
                new Piece(Ink.FAINT, " [" + block.rule() + "]"));
    }

    private List<Finding> listed() {
        return block.findings().subList(0, Math.min(LISTED, block.findings().size()));
    }

    private boolean isCut() {
        return block.findings().size() > LISTED;
    }

    private void addHelp(Lines lines) {
        List<String> helps = block.findings().stream()
                .map(Finding::help)
                .filter(help -> !help.isEmpty())
                .distinct()
                .toList();
        helps.stream().limit(HELPS).forEach(help -> {
            List<List<Piece>> words = new ArrayList<>();
            words.add(List.of(new Piece(Ink.GOOD, "help:")));
            words.addAll(Flow.words(help));
            new Flow(words, " ").addTo(lines, INDENT, INDENT + " ".repeat("help: ".length()));
        });
        if (helps.size() > HELPS) {
            int more = helps.size() - HELPS;
            lines.indented(INDENT, new Piece(Ink.FAINT, "… and " + more + " more like it (--format json has all)"));
        }
    }

    private void addCures(Lines lines) {
        listed().stream()
                .flatMap(finding -> finding.edits().map(EditWords::of).stream())
                .distinct()
                .forEach(words -> lines.indented(INDENT, new Piece(Ink.GOOD, "fix: "), Piece.plain(words)));
        String whose = isCut() ? " for the " + LISTED + " listed" : "";
        for (Cure cure : Cure.of(listed())) {
            lines.indented(
                    INDENT,
                    new Piece(Ink.GOOD, "fix" + whose + ": "),
                    Piece.plain(cure.title().orElse("run")));
            new ShellCommand(cure.argv())
                    .lines(Flow.LINE - DEEPER.length())
                    .forEach(line -> lines.indented(DEEPER, new Piece(Ink.CODE, line)));
        }
    }
}
