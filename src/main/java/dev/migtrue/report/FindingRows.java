package dev.migtrue.report;

import dev.migtrue.model.Finding;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A line per finding: where it is, which migration it is about, how that stands.
 *
 * @param own what each finding says that the others do not, in their order; may be longer than the findings
 */
record FindingRows(List<Finding> findings, List<String> own, Map<MigrationId, Standing> standings) {

    FindingRows {
        findings = List.copyOf(findings);
        own = List.copyOf(own);
        standings = Map.copyOf(standings);
    }

    /** What is a finding's own stands at the end of its line, or below it where that would be too wide. */
    void addTo(Lines lines) {
        Columns inOneLine = new Columns(
                IntStream.range(0, findings.size()).mapToObj(this::withOwn).toList());
        if (BlockText.INDENT.length() + inOneLine.width() <= Flow.LINE) {
            inOneLine.addTo(lines, BlockText.INDENT);
        } else {
            addWithOwnBelow(lines);
        }
    }

    private void addWithOwnBelow(Lines lines) {
        List<List<Piece>> aligned =
                new Columns(findings.stream().map(this::place).toList()).aligned();
        for (int i = 0; i < aligned.size(); i++) {
            lines.indented(BlockText.INDENT, aligned.get(i));
            if (!own.get(i).isEmpty()) {
                lines.indented(BlockText.DEEPER, Piece.plain(own.get(i)));
            }
        }
    }

    private List<Piece> withOwn(int index) {
        List<Piece> row = new ArrayList<>(place(findings.get(index)));
        row.add(Piece.plain(own.get(index)));
        return row;
    }

    /** Of a script its file is all there is. */
    private static String file(Finding finding) {
        return finding.file().map(RepoPath::value).orElse("");
    }

    private List<Piece> place(Finding finding) {
        return List.of(
                new Piece(Ink.TITLE, Place.brief(finding.at())),
                Piece.plain(finding.migration()
                        .map(MigrationId::value)
                        .filter(id -> !id.equals(file(finding)))
                        .orElse("")),
                finding.migration().map(standings::get).map(StandingWords::of).orElse(Piece.NOTHING));
    }
}
