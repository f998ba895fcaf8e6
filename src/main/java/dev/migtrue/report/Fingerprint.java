package dev.migtrue.report;

import dev.migtrue.judge.ReportItem;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.MigrationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a finding is recognised by from run to run: 32 hexadecimal digits made of its rule, system, project root,
 * migration id and object. The object is a row of a version table, or the file where the finding is about no
 * migration: a renamed migration stays the same finding. Never made of a line number or a message.
 */
final class Fingerprint {

    private static final int BYTES = 16;

    private Fingerprint() {}

    /**
     * The fingerprints of the items, in their order. Where several would be equal, the later ones count on, so that
     * none is lost.
     */
    static List<String> of(List<ReportItem> items) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> fingerprints = new ArrayList<>();
        for (ReportItem item : items) {
            String identity = identity(item);
            int nth = seen.merge(identity, 1, Integer::sum);
            fingerprints.add(digest(nth == 1 ? identity : identity + part(Integer.toString(nth))));
        }
        return fingerprints;
    }

    private static String identity(ReportItem item) {
        Finding finding = item.finding();
        return Stream.of(
                        finding.rule().value(),
                        item.project().system(),
                        item.project().root().value(),
                        finding.migration().map(MigrationId::value).orElse(""),
                        object(finding))
                .map(Fingerprint::part)
                .collect(Collectors.joining());
    }

    /** Its length first, so that no two lists of parts run together to the same text. */
    private static String part(String text) {
        return text.length() + ":" + text;
    }

    private static String object(Finding finding) {
        return switch (finding.at()) {
            case Location.InFile file ->
                finding.migration().isPresent() ? "" : file.at().path().value();
            case Location.InVersionTable row -> part(row.table()) + part(row.row());
            case Location.InSchema schema ->
                part(schema.database().value()) + part(schema.object());
            case Location.WholeRepository whole -> "";
        };
    }

    private static String digest(String identity) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
