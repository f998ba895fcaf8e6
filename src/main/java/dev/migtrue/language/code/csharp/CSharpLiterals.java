package dev.migtrue.language.code.csharp;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Arrays, lists and objects as C# writes them. */
final class CSharpLiterals {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("implicit_array_creation_expression", CSharpLiterals::array),
            entry("array_creation_expression", CSharpLiterals::array),
            entry("initializer_expression", (node, words) -> initialized(node, words)),
            entry("element_binding_expression", (node, words) -> node.as("list", CSharpCalls.values(node, words))),
            entry("collection_expression", (node, words) -> node.as("list", CSharpCalls.values(node, words))),
            entry("anonymous_object_creation_expression", CSharpLiterals::anonymous),
            entry("object_creation_expression", CSharpLiterals::created),
            entry("implicit_object_creation_expression", CSharpLiterals::created));

    private CSharpLiterals() {}

    private static Optional<CodeNode> initializer(CodeNode node) {
        return node.children().stream()
                .filter(part -> part.is("initializer_expression"))
                .findFirst();
    }

    private static CodeNode array(CodeNode node, Rewording words) {
        return initializer(node)
                .map(list -> initialized(list, words).in(node.field()))
                .orElseGet(() -> node.as("opaque", List.of()));
    }

    private static CodeNode initialized(CodeNode node, Rewording words) {
        boolean isNamed = node.children().stream().anyMatch(part -> part.is("assignment_expression"));
        return isNamed
                ? node.as(
                        "dictionary",
                        node.children().stream().map(part -> pair(part, words)).toList())
                : node.as("list", CSharpCalls.values(node, words));
    }

    private static CodeNode pair(CodeNode part, Rewording words) {
        Optional<CodeNode> left = part.field("left");
        Optional<CodeNode> right = part.field("right");
        if (left.isPresent() && right.isPresent()) {
            CodeNode key = left.get().is("identifier")
                    ? Phrases.text(left.get(), left.get().text())
                    : CSharpCalls.values(left.get(), words).stream()
                            .findFirst()
                            .orElseGet(() -> part.as("ERROR", List.of()));
            return Phrases.pair(part, key, words.put(right.get()));
        }
        List<CodeNode> both = CSharpCalls.values(part, words);
        return both.size() == 2 ? Phrases.pair(part, both.getFirst(), both.getLast()) : part.as("ERROR", List.of());
    }

    /** {@code new { Id = …, x.Name }}: what has no name of its own has that of its member. */
    private static CodeNode anonymous(CodeNode node, Rewording words) {
        List<CodeNode> pairs = new ArrayList<>();
        List<CodeNode> parts = node.parts();
        for (int i = 0; i < parts.size(); i++) {
            CodeNode part = parts.get(i);
            if (!part.isNamed()) {
                continue;
            }
            boolean isName = i + 2 < parts.size() && parts.get(i + 1).text().equals("=");
            CodeNode value = isName ? parts.get(i + 2) : part;
            CodeNode name = isName ? part : part.field("name").orElse(part);
            pairs.add(Phrases.pair(value, Phrases.text(name, name.text()), words.put(value)));
            i += isName ? 2 : 0;
        }
        return node.as("dictionary", pairs);
    }

    private static CodeNode created(CodeNode node, Rewording words) {
        Optional<CodeNode> list = initializer(node);
        if (list.isPresent()) {
            return initialized(list.get(), words).in(node.field());
        }
        CodeNode type = node.field("type").orElse(node);
        boolean isEmpty = node.field("arguments")
                .map(CodeNode::children)
                .orElse(List.of())
                .isEmpty();
        return isEmpty && CSharpCalls.bare(type).matches("List|HashSet|Collection")
                ? node.as("list", List.of())
                : Phrases.call(
                        node,
                        type.saying("identifier", CSharpCalls.bare(type)),
                        node.field("arguments")
                                .map(given -> CSharpCalls.arguments(given, words))
                                .orElse(List.of()));
    }
}
