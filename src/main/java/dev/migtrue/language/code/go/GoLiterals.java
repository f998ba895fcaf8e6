package dev.migtrue.language.code.go;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists, maps and structs as Go writes them. */
final class GoLiterals {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry(
                    "composite_literal",
                    (node, words) -> node.field("body")
                            .map(body -> value(
                                    body,
                                    node.field("type").map(GoLiterals::fields).orElse(List.of()),
                                    words))
                            .orElseGet(() -> node.as("ERROR", List.of()))),
            entry("literal_value", (node, words) -> value(node, List.of(), words)),
            entry("literal_element", (node, words) -> element(node, List.of(), words)));

    private GoLiterals() {}

    /** The names of the fields of a struct, or of those in a list. */
    private static List<String> fields(CodeNode type) {
        if (type.is("field_declaration")) {
            return type.fields("name").stream().map(CodeNode::text).toList();
        }
        return type.children().stream().flatMap(part -> fields(part).stream()).toList();
    }

    private static CodeNode value(CodeNode body, List<String> fields, Rewording words) {
        List<CodeNode> parts = body.children();
        boolean isNamed = parts.stream().anyMatch(part -> part.is("keyed_element"));
        if (isNamed) {
            return body.as(
                    "dictionary",
                    parts.stream().map(part -> pair(part, fields, words)).toList());
        }
        boolean isStruct = !fields.isEmpty()
                && parts.size() == fields.size()
                && parts.stream().noneMatch(part -> inner(part).is("literal_value"));
        return isStruct
                ? struct(body, parts, fields, words)
                : body.as(
                        "list",
                        parts.stream().map(part -> element(part, fields, words)).toList());
    }

    private static CodeNode struct(CodeNode body, List<CodeNode> parts, List<String> fields, Rewording words) {
        List<CodeNode> pairs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            CodeNode part = parts.get(i);
            pairs.add(Phrases.pair(part, Phrases.text(part, fields.get(i)), element(part, List.of(), words)));
        }
        return body.as("dictionary", pairs);
    }

    private static CodeNode pair(CodeNode part, List<String> fields, Rewording words) {
        Optional<CodeNode> key = part.field("key").map(GoLiterals::inner);
        Optional<CodeNode> value = part.field("value");
        if (key.isEmpty() || value.isEmpty()) {
            return part.as("ERROR", List.of());
        }
        CodeNode name =
                key.get().is("identifier") ? Phrases.text(key.get(), key.get().text()) : words.put(key.get());
        return Phrases.pair(part, name, element(value.get(), fields, words));
    }

    private static CodeNode inner(CodeNode part) {
        return part.is("literal_element") && part.children().size() == 1
                ? part.children().getFirst()
                : part;
    }

    private static CodeNode element(CodeNode part, List<String> fields, Rewording words) {
        CodeNode inside = inner(part);
        return (inside.is("literal_value") ? value(inside, fields, words) : words.put(inside)).in("");
    }
}
