package dev.migtrue.language.code.javascript;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Functions, classes and variables. */
final class ScriptDefinitions {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("function_declaration", ScriptDefinitions::function),
            entry("generator_function_declaration", ScriptDefinitions::function),
            entry("function_expression", ScriptDefinitions::lambda),
            entry("generator_function", ScriptDefinitions::lambda),
            entry("arrow_function", ScriptDefinitions::lambda),
            entry("method_definition", ScriptDefinitions::method),
            entry("class_declaration", ScriptDefinitions::type),
            entry("abstract_class_declaration", ScriptDefinitions::type),
            entry("class", ScriptDefinitions::type),
            entry("public_field_definition", ScriptDefinitions::field),
            entry("field_definition", ScriptDefinitions::field),
            entry("abstract_method_signature", Rewording.plain("pass_statement")),
            entry("method_signature", Rewording.plain("pass_statement")),
            entry("index_signature", Rewording.plain("pass_statement")),
            entry("decorator", Rewording.plain("pass_statement")),
            entry("internal_module", (node, words) -> ScriptBlocks.body(node, "body", words)),
            entry("module", (node, words) -> ScriptBlocks.body(node, "body", words)),
            entry("lexical_declaration", ScriptDefinitions::variables),
            entry("variable_declaration", ScriptDefinitions::variables));

    private ScriptDefinitions() {}

    private static CodeNode function(CodeNode node, Rewording words) {
        return node.field("name")
                .map(name -> Phrases.function(node, name, parameters(node, words), body(node, words)))
                .orElseGet(() -> lambda(node, words));
    }

    private static CodeNode lambda(CodeNode node, Rewording words) {
        Optional<CodeNode> body = node.field("body").filter(inside -> !inside.is("statement_block"));
        boolean isExpression = body.isPresent() && patterns(node).isEmpty();
        CodeNode inside = isExpression ? words.put(body.get()) : body(node, words);
        return Phrases.lambda(node, parameters(node, words), inside);
    }

    /** A method of a class. */
    private static CodeNode method(CodeNode node, Rewording words) {
        CodeNode name = node.field("name").orElse(node);
        return Phrases.function(node, name, parameters(node, words), body(node, words));
    }

    /** A method as an object has it. */
    static CodeNode property(CodeNode node, Rewording words) {
        CodeNode name = node.field("name").orElse(node);
        return Phrases.pair(node, words.put(name), lambda(node, words));
    }

    private static CodeNode body(CodeNode node, Rewording words) {
        List<CodeNode> taken = patterns(node).stream()
                .flatMap(pattern -> ScriptPatterns.taken(pattern, ScriptPatterns.held(pattern), words).stream())
                .toList();
        CodeNode body = node.field("body").orElse(node);
        List<CodeNode> done = body.is("statement_block")
                ? ScriptBlocks.block(body, words).parts()
                : List.of(body.as("return_statement", List.of(words.put(body).in("")))
                        .in(""));
        return Phrases.block(body, Stream.concat(taken.stream(), done.stream()).toList());
    }

    private static List<CodeNode> patterns(CodeNode node) {
        return given(node)
                .map(ScriptDefinitions::pattern)
                .filter(part -> part.is("object_pattern"))
                .toList();
    }

    private static Stream<CodeNode> given(CodeNode node) {
        return node.field("parameters").map(CodeNode::children).orElse(List.of()).stream();
    }

    /** What a parameter is called, without its type and what it is otherwise. */
    private static CodeNode pattern(CodeNode parameter) {
        CodeNode pattern = parameter.field("pattern").orElse(parameter);
        return pattern.is("assignment_pattern") ? pattern.field("left").orElse(pattern) : pattern;
    }

    private static List<CodeNode> parameters(CodeNode node, Rewording words) {
        return node.field("parameter")
                .map(one -> List.of(Phrases.identifier(one)))
                .orElseGet(() -> given(node).map(one -> parameter(one, words)).toList());
    }

    private static CodeNode parameter(CodeNode parameter, Rewording words) {
        CodeNode pattern = pattern(parameter);
        Optional<CodeNode> usual = parameter.field("value").or(() -> parameter.field("right"));
        if (usual.isPresent() && pattern.is("identifier")) {
            return parameter.as(
                    "default_parameter",
                    List.of(
                            Phrases.identifier(pattern).in("name"),
                            words.put(usual.get()).in("value")));
        }
        return switch (pattern.kind()) {
            case "identifier" -> Phrases.identifier(pattern);
            case "rest_pattern" -> rest(pattern);
            default -> ScriptPatterns.held(pattern);
        };
    }

    /** All that is left, under a name that a star stands before in our words. */
    private static CodeNode rest(CodeNode pattern) {
        String name =
                pattern.children().stream().findFirst().map(CodeNode::text).orElse("");
        return pattern.saying("list_splat_pattern", "*" + name);
    }

    /** The function that a call hands over, as what is done about an error. */
    static CodeNode handler(CodeNode call, Rewording words) {
        Optional<CodeNode> function = call.field("arguments")
                .flatMap(list -> list.children().stream().findFirst())
                .filter(given -> given.field("body").isPresent());
        List<CodeNode> parts =
                new ArrayList<>(List.of(call.saying("identifier", "").in("")));
        function.map(given -> parameters(given, words)).stream()
                .flatMap(List::stream)
                .findFirst()
                .ifPresent(name -> parts.add(name.in("alias")));
        parts.add(function.map(given -> body(given, words))
                .orElseGet(() -> Phrases.block(call, List.of()))
                .in("body"));
        return call.as("except_clause", parts);
    }

    private static CodeNode type(CodeNode node, Rewording words) {
        List<CodeNode> inside = node.field("body").map(CodeNode::children).orElse(List.of());
        Optional<CodeNode> heritage = node.children().stream()
                .filter(part -> part.is("class_heritage"))
                .findFirst();
        return Phrases.type(
                node, node.field("name"), heritage, Phrases.block(node, ScriptBlocks.statements(inside, words)));
    }

    /** A field, under the name that methods reach it by. */
    private static CodeNode field(CodeNode node, Rewording words) {
        CodeNode name = node.field("name").or(() -> node.field("property")).orElse(node);
        CodeNode left = node.saying("identifier", "this." + name.text());
        return node.field("value")
                .map(value -> Phrases.assignment(node, left, words.put(value)))
                .orElseGet(() -> node.as("pass_statement", List.of()));
    }

    private static CodeNode variables(CodeNode node, Rewording words) {
        return Phrases.block(
                node,
                node.children().stream()
                        .flatMap(one -> variable(one, words).stream())
                        .toList());
    }

    private static List<CodeNode> variable(CodeNode declarator, Rewording words) {
        Optional<CodeNode> name = declarator.field("name");
        if (name.isEmpty()) {
            return List.of(words.put(declarator));
        }
        CodeNode value = declarator.field("value").map(words::put).orElseGet(() -> declarator.as("none", List.of()));
        CodeNode target = ScriptPatterns.target(name.get(), words);
        CodeNode set = Phrases.statement(Phrases.assignment(declarator, target, value));
        List<CodeNode> statements = new ArrayList<>(List.of(set));
        if (name.get().is("object_pattern")) {
            statements.addAll(ScriptPatterns.taken(name.get(), target, words));
        }
        return statements;
    }
}
