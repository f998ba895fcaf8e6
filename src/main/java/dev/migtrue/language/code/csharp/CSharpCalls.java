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
import java.util.Set;

/** Calls of C#, members and lambdas. */
final class CSharpCalls {

    /** The name under which a call hands over the type that stands in its angle brackets. */
    private static final String TYPE = "<>";

    /** Members that only the library knows the value of: it is asked as by a call. */
    private static final Set<String> ASKED = Set.of("ActiveProvider");

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("invocation_expression", CSharpCalls::call),
            entry("member_access_expression", CSharpCalls::member),
            entry("conditional_access_expression", CSharpCalls::bound),
            entry("element_access_expression", CSharpCalls::element),
            entry("lambda_expression", CSharpCalls::lambda),
            entry("anonymous_method_expression", CSharpCalls::lambda));

    private CSharpCalls() {}

    /** A name without the types in its angle brackets. */
    static String bare(CodeNode name) {
        return name.children().stream().findFirst().map(CodeNode::text).orElseGet(name::text);
    }

    private static Optional<CodeNode> type(CodeNode function) {
        CodeNode name = function.field("name").orElse(function);
        return name.is("generic_name")
                ? name.children().stream()
                        .filter(part -> part.is("type_argument_list"))
                        .flatMap(list -> list.children().stream())
                        .findFirst()
                : Optional.empty();
    }

    private static CodeNode call(CodeNode node, Rewording words) {
        List<CodeNode> all = new ArrayList<>(
                node.field("arguments").map(list -> arguments(list, words)).orElse(List.of()));
        node.field("function")
                .flatMap(CSharpCalls::type)
                .ifPresent(type -> all.add(Phrases.keyword(type, TYPE, Phrases.text(type, type.text()))));
        return Phrases.call(node, words.part(node, "function"), all);
    }

    static List<CodeNode> arguments(CodeNode list, Rewording words) {
        return list.children().stream()
                .filter(part -> part.is("argument"))
                .map(part -> argument(part, words).in(""))
                .toList();
    }

    static List<CodeNode> values(CodeNode list, Rewording words) {
        return list.children().stream()
                .map(part -> (part.is("argument") ? argument(part, words) : words.put(part)).in(""))
                .toList();
    }

    private static CodeNode argument(CodeNode part, Rewording words) {
        Optional<CodeNode> value = part.children().stream()
                .filter(child -> !child.field().equals("name"))
                .reduce((first, second) -> second)
                .map(words::put);
        if (value.isEmpty()) {
            return part.as("ERROR", List.of());
        }
        return part.field("name")
                .map(name -> Phrases.keyword(part, name.text(), value.get()))
                .orElseGet(value::get);
    }

    private static CodeNode member(CodeNode node, Rewording words) {
        Optional<CodeNode> name = node.field("name");
        if (name.isEmpty()) {
            return node.as("ERROR", List.of());
        }
        CodeNode attribute = Phrases.attribute(node, words.part(node, "expression"), words.put(name.get()));
        return ASKED.contains(name.get().text()) ? Phrases.call(node, attribute, List.of()) : attribute;
    }

    /** {@code x?.y}. */
    private static CodeNode bound(CodeNode node, Rewording words) {
        return node.children().stream()
                .filter(part -> part.is("member_binding_expression"))
                .findFirst()
                .flatMap(part -> part.field("name"))
                .map(name -> Phrases.attribute(node, words.part(node, "condition"), words.put(name)))
                .orElseGet(() -> node.as("opaque", List.of()));
    }

    private static CodeNode element(CodeNode node, Rewording words) {
        List<CodeNode> parts = new ArrayList<>();
        parts.add(words.part(node, "expression").in("value"));
        node.field("subscript")
                .map(list -> values(list, words))
                .orElse(List.of())
                .forEach(key -> parts.add(key.in("subscript")));
        return node.as("subscript", parts);
    }

    private static CodeNode lambda(CodeNode node, Rewording words) {
        List<CodeNode> parameters = node.field("parameters")
                .map(part -> part.is("parameter_list") ? parameters(part, words) : List.of(Phrases.identifier(part)))
                .orElse(List.of());
        CodeNode body = words.part(node, "body");
        boolean isStatement = body.is("assignment") || body.is("augmented_assignment");
        return Phrases.lambda(
                node, parameters, isStatement ? Phrases.block(body, List.of(Phrases.statement(body))) : body);
    }

    /** What a function is handed. */
    static List<CodeNode> parameters(CodeNode list, Rewording words) {
        List<CodeNode> all = new ArrayList<>();
        for (CodeNode part : list.children()) {
            if (part.is("parameter")) {
                all.add(parameter(part, words));
            } else if (part.field().equals("name")) {
                // The last of any number stands without a node of its own.
                all.add(part.saying("list_splat_pattern", "*" + part.text()).in(""));
            }
        }
        return all;
    }

    private static CodeNode parameter(CodeNode part, Rewording words) {
        CodeNode name = Phrases.identifier(part.field("name").orElse(part)).in("");
        Optional<CodeNode> last = part.children().stream()
                .filter(child -> child.field().isEmpty())
                .filter(child ->
                        child.kind().endsWith("literal") || child.kind().endsWith("expression"))
                .reduce((first, second) -> second);
        return last.map(value -> part.as(
                        "default_parameter",
                        List.of(name.in("name"), words.put(value).in("value"))))
                .orElse(name);
    }
}
