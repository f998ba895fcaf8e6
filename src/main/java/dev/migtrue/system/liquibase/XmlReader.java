package dev.migtrue.system.liquibase;

import dev.migtrue.model.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads XML as far as changelogs use it, with the place of each element. Nothing is ever fetched, and no entity is known but the five
 * that need no declaration: a document type is passed over.
 */
final class XmlReader {

    private static final Pattern TAG =
            Pattern.compile("<([^\\s/>=<]+)((?:\\s+[^\\s=/>]+\\s*=\\s*(?:\"[^\"]*+\"|'[^']*+'))*+)\\s*(/?)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=]+)\\s*=\\s*(?:\"([^\"]*+)\"|'([^']*+)')");
    private static final Pattern END_TAG = Pattern.compile("</([^\\s>]+)\\s*>");
    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^\\[>]*+(?:\\[.*?]\\s*)?>", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9A-Fa-f]+|\\w+);");
    private static final Map<String, String> ENTITIES =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private Optional<Element> root = Optional.empty();
    private Optional<String> problem = Optional.empty();
    private int at;
    private int line = 1;
    private int column = 1;
    private int counted;

    /** An element whose end has not come yet. */
    private record Open(
            String name,
            SequencedMap<String, String> attributes,
            List<Element> children,
            StringBuilder text,
            int line,
            int column) {}

    private XmlReader(String text) {
        this.text = text;
    }

    static Document read(String text) {
        return new XmlReader(text).read();
    }

    private Document read() {
        while (problem.isEmpty() && at < text.length()) {
            step();
        }
        if (problem.isEmpty() && !open.isEmpty()) {
            problem =
                    Optional.of("<%s> is never closed".formatted(open.element().name()));
        }
        if (problem.isEmpty() && root.isPresent()) {
            return new Document.Tree(root.get());
        }
        countTo(at);
        return new Document.Broken(new Span(line, column, line, column), problem.orElse("it holds no element"));
    }

    private void step() {
        int tag = text.indexOf('<', at);
        int end = tag < 0 ? text.length() : tag;
        if (end > at) {
            String between = decoded(text.substring(at, end));
            Optional.ofNullable(open.peek()).ifPresent(inside -> inside.text().append(between));
            at = end;
        } else if (text.startsWith("<!--", at)) {
            skip("-->");
        } else if (text.startsWith("<![CDATA[", at)) {
            int start = at + "<![CDATA[".length();
            skip("]]>");
            Optional.ofNullable(open.peek())
                    .filter(inside -> problem.isEmpty())
                    .ifPresent(inside -> inside.text().append(text, start, at - "]]>".length()));
        } else if (text.startsWith("<?", at)) {
            skip("?>");
        } else if (text.startsWith("<!", at)) {
            matching(DOCTYPE, "a declaration that is not understood").ifPresent(found -> at = found.end());
        } else if (text.startsWith("</", at)) {
            matching(END_TAG, "a tag that is not understood").ifPresent(this::close);
        } else {
            matching(TAG, "a tag that is not understood").ifPresent(this::open);
        }
    }

    private void skip(String end) {
        int found = text.indexOf(end, at);
        if (found < 0) {
            problem = Optional.of("no '%s' follows".formatted(end));
        } else {
            at = found + end.length();
        }
    }

    private Optional<Matcher> matching(Pattern pattern, String otherwise) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            return Optional.of(matcher);
        }
        problem = Optional.of("it holds " + otherwise);
        return Optional.empty();
    }

    private void open(Matcher tag) {
        if (open.isEmpty() && root.isPresent()) {
            problem = Optional.of("it holds more than one element");
            return;
        }
        SequencedMap<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
        while (attribute.find()) {
            String value = Optional.ofNullable(attribute.group(2)).orElseGet(() -> attribute.group(3));
            attributes.put(local(attribute.group(1)), decoded(value));
        }
        countTo(tag.start());
        open.push(new Open(tag.group(1), attributes, new ArrayList<>(), new StringBuilder(), line, column));
        at = tag.end();
        if (!tag.group(3).isEmpty()) {
            close();
        }
    }

    private void close(Matcher tag) {
        if (open.isEmpty() || !open.element().name().equals(tag.group(1))) {
            problem = Optional.of("</%s> closes nothing".formatted(tag.group(1)));
            return;
        }
        at = tag.end();
        close();
    }

    private void close() {
        Open done = open.pop();
        countTo(at);
        Element element = new Element(
                local(done.name()),
                done.attributes(),
                done.children(),
                done.text().toString(),
                new Span(done.line(), done.column(), line, column));
        Optional.ofNullable(open.peek())
                .ifPresentOrElse(parent -> parent.children().add(element), () -> root = Optional.of(element));
    }

    /** Counts on from where the last count ended: from the start each time, a long file would take for ever. */
    private void countTo(int offset) {
        while (counted < offset) {
            int character = text.codePointAt(counted);
            counted += Character.charCount(character);
            line += character == '\n' ? 1 : 0;
            column = character == '\n' ? 1 : column + 1;
        }
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static String decoded(String raw) {
        return raw.indexOf('&') < 0
                ? raw
                : ENTITY.matcher(raw)
                        .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), found.group())));
    }

    private static String character(String name, String otherwise) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, otherwise);
        }
        try {
            int code = name.startsWith("#x")
                    ? Integer.parseInt(name.substring(2), 16)
                    : Integer.parseInt(name.substring(1));
            return Character.isValidCodePoint(code) ? Character.toString(code) : otherwise;
        } catch (NumberFormatException tooLarge) {
            return otherwise;
        }
    }
}
