package dev.migtrue.language.code.go;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a file of Go defines, and what it gives to names. */
final class GoDefinitions {

    /** What a name holds that nothing was given to. */
    private static final Map<String, String> NOTHING = Map.of("bool", "false", "string", "", "int", "0", "int64", "0");

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("package_clause", Rewording.plain("pass_statement")),
            entry("import_declaration", Rewording.plain("pass_statement")),
            entry("type_declaration", Rewording.plain("pass_statement")),
            entry("function_declaration", GoDefinitions::function),
            entry("method_declaration", GoDefinitions::function),
            entry("const_declaration", GoDefinitions::declared),
            entry("var_declaration", GoDefinitions::declared),
            entry("var_spec_list", GoDefinitions::declared),
            entry("const_spec", GoDefinitions::spec),
            entry("var_spec", GoDefinitions::spec),
            entry("short_var_declaration", GoDefinitions::assigned),
            entry("assignment_statement", GoDefinitions::assigned),
            entry("expression_list", Rewording.as("tuple")));

    private GoDefinitions() {}

    private static CodeNode function(CodeNode node, Rewording words) {
        return Phrases.function(
                node, node.field("name").orElse(node), GoTree.parameters(node), GoBlocks.block(node, "body", words));
    }

    private static CodeNode declared(CodeNode node, Rewording words) {
        return Phrases.block(node, words.all(node.children()));
    }

    private static CodeNode spec(CodeNode node, Rewording words) {
        List<CodeNode> names = node.fields("name");
        Optional<CodeNode> values = node.field("value");
        return values.isPresent()
                ? assignment(node, names.stream().map(Phrases::identifier).toList(), values.get(), words)
                : Phrases.block(node, nothing(node, names));
    }

    private static List<CodeNode> nothing(CodeNode node, List<CodeNode> names) {
        Optional<String> zero = node.field("type").map(type -> NOTHING.get(type.text()));
        List<CodeNode> all = new ArrayList<>();
        for (CodeNode name : names) {
            zero.map(text -> switch (text) {
                        case "false" -> node.as("false", List.of());
                        case "0" -> node.saying("integer", text);
                        default -> Phrases.text(node, text);
                    })
                    .ifPresent(value ->
                            all.add(Phrases.statement(Phrases.assignment(node, Phrases.identifier(name), value))));
        }
        return all;
    }

    private static CodeNode assigned(CodeNode node, Rewording words) {
        Optional<CodeNode> left = node.field("left");
        Optional<CodeNode> right = node.field("right");
        if (left.isEmpty() || right.isEmpty()) {
            return node.as("ERROR", List.of());
        }
        List<CodeNode> targets = words.all(left.get().children());
        String operator = node.field("operator")
                .or(() -> node.parts().stream().filter(part -> !part.isNamed()).findFirst())
                .map(CodeNode::text)
                .orElse("=");
        boolean isAdded = operator.length() == 2 && !operator.equals(":=") && targets.size() == 1;
        if (isAdded && right.get().children().size() == 1) {
            return Phrases.statement(Phrases.addition(
                    node,
                    targets.getFirst(),
                    operator,
                    words.put(right.get().children().getFirst())));
        }
        return assignment(node, targets, right.get(), words);
    }

    private static CodeNode assignment(CodeNode node, List<CodeNode> targets, CodeNode values, Rewording words) {
        List<CodeNode> given = values.is("expression_list") ? values.children() : List.of(values);
        Optional<CodeNode> scanned = given.size() == 1 ? GoScans.of(node, given.getFirst(), words) : Optional.empty();
        if (scanned.isPresent()) {
            return scanned.get();
        }
        CodeNode left = targets.size() == 1
                ? targets.getFirst()
                : node.as(
                        "pattern_list",
                        targets.stream().map(target -> target.in("")).toList());
        CodeNode right = given.size() == 1 ? words.put(given.getFirst()) : node.as("tuple", words.all(given));
        return Phrases.statement(Phrases.assignment(node, left, right));
    }
}
