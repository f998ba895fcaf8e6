package dev.migtrue.language.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** The names that a statement sets at module level, other than by a plain assignment, each with how: it completes "it is …". */
record Bindings(SequencedMap<String, String> names, boolean hasWildcard) {

    /** What opens a scope of its own: names set in there are not the module's. */
    private static final Set<String> SCOPES = Set.of("function_definition", "class_definition", "lambda");

    static Bindings in(SyntaxNode statement) {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        boolean hasWildcard = false;
        String how = how(statement);
        Deque<SyntaxNode> open = new ArrayDeque<>(List.of(statement));
        while (!open.isEmpty()) {
            SyntaxNode node = open.pop();
            bound(node).forEach(name -> names.put(name, how));
            hasWildcard |= node.is("wildcard_import");
            if (!SCOPES.contains(node.kind())) {
                node.children().forEach(open::push);
            }
        }
        return new Bindings(names, hasWildcard);
    }

    /** Every name in the target of an assignment: {@code a, (b, *c)}; not those of which only a part is set: {@code a.b}, {@code a[0]}. */
    static List<String> targets(SyntaxNode target) {
        List<String> names = new ArrayList<>();
        Deque<SyntaxNode> open = new ArrayDeque<>(List.of(target));
        while (!open.isEmpty()) {
            SyntaxNode node = open.pop();
            switch (node.kind()) {
                case "identifier" -> names.add(node.text());
                case "attribute", "subscript" -> {}
                default -> node.children().forEach(open::push);
            }
        }
        return names;
    }

    private static List<String> bound(SyntaxNode node) {
        return switch (node.kind()) {
            case "assignment" -> node.field("right").isPresent() ? targets(node, "left") : List.of();
            case "augmented_assignment", "for_statement", "type_alias_statement" -> targets(node, "left");
            case "named_expression", "function_definition", "class_definition" -> targets(node, "name");
            case "as_pattern_target", "case_pattern", "delete_statement" -> targets(node);
            case "import_statement", "import_from_statement" -> imported(node);
            default -> List.of();
        };
    }

    private static List<String> targets(SyntaxNode node, String field) {
        return node.field(field).map(Bindings::targets).orElse(List.of());
    }

    private static List<String> imported(SyntaxNode statement) {
        Optional<Integer> module = statement.field("module_name").map(SyntaxNode::start);
        return statement.children().stream()
                .filter(child -> module.isEmpty() || child.start() != module.get())
                .flatMap(child -> switch (child.kind()) {
                    case "aliased_import" -> child.field("alias").map(SyntaxNode::text).stream();
                    case "dotted_name" ->
                        child.children().stream().map(SyntaxNode::text).limit(1);
                    default -> Stream.empty();
                })
                .toList();
    }

    private static String how(SyntaxNode statement) {
        return switch (statement.kind()) {
            case "import_statement", "import_from_statement" -> "imported";
            case "if_statement" -> "set inside an if statement";
            case "try_statement" -> "set inside a try statement";
            case "with_statement" -> "set inside a with statement";
            case "for_statement", "while_statement" -> "set inside a loop";
            case "match_statement" -> "set inside a match statement";
            case "function_definition" -> "a function";
            case "class_definition" -> "a class";
            case "decorated_definition" -> "a decorated definition";
            case "delete_statement" -> "deleted again";
            default -> "set by an expression";
        };
    }
}
