package dev.migtrue.language.code.javascript;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A choice among values, as one {@code if} behind the other. What runs on into the next case is not followed. */
final class ScriptSwitch {

    private static final Set<String> ENDS =
            Set.of("break_statement", "return_statement", "throw_statement", "continue_statement");

    private ScriptSwitch() {}

    static CodeNode put(CodeNode node, Rewording words) {
        List<CodeNode> cases = node.field("body").map(CodeNode::children).orElse(List.of());
        boolean isPlain = cases.stream()
                .limit(Math.max(0, cases.size() - 1))
                .allMatch(one ->
                        body(one).isEmpty() || ENDS.contains(body(one).getLast().kind()));
        boolean isDefaultLast =
                cases.stream().limit(Math.max(0, cases.size() - 1)).allMatch(one -> one.is("switch_case"));
        return isPlain && isDefaultLast ? choice(node, cases, Optional.empty(), words) : node.as("unread", List.of());
    }

    /** @param before whether it is one of the values that the cases just before this one stand for */
    private static CodeNode choice(CodeNode node, List<CodeNode> cases, Optional<CodeNode> before, Rewording words) {
        if (cases.isEmpty()) {
            return Phrases.block(node, List.of());
        }
        CodeNode first = cases.getFirst();
        List<CodeNode> rest = cases.subList(1, cases.size());
        if (first.is("switch_default")) {
            return Phrases.block(first, done(first, words));
        }
        CodeNode same = Phrases.comparison(first, words.part(node, "value"), "==", words.part(first, "value"));
        CodeNode asked =
                before.map(others -> Phrases.both(first, others, "or", same)).orElse(same);
        if (body(first).isEmpty() && !rest.isEmpty()) {
            return rest.getFirst().is("switch_default")
                    ? choice(node, rest, Optional.empty(), words)
                    : choice(node, rest, Optional.of(asked), words);
        }
        CodeNode otherwise = choice(node, rest, Optional.empty(), words);
        return Phrases.choice(
                first,
                asked,
                Phrases.block(first, done(first, words)),
                Optional.of(otherwise.is("block") ? otherwise : Phrases.block(otherwise, List.of(otherwise.in("")))));
    }

    private static List<CodeNode> body(CodeNode one) {
        List<CodeNode> all = one.fields("body");
        return all.size() == 1 && all.getFirst().is("statement_block")
                ? all.getFirst().children()
                : all;
    }

    /** What a case does, without the {@code break} at its end. */
    private static List<CodeNode> done(CodeNode one, Rewording words) {
        List<CodeNode> statements = new ArrayList<>(body(one));
        if (!statements.isEmpty() && statements.getLast().is("break_statement")) {
            statements.removeLast();
        }
        return ScriptBlocks.statements(statements, words);
    }
}
