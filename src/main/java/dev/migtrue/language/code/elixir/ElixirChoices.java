package dev.migtrue.language.code.elixir;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Elixir does one of, and what it tries. */
final class ElixirChoices {

    private ElixirChoices() {}

    static CodeNode choice(CodeNode node, boolean isTurned, Rewording words) {
        Optional<CodeNode> asked = ElixirCalls.given(node).stream().findFirst();
        CodeNode condition =
                asked.map(part -> ElixirTree.value(part, words)).orElseGet(() -> node.as("ERROR", List.of()));
        return Phrases.choice(
                node,
                isTurned ? Phrases.not(condition, condition) : condition,
                ElixirBlocks.body(node, "do", words).orElseGet(() -> Phrases.block(node, List.of())),
                ElixirBlocks.body(node, "else", words));
    }

    private static List<CodeNode> clauses(CodeNode node, String block) {
        return node.children().stream()
                .filter(part -> part.is("do_block"))
                .flatMap(part -> block.equals("do_block")
                        ? part.children().stream()
                        : part.children().stream()
                                .filter(inner -> inner.is(block))
                                .flatMap(inner -> inner.children().stream()))
                .filter(part -> part.is("stab_clause"))
                .toList();
    }

    private static CodeNode body(CodeNode clause, Rewording words) {
        return clause.field("right")
                .map(inside -> Phrases.block(inside, ElixirBlocks.statements(inside.children(), words)))
                .orElseGet(() -> Phrases.block(clause, List.of()));
    }

    private static CodeNode pattern(CodeNode clause) {
        return clause.field("left")
                .filter(left -> left.children().size() == 1)
                .map(left -> left.children().getFirst())
                .orElse(clause);
    }

    static CodeNode conditions(CodeNode node, Rewording words) {
        Optional<CodeNode> chosen = Optional.empty();
        for (CodeNode clause : clauses(node, "do_block").reversed()) {
            CodeNode choice =
                    Phrases.choice(clause, ElixirTree.value(pattern(clause), words), body(clause, words), chosen);
            chosen = Optional.of(Phrases.block(clause, List.of(choice)));
        }
        return chosen.orElseGet(() -> node.as("ERROR", List.of()));
    }

    static CodeNode cases(CodeNode node, Rewording words) {
        Optional<CodeNode> subject = ElixirCalls.given(node).stream().findFirst();
        if (subject.isEmpty()) {
            return node.as("ERROR", List.of());
        }
        CodeNode kept = node.saying("identifier", "what is matched");
        List<CodeNode> all = new ArrayList<>();
        all.add(Phrases.statement(Phrases.assignment(node, kept, ElixirTree.value(subject.get(), words))));
        Optional<CodeNode> chosen = Optional.empty();
        for (CodeNode clause : clauses(node, "do_block").reversed()) {
            CodeNode pattern = pattern(clause);
            chosen = Optional.of(
                    pattern.is("identifier")
                            ? bound(clause, pattern, kept, words)
                            : Phrases.block(
                                    clause,
                                    List.of(Phrases.choice(
                                            clause, matched(pattern, kept, words), body(clause, words), chosen))));
        }
        chosen.ifPresent(block -> all.addAll(block.parts()));
        return Phrases.block(node, all);
    }

    /** A name matches whatever is there. */
    private static CodeNode bound(CodeNode clause, CodeNode name, CodeNode kept, Rewording words) {
        List<CodeNode> all = new ArrayList<>();
        all.add(Phrases.statement(Phrases.assignment(clause, Phrases.identifier(name), kept)));
        all.addAll(body(clause, words).parts());
        return Phrases.block(clause, all);
    }

    /** Whether something is as a pattern says; of the rows of a query, whether there are any. */
    private static CodeNode matched(CodeNode pattern, CodeNode kept, Rewording words) {
        String text = pattern.text().replaceAll("\\s+", "");
        if (text.matches("\\[\\]|(?:\\{:ok,)?%(?:[\\w.]*Result)?\\{(?:num_rows:0|rows:\\[\\])\\}\\}?")) {
            return Phrases.not(pattern, kept);
        }
        if (text.matches(
                "\\[_\\|_\\]|\\[\\[(?:1|true|_\\w*)\\]\\]|(?:\\{:ok,)?%(?:[\\w.]*Result)?\\{(?:num_rows:1|rows:\\[\\[(?:1|true|_\\w*)\\]\\])\\}\\}?")) {
            return kept;
        }
        return switch (pattern.kind()) {
            case "atom", "string", "integer", "boolean", "nil", "alias" ->
                Phrases.comparison(pattern, kept, "==", words.put(pattern));
            default -> pattern.as("opaque", List.of());
        };
    }

    static CodeNode tried(CodeNode node, Rewording words) {
        List<CodeNode> parts = new ArrayList<>();
        parts.add(ElixirBlocks.body(node, "do", words)
                .orElseGet(() -> Phrases.block(node, List.of()))
                .in("body"));
        for (CodeNode clause : clauses(node, "rescue_block")) {
            CodeNode errors = pattern(clause);
            boolean isAny = errors.is("identifier");
            parts.add(clause.as(
                    "except_clause",
                    List.of(
                            clause.saying("identifier", isAny ? "" : errors.text())
                                    .in(""),
                            body(clause, words).in("body"))));
        }
        ElixirBlocks.body(node, "after", words)
                .ifPresent(last -> parts.add(last.as("finally_clause", List.of(last.in("body")))));
        return node.as("try_statement", parts);
    }
}
