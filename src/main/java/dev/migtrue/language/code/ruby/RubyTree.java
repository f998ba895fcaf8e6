package dev.migtrue.language.code.ruby;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.List;
import java.util.Map;

/** A tree of Ruby's grammar, put in our own words. */
final class RubyTree {

    private static final Map<String, Way> VALUES = Map.ofEntries(
            entry("integer", (node, words) -> node.saying("integer", node.text().replace("_", ""))),
            entry("float", (node, words) -> node.saying("float", node.text().replace("_", ""))),
            entry("true", Rewording.plain("true")),
            entry("false", Rewording.plain("false")),
            entry("nil", Rewording.plain("none")),
            entry("self", Rewording.plain("identifier")),
            entry("constant", Rewording.plain("identifier")),
            entry("instance_variable", Rewording.plain("identifier")),
            entry("class_variable", Rewording.plain("identifier")),
            entry("global_variable", Rewording.plain("identifier")),
            entry("identifier", (node, words) -> RubyCalls.bareWord(node)),
            entry(
                    "scope_resolution",
                    (node, words) -> node.field("scope").isPresent()
                            ? Phrases.attribute(node, words.part(node, "scope"), words.part(node, "name"))
                            : words.part(node, "name")),
            entry("array", Rewording.as("list")),
            entry("string_array", Rewording.as("list")),
            entry("symbol_array", Rewording.as("list")),
            entry("hash", Rewording.as("dictionary")),
            entry("pair", (node, words) -> Phrases.pair(node, words.part(node, "key"), words.part(node, "value"))),
            entry("simple_symbol", (node, words) -> RubyText.symbol(node)),
            entry("hash_key_symbol", (node, words) -> RubyText.symbol(node)),
            entry("string", (node, words) -> RubyText.string(node, words)),
            entry("delimited_symbol", (node, words) -> RubyText.string(node, words)),
            entry("bare_string", (node, words) -> RubyText.string(node, words)),
            entry("bare_symbol", (node, words) -> RubyText.string(node, words)),
            entry("chained_string", Rewording.as("concatenated_string")),
            entry("regex", Rewording.plain("opaque")),
            entry("range", Rewording.plain("opaque")),
            entry("character", Rewording.plain("opaque")),
            entry("rational", Rewording.plain("opaque")),
            entry("complex", Rewording.plain("opaque")));

    private RubyTree() {}

    static CodeNode put(CodeNode program) {
        RubyText texts = RubyText.of(program);
        RubyReturns returns = RubyReturns.of(program);
        Map<String, Way> documents = Map.of("heredoc_beginning", texts::document, "return", returns::put);
        Rewording rewording = Rewording.of(
                VALUES,
                documents,
                RubyOperators.WAYS,
                RubyCalls.WAYS,
                RubyBlocks.WAYS,
                RubyChoices.WAYS,
                RubyDefinitions.WAYS);
        List<CodeNode> statements = RubyBlocks.statements(program);
        return program.as("module", rewording.block(program, statements).parts());
    }
}
