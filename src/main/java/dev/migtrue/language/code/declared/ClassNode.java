package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.CodeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A class of a Python module as it is written.
 *
 * @param bases without keywords: {@code metaclass=…}
 * @param body its statements
 */
record ClassNode(String name, List<CodeNode> bases, CodeNode body, CodeNode node) {

    private static final Set<String> OPAQUE = Set.of("function_definition", "class_definition", "lambda");

    /** A name that is given something in the body; {@code value} is absent where only a type is declared. */
    record Given(String name, Optional<CodeNode> type, Optional<CodeNode> value, CodeNode node) {}

    /** All classes of a module in the order of the text, but those in functions and in other classes. */
    static List<ClassNode> in(CodeNode module) {
        List<ClassNode> classes = new ArrayList<>();
        collect(module, classes);
        return classes;
    }

    private static void collect(CodeNode node, List<ClassNode> classes) {
        of(node).ifPresent(classes::add);
        if (!OPAQUE.contains(node.kind())) {
            node.children().forEach(child -> collect(child, classes));
        }
    }

    private static Optional<ClassNode> of(CodeNode node) {
        if (!node.is("class_definition")) {
            return Optional.empty();
        }
        List<CodeNode> bases = node.field("superclasses").map(CodeNode::children).orElse(List.of()).stream()
                .filter(base -> !base.is("keyword_argument"))
                .toList();
        return node.field("name")
                .flatMap(name -> node.field("body").map(body -> new ClassNode(name.text(), bases, body, node)));
    }

    /** The classes in its body that are called so. */
    Stream<ClassNode> inner(String wanted) {
        return body.children().stream()
                .flatMap(statement -> of(statement).stream())
                .filter(one -> one.name.equals(wanted));
    }

    /** What its body gives names to by plain assignments, in order. */
    List<Given> given() {
        return body.children().stream()
                .filter(statement -> statement.is("expression_statement"))
                .flatMap(statement -> statement.children().stream())
                .filter(one -> one.is("assignment"))
                .flatMap(assignment -> assignment
                        .field("left")
                        .filter(left -> left.is("identifier"))
                        .map(left ->
                                new Given(left.text(), assignment.field("type"), assignment.field("right"), assignment))
                        .stream())
                .toList();
    }

    /** What its body gives a name last. */
    Optional<CodeNode> value(String wanted) {
        return given().stream()
                .filter(one -> one.name().equals(wanted))
                .reduce((first, second) -> second)
                .flatMap(Given::value);
    }

    /** The functions in its body, with and without decorators. */
    List<String> functions() {
        return body.children().stream()
                .map(statement -> statement.is("decorated_definition")
                        ? statement.field("definition").orElse(statement)
                        : statement)
                .filter(statement -> statement.is("function_definition"))
                .flatMap(function -> function.field("name").map(CodeNode::text).stream())
                .toList();
    }
}
