package dev.migtrue.language.code.php;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Cases;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Statements of PHP, and the blocks that they make. */
final class PhpBlocks {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("compound_statement", PhpBlocks::block),
            entry("colon_block", PhpBlocks::block),
            entry("if_statement", (node, words) -> choice(node, node.fields("alternative"), words)),
            entry("foreach_statement", PhpBlocks::loop),
            entry("for_statement", PhpBlocks::counted),
            entry("while_statement", PhpBlocks::repeated),
            entry("do_statement", PhpBlocks::repeated),
            entry("try_statement", PhpBlocks::tried),
            entry("switch_statement", PhpBlocks::chosen),
            entry(
                    "expression_statement",
                    (node, words) -> node.children().stream()
                            .findFirst()
                            .map(inside -> asked(inside, words))
                            .orElseGet(() -> node.as("pass_statement", List.of()))),
            entry("return_statement", (node, words) -> node.as("return_statement", words.all(node.children()))),
            entry("exit_statement", Rewording.plain("raise_statement")),
            entry("break_statement", Rewording.plain("break_statement")),
            entry("continue_statement", Rewording.plain("continue_statement")),
            entry("echo_statement", Rewording.plain("pass_statement")),
            entry("print_intrinsic", Rewording.plain("opaque")),
            entry("unset_statement", Rewording.plain("pass_statement")),
            entry("global_declaration", Rewording.plain("pass_statement")),
            entry("empty_statement", Rewording.plain("pass_statement")),
            entry("declare_statement", Rewording.plain("pass_statement")),
            entry("php_tag", Rewording.plain("pass_statement")),
            entry("php_end_tag", Rewording.plain("pass_statement")),
            entry("text", Rewording.plain("pass_statement")),
            entry("text_interpolation", Rewording.plain("pass_statement")));

    private PhpBlocks() {}

    /** Statements one behind the other; functions are there before the first is done. */
    static List<CodeNode> statements(List<CodeNode> nodes, Rewording words) {
        List<CodeNode> all = nodes.stream()
                .map(words::put)
                .flatMap(PhpBlocks::flat)
                .map(Phrases::statement)
                .map(statement -> statement.in(""))
                .toList();
        return Stream.concat(
                        all.stream().filter(PhpBlocks::isFunction),
                        all.stream().filter(statement -> !isFunction(statement)))
                .toList();
    }

    private static boolean isFunction(CodeNode statement) {
        return statement.is("function_definition");
    }

    private static Stream<CodeNode> flat(CodeNode put) {
        return put.is("block") ? put.parts().stream().flatMap(PhpBlocks::flat) : Stream.of(put);
    }

    static CodeNode block(CodeNode node, Rewording words) {
        boolean isBlock = node.is("compound_statement") || node.is("colon_block");
        return Phrases.block(node, statements(isBlock ? node.children() : List.of(node), words));
    }

    static CodeNode body(CodeNode node, Rewording words) {
        return node.field("body")
                .map(inside -> block(inside, words))
                .orElseGet(() -> Phrases.block(node, List.of(node.as("ERROR", List.of()))));
    }

    /** What Doctrine asks before it goes on is an {@code if} that leaves. */
    private static CodeNode asked(CodeNode expression, Rewording words) {
        String name = expression.is("member_call_expression")
                ? expression.field("name").map(CodeNode::text).orElse("")
                : "";
        List<CodeNode> given =
                name.equals("skipIf") || name.equals("abortIf") ? PhpCalls.arguments(expression, words) : List.of();
        if (given.isEmpty()) {
            return words.put(expression);
        }
        CodeNode left = expression.as(name.equals("skipIf") ? "return_statement" : "raise_statement", List.of());
        return Phrases.choice(
                expression, given.getFirst(), Phrases.block(expression, List.of(left.in(""))), Optional.empty());
    }

    private static CodeNode choice(CodeNode node, List<CodeNode> alternatives, Rewording words) {
        Optional<CodeNode> otherwise = alternatives.stream()
                .findFirst()
                .map(first -> first.is("else_if_clause")
                        ? Phrases.block(
                                first,
                                List.of(choice(first, alternatives.subList(1, alternatives.size()), words)
                                        .in("")))
                        : body(first, words));
        return Phrases.choice(node, words.part(node, "condition"), body(node, words), otherwise);
    }

    private static CodeNode loop(CodeNode node, Rewording words) {
        List<CodeNode> heads = node.children().stream()
                .filter(part -> !part.field().equals("body"))
                .toList();
        if (heads.size() < 2) {
            return node.as("ERROR", List.of());
        }
        CodeNode named = heads.get(1);
        CodeNode left = named.is("by_ref") ? named.children().getFirst() : named;
        boolean isPair = left.is("pair");
        CodeNode over = Phrases.call(
                node, node.saying("identifier", isPair ? Php.PAIRS : Php.VALUES), List.of(words.put(heads.getFirst())));
        return isPair
                ? Phrases.loop(
                        node,
                        left.as(
                                "pattern_list",
                                left.children().stream()
                                        .map(part -> target(part, words).in(""))
                                        .toList()),
                        over,
                        body(node, words))
                : Phrases.loop(node, target(left, words), over, taken(left, node, words));
    }

    private static CodeNode target(CodeNode left, Rewording words) {
        CodeNode bare = left.is("by_ref") ? left.children().getFirst() : left;
        return isKeyed(bare) ? held(bare) : PhpOperators.pattern(bare, words);
    }

    private static boolean isKeyed(CodeNode left) {
        return left.is("list_literal") && left.text().contains("=>");
    }

    private static CodeNode held(CodeNode at) {
        return at.saying("identifier", "#" + at.start());
    }

    /** A body, behind what takes the element apart by keys. */
    private static CodeNode taken(CodeNode left, CodeNode node, Rewording words) {
        List<CodeNode> all = new ArrayList<>();
        List<CodeNode> parts = isKeyed(left) ? left.children() : List.of();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            all.add(Phrases.statement(Phrases.assignment(
                            left,
                            words.put(parts.get(i + 1)),
                            Phrases.subscript(left, held(left), words.put(parts.get(i)))))
                    .in(""));
        }
        all.addAll(body(node, words).parts());
        return Phrases.block(node, all);
    }

    /** A loop that counts: nobody here counts with it. */
    private static CodeNode counted(CodeNode node, Rewording words) {
        CodeNode counter = node.field("initialize")
                .flatMap(first -> first.field("left"))
                .filter(left -> left.is("variable_name"))
                .map(words::put)
                .orElseGet(() -> held(node));
        return Phrases.loop(node, counter, node.as("opaque", List.of()), body(node, words));
    }

    private static CodeNode repeated(CodeNode node, Rewording words) {
        return node.as(
                "while_statement",
                List.of(
                        words.part(node, "condition").in("condition"),
                        body(node, words).in("body")));
    }

    private static CodeNode tried(CodeNode node, Rewording words) {
        List<CodeNode> parts = new ArrayList<>(List.of(body(node, words).in("body")));
        for (CodeNode part : node.children()) {
            if (part.is("catch_clause")) {
                List<CodeNode> inside = new ArrayList<>();
                inside.add(part.saying(
                                "identifier",
                                part.field("type").map(CodeNode::text).orElse(""))
                        .in(""));
                part.field("name")
                        .ifPresent(name -> inside.add(Phrases.identifier(name).in("alias")));
                inside.add(body(part, words).in("body"));
                parts.add(part.as("except_clause", inside).in(""));
            } else if (part.is("finally_clause")) {
                parts.add(part.as("finally_clause", List.of(body(part, words).in("body")))
                        .in(""));
            }
        }
        return node.as("try_statement", parts);
    }

    private static CodeNode chosen(CodeNode node, Rewording words) {
        List<Cases.Case> cases = node.field("body").map(CodeNode::children).orElse(List.of()).stream()
                .map(one -> new Cases.Case(
                        one,
                        one.field("value").map(words::put),
                        one.children().stream()
                                .filter(part -> part.field().isEmpty())
                                .toList()))
                .toList();
        return new Cases(node, words.part(node, "condition"), all -> statements(all, words)).put(cases);
    }
}
