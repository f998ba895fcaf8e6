package dev.migtrue.language.code.javascript;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.List;
import java.util.Map;

/** A tree of the grammar of JavaScript or TypeScript, put in our own words. */
final class ScriptTree {

    private static final Map<String, Way> VALUES = Map.ofEntries(
            entry("number", (node, words) -> node.saying("integer", node.text().replace("_", ""))),
            entry("true", Rewording.plain("true")),
            entry("false", Rewording.plain("false")),
            entry("null", Rewording.plain("none")),
            entry("undefined", Rewording.plain("none")),
            entry("this", Rewording.plain("identifier")),
            entry("identifier", Rewording.plain("identifier")),
            entry("super", Rewording.plain("opaque")),
            entry("regex", Rewording.plain("opaque")),
            entry("import", Rewording.plain("opaque")),
            entry("meta_property", Rewording.plain("opaque")),
            entry("member_expression", ScriptTree::member),
            entry(
                    "subscript_expression",
                    (node, words) -> Phrases.subscript(node, words.part(node, "object"), words.part(node, "index"))),
            entry("array", Rewording.as("list")),
            entry(
                    "object",
                    (node, words) -> node.as(
                            "dictionary",
                            node.children().stream()
                                    .map(part -> property(part, words).in(""))
                                    .toList())),
            entry("pair", (node, words) -> Phrases.pair(node, words.part(node, "key"), words.part(node, "value"))),
            entry("property_identifier", (node, words) -> ScriptText.word(node)),
            entry(
                    "shorthand_property_identifier",
                    (node, words) -> Phrases.pair(node, ScriptText.word(node), Phrases.identifier(node))),
            entry("computed_property_name", (node, words) -> Rewording.first(node, words)),
            entry("string", ScriptText::string),
            entry("template_string", ScriptText::string));

    private static final Rewording REWORDING = Rewording.of(
            VALUES,
            ScriptOperators.WAYS,
            ScriptCalls.WAYS,
            ScriptBlocks.WAYS,
            ScriptDefinitions.WAYS,
            ScriptModules.WAYS);

    private ScriptTree() {}

    static CodeNode put(CodeNode program) {
        return program.as("module", ScriptBlocks.statements(program.children(), REWORDING));
    }

    private static CodeNode property(CodeNode part, Rewording words) {
        return switch (part.kind()) {
            case "method_definition" -> ScriptDefinitions.property(part, words);
            case "spread_element" ->
                part.as("dictionary_splat", List.of(Rewording.first(part, words).in("")));
            default -> words.put(part);
        };
    }

    /** The number of what is in something is asked as Python asks it. */
    private static CodeNode member(CodeNode node, Rewording words) {
        CodeNode object = words.part(node, "object");
        CodeNode name = node.field("property").orElse(node);
        return name.text().equals("length")
                ? Phrases.call(node, node.saying("identifier", Script.COUNT), List.of(object))
                : Phrases.attribute(node, object, name);
    }
}
