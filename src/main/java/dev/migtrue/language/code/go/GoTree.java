package dev.migtrue.language.code.go;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A tree of Go's grammar, put in our own words. */
final class GoTree {

    private static final Map<String, Way> VALUES = Map.ofEntries(
            entry(
                    "int_literal",
                    (node, words) -> node.saying("integer", node.text().replace("_", ""))),
            entry(
                    "float_literal",
                    (node, words) -> node.saying("float", node.text().replace("_", ""))),
            entry("true", Rewording.plain("true")),
            entry("false", Rewording.plain("false")),
            entry("nil", Rewording.plain("none")),
            entry("iota", Rewording.plain("opaque")),
            entry("identifier", Rewording.plain("identifier")),
            entry("field_identifier", Rewording.plain("identifier")),
            entry("type_identifier", Rewording.plain("identifier")),
            entry("package_identifier", Rewording.plain("identifier")),
            entry("raw_string_literal", GoText::raw),
            entry("interpreted_string_literal", GoText::interpreted),
            entry("rune_literal", Rewording.plain("opaque")),
            entry("imaginary_literal", Rewording.plain("opaque")),
            entry("slice_expression", Rewording.plain("opaque")),
            entry("type_assertion_expression", Rewording.plain("opaque")),
            entry("type_instantiation_expression", Rewording.plain("opaque")),
            entry("slice_type", Rewording.plain("opaque")),
            entry("map_type", Rewording.plain("opaque")),
            entry("parenthesized_expression", Rewording.as("parenthesized_expression")),
            entry("type_conversion_expression", (node, words) -> words.part(node, "operand")),
            entry(
                    "selector_expression",
                    (node, words) -> Phrases.attribute(node, words.part(node, "operand"), words.part(node, "field"))),
            entry(
                    "index_expression",
                    (node, words) -> node.as(
                            "subscript",
                            List.of(
                                    words.part(node, "operand").in("value"),
                                    words.part(node, "index").in("subscript")))),
            entry("variadic_argument", Rewording.as("list_splat")),
            entry("call_expression", GoTree::call),
            entry(
                    "func_literal",
                    (node, words) -> Phrases.lambda(node, parameters(node), GoBlocks.block(node, "body", words))));

    private GoTree() {}

    static CodeNode put(CodeNode file) {
        Rewording words = Rewording.of(
                VALUES, GoOperators.WAYS, GoLiterals.WAYS, GoBlocks.WAYS, GoChoices.WAYS, GoDefinitions.WAYS);
        List<CodeNode> all = new ArrayList<>(GoBlocks.statements(file.children(), words));
        file.children().stream()
                .filter(part -> part.is("function_declaration"))
                .filter(part -> part.field("name")
                        .map(CodeNode::text)
                        .filter("init"::equals)
                        .isPresent())
                .forEach(init -> all.addAll(GoBlocks.block(init, "body", words).parts()));
        return file.as("module", all);
    }

    private static CodeNode call(CodeNode node, Rewording words) {
        List<CodeNode> arguments =
                node.field("arguments").map(CodeNode::children).orElse(List.of());
        boolean isOfTypes =
                arguments.stream().anyMatch(argument -> argument.kind().endsWith("_type"));
        return isOfTypes
                ? node.as("opaque", List.of())
                : Phrases.call(node, words.part(node, "function"), words.all(arguments));
    }

    /** What a function is handed. */
    static List<CodeNode> parameters(CodeNode function) {
        return function.field("parameters").map(CodeNode::children).orElse(List.of()).stream()
                .flatMap(GoTree::parameter)
                .toList();
    }

    private static Stream<CodeNode> parameter(CodeNode declaration) {
        List<CodeNode> names = declaration.fields("name");
        if (declaration.is("variadic_parameter_declaration")) {
            return names.stream().map(name -> name.saying("list_splat_pattern", "*" + name.text()));
        }
        // One without a name still takes its place.
        return names.isEmpty()
                ? Stream.of(declaration.saying("identifier", "_"))
                : names.stream().map(Phrases::identifier);
    }
}
