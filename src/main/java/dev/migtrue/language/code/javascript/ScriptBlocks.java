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

/** Statements that have others in them. */
final class ScriptBlocks {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("statement_block", (node, words) -> block(node, words)),
            entry("class_static_block", (node, words) -> body(node, "body", words)),
            entry("if_statement", ScriptBlocks::choice),
            entry("for_in_statement", ScriptBlocks::loop),
            entry("for_statement", ScriptBlocks::counted),
            entry("while_statement", ScriptBlocks::repeated),
            entry("do_statement", ScriptBlocks::repeated),
            entry("try_statement", ScriptBlocks::tried),
            entry("switch_statement", ScriptSwitch::put),
            entry("labeled_statement", (node, words) -> words.part(node, "body")),
            entry("expression_statement", ScriptBlocks::expression),
            entry("return_statement", (node, words) -> node.as("return_statement", words.all(node.children()))),
            entry("throw_statement", Rewording.plain("raise_statement")),
            entry("break_statement", Rewording.plain("break_statement")),
            entry("continue_statement", Rewording.plain("continue_statement")),
            entry("empty_statement", Rewording.plain("pass_statement")),
            entry("debugger_statement", Rewording.plain("pass_statement")));

    private ScriptBlocks() {}

    /** Statements one behind the other; functions are there before the first is done. */
    static List<CodeNode> statements(List<CodeNode> nodes, Rewording words) {
        List<CodeNode> all = nodes.stream()
                .map(words::put)
                .flatMap(ScriptBlocks::flat)
                .map(Phrases::statement)
                .map(statement -> statement.in(""))
                .toList();
        return Stream.concat(
                        all.stream().filter(ScriptBlocks::isFunction),
                        all.stream().filter(statement -> !isFunction(statement)))
                .toList();
    }

    private static boolean isFunction(CodeNode statement) {
        return statement.is("function_definition");
    }

    private static Stream<CodeNode> flat(CodeNode put) {
        return put.is("block") ? put.parts().stream().flatMap(ScriptBlocks::flat) : Stream.of(put);
    }

    static CodeNode block(CodeNode node, Rewording words) {
        return Phrases.block(node, statements(node.is("statement_block") ? node.children() : List.of(node), words));
    }

    /** The block, or the one statement, that a part of a statement is. */
    static CodeNode body(CodeNode node, String field, Rewording words) {
        return node.field(field)
                .map(inside -> block(inside, words))
                .orElseGet(() -> Phrases.block(node, List.of(node.as("ERROR", List.of()))));
    }

    private static CodeNode choice(CodeNode node, Rewording words) {
        Optional<CodeNode> otherwise = node.field("alternative")
                .map(part -> Phrases.block(
                        part,
                        part.children().stream()
                                .flatMap(inside -> block(inside, words).parts().stream())
                                .toList()));
        return Phrases.choice(node, words.part(node, "condition"), body(node, "consequence", words), otherwise);
    }

    /** {@code for (x of xs)}, and {@code for (key in xs)}. */
    private static CodeNode loop(CodeNode node, Rewording words) {
        CodeNode right = words.part(node, "right");
        CodeNode over = ScriptOperators.operator(node).equals("in")
                ? Phrases.call(node, node.saying("identifier", Script.KEYS), List.of(right))
                : right;
        CodeNode left = node.field("left").orElse(node);
        return left.is("object_pattern")
                ? Phrases.loop(
                        node,
                        ScriptPatterns.held(left),
                        over,
                        Phrases.block(
                                node,
                                Stream.concat(
                                                ScriptPatterns.taken(left, ScriptPatterns.held(left), words).stream(),
                                                body(node, "body", words).parts().stream())
                                        .toList()))
                : Phrases.loop(node, ScriptPatterns.target(left, words), over, body(node, "body", words));
    }

    /** A loop that counts: nobody here counts with it. */
    private static CodeNode counted(CodeNode node, Rewording words) {
        Optional<CodeNode> counter = node.field("initializer")
                .flatMap(first -> first.children().stream().findFirst())
                .flatMap(first -> first.field("name").or(() -> first.field("left")))
                .filter(name -> name.is("identifier"));
        return Phrases.loop(
                node,
                counter.map(Phrases::identifier).orElseGet(() -> ScriptPatterns.held(node)),
                node.as("opaque", List.of()),
                body(node, "body", words));
    }

    private static CodeNode repeated(CodeNode node, Rewording words) {
        return node.as(
                "while_statement",
                List.of(
                        words.part(node, "condition").in("condition"),
                        body(node, "body", words).in("body")));
    }

    private static CodeNode tried(CodeNode node, Rewording words) {
        List<CodeNode> parts = new ArrayList<>(List.of(body(node, "body", words).in("body")));
        node.field("handler").ifPresent(handler -> {
            List<CodeNode> inside =
                    new ArrayList<>(List.of(handler.saying("identifier", "").in("")));
            handler.field("parameter")
                    .filter(name -> name.is("identifier"))
                    .ifPresent(name -> inside.add(Phrases.identifier(name).in("alias")));
            inside.add(body(handler, "body", words).in("body"));
            parts.add(handler.as("except_clause", inside).in(""));
        });
        node.field("finalizer")
                .ifPresent(last -> parts.add(last.as(
                                "finally_clause",
                                List.of(body(last, "body", words).in("body")))
                        .in("")));
        return node.as("try_statement", parts);
    }

    /** What is called on a promise to have its error is what is done about the error of all before it. */
    private static CodeNode expression(CodeNode node, Rewording words) {
        Optional<CodeNode> only = node.children().stream().findFirst();
        Optional<CodeNode> call = only.map(first -> first.is("await_expression")
                        ? first.children().stream().findFirst().orElse(first)
                        : first)
                .filter(first -> first.is("call_expression"));
        Optional<CodeNode> promise = call.flatMap(first -> first.field("function"))
                .filter(function -> function.is("member_expression"))
                .filter(function -> function.field("property")
                        .filter(name -> name.text().equals("catch"))
                        .isPresent());
        if (promise.isEmpty()) {
            return only.map(words::put).orElseGet(() -> node.as("pass_statement", List.of()));
        }
        CodeNode tried = Phrases.statement(words.part(promise.get(), "object"));
        CodeNode handler = ScriptDefinitions.handler(call.get(), words);
        return node.as(
                "try_statement",
                List.of(Phrases.block(tried, List.of(tried.in(""))).in("body"), handler.in("")));
    }
}
