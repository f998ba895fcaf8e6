package dev.migtrue.language.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A call somewhere in a Python text.
 *
 * @param keywords its keyword arguments in the order written
 */
public record PythonCall(SequencedMap<String, Constant> keywords) {

    public PythonCall {
        keywords = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(keywords));
    }

    /**
     * Every call of {@code function}, whatever it is reached through: {@code configure} finds {@code context.configure(…)}. What is not
     * Python is passed over; never throws.
     */
    public static List<PythonCall> read(String source, String function) {
        List<PythonCall> calls = new ArrayList<>();
        try (Syntax module = Syntax.parse(Grammar.PYTHON, SourceText.of(source))) {
            Deque<SyntaxNode> open = new ArrayDeque<>(List.of(module.root()));
            while (!open.isEmpty()) {
                SyntaxNode node = open.pop();
                if (node.is("call") && !node.hasError() && function(node).equals(Optional.of(function))) {
                    calls.add(of(node));
                }
                node.children().reversed().forEach(open::push);
            }
        } catch (LinkageError e) {
            return List.of();
        }
        return List.copyOf(calls);
    }

    /** The value of a keyword argument; absent when the call does not name it. */
    public Optional<Constant> keyword(String name) {
        return Optional.ofNullable(keywords.get(name));
    }

    private static Optional<String> function(SyntaxNode call) {
        return call.field("function")
                .flatMap(called -> called.is("attribute") ? called.field("attribute") : Optional.of(called))
                .map(SyntaxNode::text);
    }

    private static PythonCall of(SyntaxNode call) {
        SequencedMap<String, Constant> keywords = new LinkedHashMap<>();
        call.field("arguments").map(SyntaxNode::children).orElse(List.of()).stream()
                .filter(argument -> argument.is("keyword_argument"))
                .forEach(argument -> argument.field("name")
                        .ifPresent(name -> argument.field("value")
                                .ifPresent(value ->
                                        keywords.put(name.text(), ConstantReader.read(value, argument.span())))));
        return new PythonCall(keywords);
    }
}
