package dev.migtrue.language.code.php;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Calls of PHP. */
final class PhpCalls {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("function_call_expression", PhpCalls::function),
            entry("member_call_expression", PhpCalls::method),
            entry("nullsafe_member_call_expression", PhpCalls::method),
            entry("scoped_call_expression", PhpCalls::scoped),
            entry("object_creation_expression", PhpCalls::made));

    private PhpCalls() {}

    static List<CodeNode> arguments(CodeNode node, Rewording words) {
        return node
                .field("arguments")
                .or(() -> node.children().stream()
                        .filter(part -> part.is("arguments"))
                        .findFirst())
                .map(CodeNode::children)
                .orElse(List.of())
                .stream()
                .filter(part -> part.is("argument"))
                .map(part -> argument(part, words))
                .toList();
    }

    private static CodeNode argument(CodeNode part, Rewording words) {
        List<CodeNode> values = part.children().stream()
                .filter(child -> child.field().isEmpty() && !child.is("reference_modifier"))
                .toList();
        if (values.isEmpty()) {
            return part.as("opaque", List.of());
        }
        CodeNode value = words.put(values.getFirst());
        return part.field("name")
                .map(name -> Phrases.keyword(part, name.text(), value))
                .orElse(value);
    }

    /** Functions that ask something are what Python asks with signs. */
    private static CodeNode function(CodeNode node, Rewording words) {
        List<CodeNode> given = arguments(node, words);
        CodeNode function = words.part(node, "function");
        String name = function.text().toLowerCase(Locale.ROOT) + "/" + Math.min(given.size(), 2);
        return switch (name) {
            case "empty/1" -> Phrases.not(node, given.getFirst());
            case "isset/1" -> given.getFirst();
            case "is_null/1" -> Phrases.comparison(node, given.getFirst(), "==", node.as("none", List.of()));
            case "in_array/2", "array_key_exists/2" -> Phrases.comparison(node, given.getFirst(), "in", given.get(1));
            case "str_contains/2" -> Phrases.comparison(node, given.get(1), "in", given.getFirst());
            case "sprintf/2" ->
                Phrases.binary(
                        node,
                        given.getFirst(),
                        "%",
                        node.as(
                                "tuple",
                                given.subList(1, given.size()).stream()
                                        .map(one -> one.in(""))
                                        .toList()));
            default -> Phrases.call(node, function, given);
        };
    }

    private static CodeNode method(CodeNode node, Rewording words) {
        CodeNode name = node.field("name").orElse(node);
        return name.is("name")
                ? Phrases.call(
                        node,
                        Phrases.attribute(
                                        node.between("member", node.start(), name.end()),
                                        words.part(node, "object"),
                                        name)
                                .in(""),
                        arguments(node, words))
                : node.as("unread", List.of());
    }

    private static CodeNode scoped(CodeNode node, Rewording words) {
        CodeNode scope = node.field("scope").orElse(node);
        CodeNode name = node.field("name").orElse(node);
        CodeNode object = switch (scope.text()) {
            case "self", "static" -> scope.saying("identifier", "this");
            case "parent" -> scope.as("opaque", List.of());
            default -> words.put(scope);
        };
        return Phrases.call(
                node,
                Phrases.attribute(node.between("member", node.start(), name.end()), object, name)
                        .in(""),
                arguments(node, words));
    }

    private static CodeNode made(CodeNode node, Rewording words) {
        return node.children().stream()
                .filter(part -> part.is("anonymous_class"))
                .findFirst()
                .map(words::put)
                .orElseGet(() -> Phrases.call(node, Rewording.first(node, words), arguments(node, words)));
    }
}
