package dev.migtrue.language.code.javascript;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Cases;
import dev.migtrue.language.code.words.Rewording;
import java.util.List;

/** A choice among values. */
final class ScriptSwitch {

    private ScriptSwitch() {}

    static CodeNode put(CodeNode node, Rewording words) {
        List<Cases.Case> cases = node.field("body").map(CodeNode::children).orElse(List.of()).stream()
                .map(one -> new Cases.Case(one, one.field("value").map(words::put), body(one)))
                .toList();
        return new Cases(node, words.part(node, "value"), all -> ScriptBlocks.statements(all, words)).put(cases);
    }

    private static List<CodeNode> body(CodeNode one) {
        List<CodeNode> all = one.fields("body");
        return all.size() == 1 && all.getFirst().is("statement_block")
                ? all.getFirst().children()
                : all;
    }
}
