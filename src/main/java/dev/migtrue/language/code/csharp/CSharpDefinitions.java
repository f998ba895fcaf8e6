package dev.migtrue.language.code.csharp;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.List;
import java.util.Map;

/** Namespaces, classes and methods of C#. */
final class CSharpDefinitions {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("using_directive", Rewording.plain("pass_statement")),
            entry("extern_alias_directive", Rewording.plain("pass_statement")),
            entry("attribute_list", Rewording.plain("pass_statement")),
            entry("preproc_nullable", Rewording.plain("pass_statement")),
            entry("preproc_pragma", Rewording.plain("pass_statement")),
            entry("preproc_region", Rewording.plain("pass_statement")),
            entry("preproc_endregion", Rewording.plain("pass_statement")),
            entry("interface_declaration", Rewording.plain("pass_statement")),
            entry("enum_declaration", Rewording.plain("pass_statement")),
            entry("delegate_declaration", Rewording.plain("pass_statement")),
            entry("event_field_declaration", Rewording.plain("pass_statement")),
            entry("constructor_declaration", Rewording.plain("pass_statement")),
            entry("namespace_declaration", CSharpDefinitions::namespace),
            entry("file_scoped_namespace_declaration", CSharpDefinitions::namespace),
            entry(
                    "declaration_list",
                    (node, words) -> Phrases.block(node, CSharpBlocks.statements(node.children(), words))),
            entry("class_declaration", CSharpDefinitions::type),
            entry("record_declaration", CSharpDefinitions::type),
            entry("struct_declaration", CSharpDefinitions::type),
            entry(
                    "field_declaration",
                    (node, words) -> Phrases.block(
                            node,
                            CSharpBlocks.statements(
                                    node.children().stream()
                                            .filter(part -> part.is("variable_declaration"))
                                            .toList(),
                                    words))),
            entry("property_declaration", CSharpDefinitions::property),
            entry("method_declaration", CSharpDefinitions::method),
            entry("local_function_statement", CSharpDefinitions::method));

    private CSharpDefinitions() {}

    private static CodeNode namespace(CodeNode node, Rewording words) {
        return Phrases.block(
                node,
                CSharpBlocks.statements(
                        node.children().stream()
                                .filter(part -> !part.field().equals("name"))
                                .toList(),
                        words));
    }

    private static CodeNode type(CodeNode node, Rewording words) {
        CodeNode body = node.field("body")
                .map(inside -> Phrases.block(inside, CSharpBlocks.statements(inside.children(), words)))
                .orElseGet(() -> Phrases.block(node, List.of()));
        return Phrases.type(
                node,
                node.field("name"),
                node.children().stream().filter(part -> part.is("base_list")).findFirst(),
                body);
    }

    /** What is computed anew each time is taken for what it is once. */
    private static CodeNode property(CodeNode node, Rewording words) {
        return node.field("value")
                .map(value -> value.is("arrow_expression_clause")
                        ? value.children().stream().findFirst().orElse(value)
                        : value)
                .map(value -> Phrases.statement(Phrases.assignment(
                        node, Phrases.identifier(node.field("name").orElse(node)), words.put(value))))
                .orElseGet(() -> node.as("pass_statement", List.of()));
    }

    private static CodeNode method(CodeNode node, Rewording words) {
        CodeNode body = node.field("body")
                .map(inside -> inside.is("arrow_expression_clause")
                        ? Phrases.block(inside, Phrases.withResult(CSharpBlocks.statements(inside.children(), words)))
                        : CSharpBlocks.block(node, "body", words))
                .orElseGet(() -> Phrases.block(node, List.of()));
        List<CodeNode> parameters = node.field("parameters")
                .map(list -> CSharpCalls.parameters(list, words))
                .orElse(List.of());
        return Phrases.function(node, node.field("name").orElse(node), parameters, body);
    }
}
