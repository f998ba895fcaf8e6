package dev.migtrue.language.code.php;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Functions, classes and what files take from others. */
final class PhpDefinitions {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("function_definition", PhpDefinitions::function),
            entry("method_declaration", PhpDefinitions::function),
            entry("anonymous_function", PhpDefinitions::lambda),
            entry("arrow_function", PhpDefinitions::lambda),
            entry("class_declaration", PhpDefinitions::type),
            entry("anonymous_class", PhpDefinitions::type),
            entry("trait_declaration", PhpDefinitions::type),
            entry("interface_declaration", Rewording.plain("pass_statement")),
            entry("enum_declaration", Rewording.plain("pass_statement")),
            entry("use_declaration", Rewording.plain("pass_statement")),
            entry("property_declaration", PhpDefinitions::variables),
            entry("function_static_declaration", PhpDefinitions::variables),
            entry("const_declaration", PhpDefinitions::variables),
            entry("property_element", PhpDefinitions::property),
            entry("static_variable_declaration", PhpDefinitions::variable),
            entry("const_element", PhpDefinitions::constant),
            entry(
                    "namespace_definition",
                    (node, words) -> node.field("body")
                            .map(inside -> PhpBlocks.block(inside, words))
                            .orElseGet(() -> node.as("pass_statement", List.of()))),
            entry("namespace_use_declaration", (node, words) -> imported(node)));

    private PhpDefinitions() {}

    private static CodeNode function(CodeNode node, Rewording words) {
        return node.field("body").isPresent()
                ? Phrases.function(
                        node, node.field("name").orElse(node), parameters(node, words), PhpBlocks.body(node, words))
                : node.as("pass_statement", List.of());
    }

    private static CodeNode lambda(CodeNode node, Rewording words) {
        CodeNode body = node.is("arrow_function") ? words.part(node, "body") : PhpBlocks.body(node, words);
        return Phrases.lambda(node, parameters(node, words), body);
    }

    private static List<CodeNode> parameters(CodeNode node, Rewording words) {
        return node.field("parameters").map(CodeNode::children).orElse(List.of()).stream()
                .flatMap(part -> part.field("name").map(name -> parameter(part, name, words)).stream())
                .toList();
    }

    private static CodeNode parameter(CodeNode part, CodeNode name, Rewording words) {
        if (part.is("variadic_parameter")) {
            return part.saying("list_splat_pattern", "*" + name.text());
        }
        return part.field("default_value")
                .map(usual -> part.as(
                        "default_parameter",
                        List.of(
                                Phrases.identifier(name).in("name"),
                                words.put(usual).in("value"))))
                .orElseGet(() -> Phrases.identifier(name));
    }

    private static CodeNode type(CodeNode node, Rewording words) {
        List<CodeNode> inside = node.field("body").map(CodeNode::children).orElse(List.of());
        Optional<CodeNode> base =
                node.children().stream().filter(part -> part.is("base_clause")).findFirst();
        return Phrases.type(node, node.field("name"), base, Phrases.block(node, PhpBlocks.statements(inside, words)));
    }

    private static CodeNode variables(CodeNode node, Rewording words) {
        return Phrases.block(
                node,
                node.children().stream()
                        .filter(part -> part.is("property_element")
                                || part.is("const_element")
                                || part.is("static_variable_declaration"))
                        .map(words::put)
                        .map(Phrases::statement)
                        .toList());
    }

    /** A property, under the name that methods reach it by. */
    private static CodeNode property(CodeNode node, Rewording words) {
        String name = node.field("name").map(CodeNode::text).orElse("").replace("$", "");
        return node.field("default_value")
                .map(value -> Phrases.assignment(node, node.saying("identifier", "$this->" + name), words.put(value)))
                .orElseGet(() -> node.as("pass_statement", List.of()));
    }

    private static CodeNode variable(CodeNode node, Rewording words) {
        return node.field("value")
                .map(value -> Phrases.assignment(node, words.part(node, "name"), words.put(value)))
                .orElseGet(() -> node.as("pass_statement", List.of()));
    }

    private static CodeNode constant(CodeNode node, Rewording words) {
        List<CodeNode> parts = node.children();
        return parts.size() == 2
                ? Phrases.assignment(
                        node,
                        node.saying("identifier", "self::" + parts.getFirst().text()),
                        words.put(parts.getLast()))
                : node.as("ERROR", List.of());
    }

    /** Classes go by their last names: only another name says anything. */
    private static CodeNode imported(CodeNode node) {
        List<CodeNode> names = Stream.concat(
                        node.children().stream(),
                        node.field("body").stream().flatMap(group -> group.children().stream()))
                .filter(clause -> clause.is("namespace_use_clause")
                        && clause.field("alias").isPresent())
                .map(PhpDefinitions::alias)
                .toList();
        return Phrases.block(node, names);
    }

    private static CodeNode alias(CodeNode clause) {
        CodeNode alias = clause.field("alias").orElse(clause);
        CodeNode name = PhpTree.last(clause.children().getFirst());
        CodeNode aliased = clause.as(
                "aliased_import",
                List.of(name.in("name"), Phrases.identifier(alias).in("alias")));
        return clause.as("import_statement", List.of(aliased.in("name")));
    }
}
