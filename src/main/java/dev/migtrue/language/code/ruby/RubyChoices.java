package dev.migtrue.language.code.ruby;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Ruby does one of. */
final class RubyChoices {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("if", (node, words) -> choice(node, words.part(node, "condition"), words)),
            entry("elsif", (node, words) -> choice(node, words.part(node, "condition"), words)),
            entry("unless", (node, words) -> choice(node, Phrases.not(node, words.part(node, "condition")), words)),
            entry("if_modifier", (node, words) -> modified(node, words.part(node, "condition"), words)),
            entry(
                    "unless_modifier",
                    (node, words) -> modified(node, Phrases.not(node, words.part(node, "condition")), words)),
            entry("case", RubyChoices::cases));

    private RubyChoices() {}

    private static CodeNode choice(CodeNode node, CodeNode condition, Rewording words) {
        Optional<CodeNode> otherwise = node.field("alternative")
                .map(part -> part.is("elsif")
                        ? Phrases.block(part, List.of(words.put(part)))
                        : words.block(part, RubyBlocks.statements(part)));
        return Phrases.choice(node, condition, RubyBlocks.block(node, "consequence", words), otherwise);
    }

    private static CodeNode modified(CodeNode node, CodeNode condition, Rewording words) {
        CodeNode done = Phrases.statement(words.part(node, "body"));
        return Phrases.choice(node, condition, Phrases.block(done, List.of(done)), Optional.empty());
    }

    /** {@code case x when 1, 2 then … else … end}, which compares, or asks each for itself where it names nothing. */
    private static CodeNode cases(CodeNode node, Rewording words) {
        Optional<CodeNode> subject = node.field("value").map(words::put);
        Optional<CodeNode> chosen = Optional.empty();
        for (CodeNode part : node.children().reversed()) {
            switch (part.kind()) {
                case "else" -> chosen = Optional.of(words.block(part, RubyBlocks.statements(part)));
                case "when" -> {
                    CodeNode choice = Phrases.choice(
                            part, asked(part, subject, words), RubyBlocks.block(part, "body", words), chosen);
                    chosen = Optional.of(Phrases.block(part, List.of(choice)));
                }
                default -> {}
            }
        }
        return chosen.map(block -> block.parts().size() == 1 ? block.parts().getFirst() : block)
                .filter(choice -> choice.is("if_statement"))
                .map(choice -> node.as(choice.kind(), choice.parts()))
                .orElseGet(() -> node.as("unread", List.of()));
    }

    private static CodeNode asked(CodeNode when, Optional<CodeNode> subject, Rewording words) {
        return when.fields("pattern").stream()
                .map(pattern -> pattern.is("pattern") && pattern.children().size() == 1
                        ? pattern.children().getFirst()
                        : pattern)
                .map(words::put)
                .map(value -> subject.map(of -> Phrases.comparison(when, of, "==", value))
                        .orElse(value))
                .reduce((one, other) -> Phrases.both(when, one, "or", other))
                .orElseGet(() -> when.as("ERROR", List.of()));
    }
}
