package dev.migtrue.language.code.javascript;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls. */
final class ScriptCalls {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("call_expression", (node, words) -> call(node, "function", words)),
            entry("new_expression", (node, words) -> call(node, "constructor", words)),
            entry("spread_element", ScriptCalls::spread));

    /** Methods that bring what they are called on, as far as we follow it. */
    private static final Set<String> SAME = Set.of("toString", "trimIndent", "valueOf", "trim");

    private ScriptCalls() {}

    private static CodeNode call(CodeNode node, String field, Rewording words) {
        CodeNode function = node.field(field).orElse(node);
        Optional<CodeNode> given = node.field("arguments");
        if (given.isPresent() && given.get().is("template_string")) {
            return function.text().equals("String.raw")
                    ? ScriptText.raw(given.get(), words)
                    : Phrases.call(node, words.put(function), List.of(words.put(given.get())));
        }
        List<CodeNode> arguments = given.map(CodeNode::children).orElse(List.of());
        boolean isSame = arguments.isEmpty()
                && function.is("member_expression")
                && function.field("property")
                        .filter(name -> SAME.contains(name.text()))
                        .isPresent();
        return isSame ? words.part(function, "object") : Phrases.call(node, words.put(function), words.all(arguments));
    }

    /** In an object it spreads an object, elsewhere a list. */
    private static CodeNode spread(CodeNode node, Rewording words) {
        return node.as("list_splat", List.of(Rewording.first(node, words).in("")));
    }
}
