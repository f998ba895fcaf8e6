package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.CodeNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Calls in C# of which each is made on what the one before it gave: {@code b.HasIndex("Email").IsUnique()}.
 *
 * @param subject what the first is made on
 * @param calls in the order in which they are made; at least one
 */
record CallChain(String subject, List<Call> calls) {

    private static final String LITERAL = "string_literal";

    /**
     * One of them.
     *
     * @param name without its type
     * @param type what stands in angle brackets; empty where nothing does
     */
    record Call(String name, String type, List<CodeNode> arguments) {

        /** The texts among what it is given. */
        List<String> texts() {
            return arguments.stream().flatMap(node -> literal(node).stream()).toList();
        }

        /** What it is given first, as a text or as it is written. */
        Optional<String> first() {
            return arguments.stream().findFirst().map(node -> literal(node).orElse(node.text()));
        }

        private static Optional<String> literal(CodeNode node) {
            return node.is(LITERAL)
                    ? Optional.of(node.text().substring(1, node.text().length() - 1))
                    : Optional.empty();
        }
    }

    /** Absent where an expression is none. */
    static Optional<CallChain> of(CodeNode expression) {
        List<Call> calls = new ArrayList<>();
        CodeNode here = expression;
        while (here.is("invocation_expression")) {
            Optional<CodeNode> member =
                    here.field("function").filter(function -> function.is("member_access_expression"));
            if (member.isEmpty()) {
                return Optional.empty();
            }
            calls.add(call(member.get(), here));
            here = member.get().field("expression").orElse(member.get());
        }
        Collections.reverse(calls);
        return calls.isEmpty() ? Optional.empty() : Optional.of(new CallChain(here.text(), calls));
    }

    private static Call call(CodeNode member, CodeNode invocation) {
        String name = member.field("name").map(CodeNode::text).orElse("");
        int bracket = name.indexOf('<');
        return new Call(
                bracket < 0 ? name : name.substring(0, bracket),
                bracket < 0 ? "" : name.substring(bracket + 1, name.length() - 1),
                invocation.field("arguments").stream()
                        .flatMap(list -> list.children().stream())
                        .map(CallChain::value)
                        .toList());
    }

    private static CodeNode value(CodeNode argument) {
        List<CodeNode> parts = argument.children();
        return argument.is("argument") && !parts.isEmpty() ? parts.getLast() : argument;
    }

    /** The first call of a name. */
    Optional<Call> call(String name) {
        return calls.stream().filter(call -> call.name().equals(name)).findFirst();
    }
}
