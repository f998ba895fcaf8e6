package dev.migtrue.system.flyway;

import dev.migtrue.model.Checksum;
import dev.migtrue.model.FileText;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;

/** Finds out the checksums of the migrations of one tree, as one Flyway would. */
record Fingerprints(Settings settings, Tree tree) {

    private static final String SCRIPT_PLACEHOLDER = "FP__";

    Fingerprint of(Migration migration) {
        RepoPath path = migration.at().path();
        if (Naming.isClass(path.name())) {
            return new Fingerprint.None();
        }
        SideFile beside = SideFile.of(path, tree);
        Optional<String> encoding =
                beside.encoding().or(() -> settings.encoding()).filter(Settings::isOther);
        Optional<Placeholders> placeholders = settings.placeholders()
                .filter(some -> migration.kind() == Kind.REPEATABLE
                        && beside.isPlaceholderReplaced().orElse(true));
        if (encoding.isEmpty() && placeholders.isEmpty()) {
            return tree.derive(path, FlywayChecksum.OF_FILE)
                    .flatMap(checksum -> checksum)
                    .map(Fingerprints::known)
                    .orElseGet(() -> unknown(unreadable(path)));
        }
        return text(path, encoding)
                .map(text -> placeholders
                        .map(some -> filled(text, path, some))
                        .orElseGet(() -> known(FlywayChecksum.of(text))))
                .orElseGet(() -> unknown(encoding.map(name -> "its text cannot be read as " + name)
                        .orElseGet(() -> unreadable(path))));
    }

    /** Once it was run without anything filled in, Flyway takes that for right too. */
    private Fingerprint filled(String text, RepoPath path, Placeholders placeholders) {
        Checksum raw = FlywayChecksum.of(text);
        if (Naming.isScript(path.name())) {
            return text.contains(SCRIPT_PLACEHOLDER)
                    ? new Fingerprint.Unknown(notKnown(SCRIPT_PLACEHOLDER), List.of(raw))
                    : known(raw);
        }
        return switch (placeholders.fill(text, path.name(), settings.table())) {
            case Placeholders.Filled.In filled -> new Fingerprint.Known(FlywayChecksum.of(filled.text()), List.of(raw));
            case Placeholders.Filled.NotKnown unknown ->
                new Fingerprint.Unknown(notKnown(unknown.placeholder()), List.of(raw));
        };
    }

    private static String notKnown(String placeholder) {
        return "whether it changed cannot be decided, as only a run knows what '" + placeholder + "' stands for";
    }

    private String unreadable(RepoPath path) {
        return tree.text(path)
                .map(file -> file instanceof FileText.Unreadable unreadable ? unreadable.reason() : "")
                .filter(reason -> !reason.isEmpty())
                .orElse("it is not there");
    }

    /** The text of a file in the encoding that Flyway reads it in; absent where it cannot be had. */
    Optional<String> text(RepoPath path) {
        return text(
                path,
                SideFile.of(path, tree).encoding().or(() -> settings.encoding()).filter(Settings::isOther));
    }

    private Optional<String> text(RepoPath path, Optional<String> encoding) {
        return tree.text(path).flatMap(file -> switch (file) {
            case FileText.Decoded decoded ->
                encoding.isEmpty() || isPlain(decoded.text())
                        ? Optional.of(decoded.text())
                        : encoding.filter(name -> !isTurnedByGit())
                                .flatMap(name -> decoded(decoded.text().getBytes(StandardCharsets.UTF_8), name));
            case FileText.Unreadable unreadable ->
                encoding.flatMap(name -> unreadable
                        .bytes()
                        .flatMap(bytes -> decoded(bytes.getBytes(StandardCharsets.ISO_8859_1), name)));
        });
    }

    /** git may keep files in UTF-8 and put them on the disk in another encoding: what Flyway reads is not in the tree. */
    private boolean isTurnedByGit() {
        return tree.files().stream()
                .filter(file -> file.name().equals(".gitattributes"))
                .flatMap(file -> tree.text(file).stream())
                .anyMatch(file -> file instanceof FileText.Decoded decoded
                        && decoded.text().contains("working-tree-encoding"));
    }

    private static Optional<String> decoded(byte[] bytes, String encoding) {
        try {
            return Optional.of(Charset.forName(encoding)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Whether a text is the same in every encoding in which a byte may be a letter. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(character -> character > 0 && character < 0x80);
    }

    private static Fingerprint known(Checksum checksum) {
        return new Fingerprint.Known(checksum, List.of());
    }

    private static Fingerprint unknown(String reason) {
        return new Fingerprint.Unknown(reason, List.of());
    }
}
