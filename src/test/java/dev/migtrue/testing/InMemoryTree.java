package dev.migtrue.testing;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A tree whose files are given as a map from path to text. Content ids are those that git would give. Immutable. */
public final class InMemoryTree implements Tree {

    private final SortedMap<RepoPath, FileText> files;

    private InMemoryTree(Map<RepoPath, FileText> files) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** A tree without a file. */
    public static InMemoryTree empty() {
        return new InMemoryTree(Map.of());
    }

    /** A tree of these texts by path. */
    public static InMemoryTree of(Map<String, String> texts) {
        return new InMemoryTree(texts.entrySet().stream()
                .collect(Collectors.toMap(
                        file -> new RepoPath(file.getKey()), file -> new FileText.Decoded(file.getValue()))));
    }

    /** This tree with one file more, or with another text in it. */
    public InMemoryTree with(String path, String text) {
        return with(path, new FileText.Decoded(text));
    }

    /** This tree with a file that is there but is not text. */
    public InMemoryTree withUnreadable(String path, String reason) {
        return with(path, new FileText.Unreadable(reason));
    }

    /** This tree with a file of these bytes, which are text only if they are UTF-8. */
    public InMemoryTree with(String path, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return with(path, text);
        } catch (CharacterCodingException e) {
            String each = new String(bytes, StandardCharsets.ISO_8859_1);
            return with(path, new FileText.Unreadable("not UTF-8", Optional.of(each)));
        }
    }

    /** This tree without a file. */
    public InMemoryTree without(String path) {
        SortedMap<RepoPath, FileText> fewer = new TreeMap<>(files);
        fewer.remove(new RepoPath(path));
        return new InMemoryTree(fewer);
    }

    private InMemoryTree with(String path, FileText text) {
        SortedMap<RepoPath, FileText> more = new TreeMap<>(files);
        more.put(new RepoPath(path), text);
        return new InMemoryTree(more);
    }

    @Override
    public SequencedCollection<RepoPath> files() {
        return files.keySet().stream().toList();
    }

    @Override
    public SequencedCollection<RepoPath> filesUnder(RepoPath folder) {
        return files.keySet().stream().filter(path -> path.isUnder(folder)).toList();
    }

    @Override
    public Optional<ContentId> contentId(RepoPath path) {
        return text(path).map(InMemoryTree::blobId);
    }

    @Override
    public Optional<FileText> text(RepoPath path) {
        return Optional.ofNullable(files.get(path));
    }

    private static ContentId blobId(FileText text) {
        byte[] content = switch (text) {
            case FileText.Decoded decoded -> decoded.text().getBytes(StandardCharsets.UTF_8);
            case FileText.Unreadable unreadable ->
                unreadable
                        .bytes()
                        .map(bytes -> bytes.getBytes(StandardCharsets.ISO_8859_1))
                        .orElseGet(() -> ("\0" + unreadable.reason()).getBytes(StandardCharsets.UTF_8));
        };
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return new ContentId(HexFormat.of().formatHex(sha1.digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
