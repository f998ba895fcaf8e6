package dev.migtrue.language.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Reads the classes of a module through its syntax tree, whatever the shape they are written in. */
final class ClassReader {

    private final Set<String> names;

    private ClassReader(Set<String> names) {
        this.names = names;
    }

    /** The classes; absent when the native parser does not load here. */
    static Optional<List<PythonClass>> read(SourceText source, Set<String> names) {
        ClassReader reader = new ClassReader(names);
        try (Syntax module = Syntax.parse(Grammar.PYTHON, source)) {
            return Optional.of(module.root().children().stream()
                    .map(ClassReader::withoutDecorators)
                    .filter(statement -> statement.is("class_definition"))
                    .flatMap(definition -> reader.read(definition).stream())
                    .toList());
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    private static SyntaxNode withoutDecorators(SyntaxNode statement) {
        return statement.is("decorated_definition")
                ? statement.field("definition").orElse(statement)
                : statement;
    }

    private Optional<PythonClass> read(SyntaxNode definition) {
        return definition.field("name").map(name -> {
            SequencedMap<String, PythonValue> attributes = new LinkedHashMap<>();
            definition.field("body").map(SyntaxNode::children).orElse(List.of()).forEach(statement -> {
                if (statement.hasError()) {
                    doubt(statement, attributes);
                } else {
                    statement(statement, attributes);
                }
            });
            List<String> bases = definition.field("superclasses").map(SyntaxNode::children).orElse(List.of()).stream()
                    .filter(base -> !base.is("keyword_argument"))
                    .map(SyntaxNode::text)
                    .toList();
            return new PythonClass(name.text(), bases, attributes, name.source().span(definition.start(), name.end()));
        });
    }

    private void doubt(SyntaxNode statement, SequencedMap<String, PythonValue> attributes) {
        String text = statement.text();
        names.stream()
                .filter(text::contains)
                .forEach(name -> attributes.put(name, new PythonValue.Computed("in a statement with a syntax error")));
    }

    private void statement(SyntaxNode statement, SequencedMap<String, PythonValue> attributes) {
        Optional<SyntaxNode> assignment = statement
                .firstChild()
                .filter(child -> statement.is("expression_statement") && child.is("assignment"))
                .filter(child -> child.field("left")
                        .filter(left -> left.is("identifier"))
                        .isPresent());
        if (assignment.isPresent()
                && assignment
                        .get()
                        .field("right")
                        .filter(right -> right.is("assignment"))
                        .isEmpty()) {
            assignment(assignment.get(), attributes);
        } else {
            Bindings.in(statement).names().forEach((name, how) -> {
                if (names.contains(name)) {
                    attributes.put(name, new PythonValue.Computed(how));
                }
            });
        }
        mutated(statement)
                .filter(names::contains)
                .ifPresent(name -> attributes.put(name, new PythonValue.Computed("changed after it is set")));
    }

    private void assignment(SyntaxNode assignment, SequencedMap<String, PythonValue> attributes) {
        assignment
                .field("left")
                .map(SyntaxNode::text)
                .filter(names::contains)
                .ifPresent(name ->
                        assignment.field("right").ifPresent(value -> attributes.put(name, ValueReader.read(value))));
    }

    /** The name of which a statement changes what it holds: {@code names.append(…)}, {@code names[0] = …}. */
    private static Optional<String> mutated(SyntaxNode statement) {
        Optional<SyntaxNode> first = statement.is("expression_statement") ? statement.firstChild() : Optional.empty();
        Optional<SyntaxNode> method = first.filter(node -> node.is("call"))
                .flatMap(call -> call.field("function"))
                .filter(function -> function.is("attribute"))
                .flatMap(attribute -> attribute.field("object"));
        Optional<SyntaxNode> item = first.flatMap(node -> node.field("left"))
                .filter(left -> left.is("subscript"))
                .flatMap(subscript -> subscript.field("value"));
        return method.or(() -> item).map(SyntaxNode::text);
    }
}
