package dev.migtrue.report;

import dev.migtrue.model.Finding;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Related;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The further places of several findings, each listed once.
 *
 * @param owners each place with the migration that it belongs to; empty where it belongs to several, or where there is
 *     no choice
 */
record RelatedPlaces(SequencedMap<Related, String> owners) {

    static RelatedPlaces of(List<Finding> findings) {
        boolean one = findings.stream().map(Finding::migration).distinct().count() == 1;
        SequencedMap<Related, String> owners = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String owner =
                    one ? "" : finding.migration().map(MigrationId::value).orElse("");
            finding.related().forEach(place -> owners.merge(place, owner, (first, second) -> ""));
        }
        return new RelatedPlaces(owners);
    }

    void addTo(Lines lines) {
        if (!owners.isEmpty()) {
            lines.indented(BlockText.INDENT, new Piece(Ink.GOOD, "see also:"));
            new Columns(owners.entrySet().stream()
                            .map(entry -> row(entry.getKey(), entry.getValue()))
                            .toList())
                    .addTo(lines, BlockText.DEEPER);
        }
    }

    private static List<Piece> row(Related place, String owner) {
        return List.of(Piece.plain(Place.brief(place.at())), Piece.plain(owner), Piece.plain(place.message()));
    }
}
