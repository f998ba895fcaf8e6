package dev.migtrue.gather.git;

import dev.migtrue.model.RepoPath;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What git would store if a file of the work tree were added now: its encoding, line ends and {@code $Id$} are turned
 * as its attributes and the configuration say. Filters are programs and are never run. What Git LFS would store is
 * known without; any other filter is left out, so that a file it changes may look edited until {@code git status} has
 * seen it.
 */
final class CheckIn {

    private static final Pattern IDENT = Pattern.compile("\\$Id:[^$\n]*\\$");
    private static final String LFS = "lfs";
    private static final int LARGEST_STORED = Integer.MAX_VALUE - 8;

    private final Attributes attributes;
    private final Settings settings;
    private final Index index;
    private final ObjectStore objects;

    CheckIn(Attributes attributes, Settings settings, Index index, ObjectStore objects) {
        this.attributes = attributes;
        this.settings = settings;
        this.index = index;
        this.objects = objects;
    }

    /** What becomes of line ends. */
    private enum LineEnding {
        KEPT,
        TO_LF,
        TO_LF_IF_TEXT
    }

    private static final Map<String, LineEnding> NAMED_LINE_ENDINGS =
            Map.of("auto", LineEnding.TO_LF_IF_TEXT, "input", LineEnding.TO_LF);

    /** Whether git stores the file as it is on disk, line ends aside. */
    boolean keepsText(RepoPath path) {
        return filter(path).isEmpty() && encoding(path).isEmpty() && !hasIdent(path);
    }

    /** Whether git stores the file exactly as it is on disk. */
    boolean keepsBytes(RepoPath path) {
        return keepsText(path) && lineEnding(path) == LineEnding.KEPT;
    }

    /** The text of a file in UTF-8, which is how git stores it whatever it is on disk. */
    byte[] utf8(RepoPath path, byte[] onDisk) {
        return encoding(path)
                .map(charset -> new String(onDisk, charset).getBytes(StandardCharsets.UTF_8))
                .orElse(onDisk);
    }

    byte[] stored(RepoPath path, byte[] onDisk) {
        if (filter(path).filter(LFS::equals).isPresent()) {
            return lfsPointer(onDisk);
        }
        byte[] text = withStoredLineEnds(path, utf8(path, onDisk));
        return hasIdent(path)
                ? IDENT.matcher(ByteString.of(text)).replaceAll("\\$Id\\$").getBytes(StandardCharsets.ISO_8859_1)
                : text;
    }

    private byte[] withStoredLineEnds(RepoPath path, byte[] text) {
        LineEnding ending = lineEnding(path);
        if (ending == LineEnding.KEPT) {
            return text;
        }
        LineEnds ends = LineEnds.count(text);
        // Where git only guesses that it is text, it leaves a file alone that is stored with \r\n already.
        boolean isTurned =
                ends.crLf() > 0 && (ending == LineEnding.TO_LF || (ends.isText() && !isStoredWithCrLf(path)));
        return isTurned ? LineEnds.toLf(text, ends.crLf()) : text;
    }

    private boolean isStoredWithCrLf(RepoPath path) {
        return index.committed()
                .find(path)
                .filter(file -> !file.isSubmodule())
                .flatMap(file -> objects.blob(file.blob(), LARGEST_STORED))
                .map(LineEnds::count)
                .filter(ends -> ends.isText() && ends.crLf() > 0)
                .isPresent();
    }

    private LineEnding lineEnding(RepoPath path) {
        return lineEnding(path, "text")
                .or(() -> lineEnding(path, "crlf"))
                .or(() -> attributes
                        .value(path, "eol")
                        .filter(eol -> eol.equals("lf") || eol.equals("crlf"))
                        .map(eol -> LineEnding.TO_LF))
                .orElseGet(() -> isAutoCrLf() ? LineEnding.TO_LF_IF_TEXT : LineEnding.KEPT);
    }

    private Optional<LineEnding> lineEnding(RepoPath path, String name) {
        return attributes.of(path, name).flatMap(attribute -> switch (attribute.getState()) {
            case SET -> Optional.of(LineEnding.TO_LF);
            case UNSET -> Optional.of(LineEnding.KEPT);
            case CUSTOM -> Optional.ofNullable(NAMED_LINE_ENDINGS.get(String.valueOf(attribute.getValue())));
            case UNSPECIFIED -> Optional.empty();
        });
    }

    private boolean isAutoCrLf() {
        return settings.text("core", "autocrlf")
                        .filter("input"::equalsIgnoreCase)
                        .isPresent()
                || settings.isOn("core", "autocrlf");
    }

    /** The filter that would change the file; one that is not configured changes nothing. */
    private Optional<String> filter(RepoPath path) {
        return attributes.value(path, "filter").filter(settings::hasFilter);
    }

    private boolean hasIdent(RepoPath path) {
        return attributes.isSet(path, "ident");
    }

    /** The encoding that a file has on disk only; absent when that is UTF-8, or one unknown to us. */
    private Optional<Charset> encoding(RepoPath path) {
        return attributes
                .value(path, "working-tree-encoding")
                .map(encoding -> encoding.toUpperCase(Locale.ROOT))
                // With a byte order mark, the mark says which of the two it is.
                .map(name -> name.endsWith("-BOM") ? "UTF-16" : name)
                .map(name -> Charset.forName(name, StandardCharsets.UTF_8))
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8));
    }

    /** What the filter of Git LFS prints: see the specification of its pointer file. */
    private static byte[] lfsPointer(byte[] content) {
        if (content.length == 0 || Contents.isLfsPointer(content)) {
            return content;
        }
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            return "%soid sha256:%s\nsize %d\n"
                    .formatted(Contents.LFS_POINTER, digest, content.length)
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
