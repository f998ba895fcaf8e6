package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the functions of a module that nothing in it calls: where a program is entered, as far as its text tells. */
final class Uncalled {

    private final Scope scope;
    private final List<String> called;

    private Uncalled(Scope scope, List<String> called) {
        this.scope = scope;
        this.called = called;
    }

    /** Those at its top, and those of its classes, but for tests and ways back; in the order of the text. */
    static Stream<Value.Function> of(CodeNode module, Scope scope) {
        List<String> called = new ArrayList<>();
        collect(module, called);
        Uncalled uncalled = new Uncalled(scope, called);
        return module.children().stream().map(Uncalled::bare).flatMap(uncalled::functions);
    }

    private Stream<Value.Function> functions(CodeNode part) {
        if (part.is("class_definition")) {
            Value.Instance instance = new Value.Instance(part, scope);
            boolean isMade = called.contains(name(part));
            return Walk.block(part, "body").stream()
                    .map(Uncalled::bare)
                    .filter(method -> method.is("function_definition"))
                    .filter(method -> !called.contains(name(method)) && !(isMade && isConstructor(method)))
                    .filter(Uncalled::isForward)
                    .map(method -> new Value.Function(method, scope, List.of(instance)));
        }
        return part.is("function_definition") && !called.contains(name(part)) && isForward(part)
                ? Stream.of(new Value.Function(part, scope, List.of()))
                : Stream.empty();
    }

    private static boolean isConstructor(CodeNode method) {
        return name(method).equals("__init__");
    }

    /** Neither a test nor a way back. */
    private static boolean isForward(CodeNode function) {
        return !name(function).matches("(?i)_*(?:test|down|rollback|revert|undo|tear_?down|reset|backward|reverse).*");
    }

    private static String name(CodeNode definition) {
        return definition.field("name").map(CodeNode::text).orElse("");
    }

    private static CodeNode bare(CodeNode part) {
        return part.is("decorated_definition") ? part.field("definition").orElse(part) : part;
    }

    /** The last names of all that is called or handed over. */
    private static void collect(CodeNode node, List<String> called) {
        for (CodeNode part : node.parts()) {
            if (part.is("call")) {
                part.field("function")
                        .map(function -> function.field("attribute").orElse(function))
                        .ifPresent(function -> called.add(function.text()));
            }
            if (part.is("argument_list")) {
                part.children().stream()
                        .filter(argument -> argument.is("identifier"))
                        .forEach(argument -> called.add(argument.text()));
            }
            collect(part, called);
        }
    }
}
