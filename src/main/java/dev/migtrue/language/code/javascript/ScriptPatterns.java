package dev.migtrue.language.code.javascript;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names that are given what stands in something: {@code { a, b: c }} and {@code [a, b]}. */
final class ScriptPatterns {

    private ScriptPatterns() {}

    /** A name for what is taken apart here. */
    static CodeNode held(CodeNode at) {
        return at.saying("identifier", "#" + at.start());
    }

    /** What a value is given to that is not taken apart by names. */
    static CodeNode target(CodeNode left, Rewording words) {
        return switch (left.kind()) {
            case "array_pattern" ->
                left.as(
                        "pattern_list",
                        left.children().stream()
                                .map(part -> target(part, words).in(""))
                                .toList());
            case "assignment_pattern" ->
                left.field("left").map(name -> target(name, words)).orElseGet(() -> held(left));
            case "identifier", "shorthand_property_identifier_pattern" -> Phrases.identifier(left);
            case "object_pattern", "rest_pattern" -> held(left);
            default -> words.put(left);
        };
    }

    /** The statements that give each name of an object's pattern what the object has under it. */
    static List<CodeNode> taken(CodeNode pattern, CodeNode object, Rewording words) {
        List<CodeNode> statements = new ArrayList<>();
        for (CodeNode part : pattern.children()) {
            switch (part.kind()) {
                case "shorthand_property_identifier_pattern" ->
                    statements.add(set(part, Phrases.identifier(part), object, part));
                case "object_assignment_pattern" ->
                    part.field("left")
                            .ifPresent(name -> statements.add(set(part, Phrases.identifier(name), object, name)));
                case "pair_pattern" -> statements.addAll(pair(part, object, words));
                case "rest_pattern" ->
                    part.children()
                            .forEach(name -> statements.add(
                                    Phrases.statement(Phrases.assignment(part, Phrases.identifier(name), object))));
                default -> {}
            }
        }
        return statements;
    }

    private static List<CodeNode> pair(CodeNode part, CodeNode object, Rewording words) {
        Optional<CodeNode> key = part.field("key");
        Optional<CodeNode> value = part.field("value");
        if (key.isEmpty() || value.isEmpty()) {
            return List.of(part.as("ERROR", List.of()));
        }
        CodeNode target = target(value.get(), words);
        List<CodeNode> statements = new ArrayList<>(List.of(set(part, target, object, key.get())));
        if (value.get().is("object_pattern")) {
            statements.addAll(taken(value.get(), target, words));
        }
        return statements;
    }

    /** What a pattern says stands under a name that no other text in the file has. */
    private static CodeNode set(CodeNode at, CodeNode target, CodeNode object, CodeNode name) {
        CodeNode member = new CodeNode(
                "attribute",
                "right",
                true,
                at.start(),
                at.end(),
                Phrases.attribute(at, object, name).parts(),
                at.source(),
                Optional.of(object.text() + "." + name.text()));
        return Phrases.statement(Phrases.assignment(at, target, member));
    }
}
