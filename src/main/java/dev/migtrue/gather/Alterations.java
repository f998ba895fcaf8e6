package dev.migtrue.gather;

import dev.migtrue.facts.Change;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts that a text may have been before an editor, a formatter or a checkout changed it in one of the ways they do unasked. */
final class Alterations {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What encodes western text with one byte to a character; to the others, accents are other letters. */
    private static final List<Charset> ONE_BYTE =
            List.of(StandardCharsets.ISO_8859_1, Charset.forName("windows-1252"), Charset.forName("ISO-8859-15"));

    private static final List<Integer> TAB_STOPS = List.of(2, 4, 8);

    /** A text, and in what the one that it came from differs from it. */
    record Altered(Change change, String text) {}

    private Alterations() {}

    /** Every one that is not the text itself, the least change first. */
    static List<Altered> of(String text) {
        return Stream.of(
                        all(Change.LINE_ENDS, lineEnds(text)),
                        all(Change.BYTE_ORDER_MARK, byteOrderMarks(text)),
                        all(Change.FINAL_LINE_END, finalLineEnds(text)),
                        all(Change.WHITE_SPACE, whiteSpace(text)),
                        all(Change.ENCODING, encodings(text)))
                .flatMap(changes -> changes)
                .filter(altered -> !altered.text().equals(text))
                .toList();
    }

    private static Stream<Altered> all(Change change, Stream<String> texts) {
        return texts.map(text -> new Altered(change, text));
    }

    private static Stream<String> lineEnds(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return Stream.of(lines, lines.replace("\n", "\r\n"), lines.replace('\n', '\r'));
    }

    private static Stream<String> byteOrderMarks(String text) {
        return Stream.of(
                text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : BYTE_ORDER_MARK + text);
    }

    private static Stream<String> finalLineEnds(String text) {
        String lines = text.replaceFirst("[\\r\\n]+\\z", "");
        return Stream.of(lines, lines + "\n", lines + "\r\n", lines + "\n\n");
    }

    private static Stream<String> whiteSpace(String text) {
        Stream<String> noTabs =
                TAB_STOPS.stream().map(width -> eachLine(text, line -> line.replace("\t", " ".repeat(width))));
        Stream<String> tabs = TAB_STOPS.stream().map(width -> eachLine(text, line -> indentedByTabs(line, width)));
        return Stream.concat(Stream.of(eachLine(text, String::stripTrailing)), Stream.concat(noTabs, tabs));
    }

    private static String indentedByTabs(String line, int width) {
        String unit = " ".repeat(width);
        int units = 0;
        while (line.startsWith(unit, units * width)) {
            units++;
        }
        return "\t".repeat(units) + line.substring(units * width);
    }

    private static String eachLine(String text, UnaryOperator<String> change) {
        return Stream.of(text.split("\n", -1))
                .map(line -> line.endsWith("\r")
                        ? change.apply(line.substring(0, line.length() - 1)) + "\r"
                        : change.apply(line))
                .collect(Collectors.joining("\n"));
    }

    /** As it comes out when read in a wrong encoding, and as it was where it came out so. */
    private static Stream<String> encodings(String text) {
        return ONE_BYTE.stream()
                .flatMap(encoding -> Stream.of(
                        new String(text.getBytes(StandardCharsets.UTF_8), encoding),
                        new String(text.getBytes(encoding), StandardCharsets.UTF_8)));
    }
}
