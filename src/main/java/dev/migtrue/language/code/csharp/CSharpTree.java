package dev.migtrue.language.code.csharp;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.List;
import java.util.Map;

/** A tree of C#'s grammar, put in our own words. */
final class CSharpTree {

    private static final Map<String, Way> VALUES = Map.ofEntries(
            entry(
                    "integer_literal",
                    (node, words) -> node.saying("integer", node.text().replaceAll("[_uUlL]", ""))),
            entry(
                    "real_literal",
                    (node, words) -> node.saying("float", node.text().replaceAll("[_fFdDmM]", ""))),
            entry(
                    "boolean_literal",
                    (node, words) -> node.as(node.text().equals("true") ? "true" : "false", List.of())),
            entry("null_literal", Rewording.plain("none")),
            entry("default_expression", Rewording.plain("none")),
            entry("character_literal", Rewording.plain("opaque")),
            entry("typeof_expression", Rewording.plain("opaque")),
            entry("sizeof_expression", Rewording.plain("opaque")),
            entry("range_expression", Rewording.plain("opaque")),
            entry("switch_expression", Rewording.plain("opaque")),
            entry("query_expression", Rewording.plain("opaque")),
            entry("with_expression", Rewording.plain("opaque")),
            entry("predefined_type", Rewording.plain("identifier")),
            entry("identifier", Rewording.plain("identifier")),
            entry("qualified_name", Rewording.plain("identifier")),
            entry("generic_name", (node, words) -> node.saying("identifier", CSharpCalls.bare(node))),
            entry("this", Rewording.plain("identifier")),
            entry("this_expression", Rewording.plain("identifier")),
            entry("base", Rewording.plain("identifier")),
            entry("base_expression", Rewording.plain("identifier")),
            entry("string_literal", CSharpText::plain),
            entry("verbatim_string_literal", CSharpText::verbatim),
            entry("raw_string_literal", CSharpText::raw),
            entry("interpolated_string_expression", CSharpText::filled),
            entry("parenthesized_expression", Rewording.as("parenthesized_expression")),
            entry("await_expression", Rewording.as("await")),
            entry("tuple_expression", (node, words) -> node.as("tuple", CSharpCalls.values(node, words))),
            entry("cast_expression", (node, words) -> words.part(node, "value")),
            entry("as_expression", (node, words) -> words.part(node, "left")),
            entry(
                    "conditional_expression",
                    (node, words) -> Phrases.conditional(
                            node,
                            words.part(node, "condition"),
                            words.part(node, "consequence"),
                            words.part(node, "alternative"))));

    private CSharpTree() {}

    static CodeNode put(CodeNode unit) {
        Rewording words = Rewording.of(
                VALUES,
                CSharpOperators.WAYS,
                CSharpCalls.WAYS,
                CSharpLiterals.WAYS,
                CSharpBlocks.WAYS,
                CSharpChoices.WAYS,
                CSharpDefinitions.WAYS);
        return unit.as("module", CSharpBlocks.statements(unit.children(), words));
    }
}
