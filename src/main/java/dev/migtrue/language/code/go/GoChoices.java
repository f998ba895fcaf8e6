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

/** What Go does one of. */
final class GoChoices {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("if_statement", GoChoices::choice), entry("expression_switch_statement", GoChoices::cases));

    private GoChoices() {}

    private static CodeNode choice(CodeNode node, Rewording words) {
        Optional<CodeNode> tried = node.field("initializer")
                .flatMap(first -> GoErrors.tried(first, words.put(first), Optional.of(node), words));
        if (tried.isPresent()) {
            return tried.get();
        }
        Optional<CodeNode> otherwise = node.field("alternative")
                .map(part -> Phrases.block(
                        part, GoBlocks.statements(part.is("block") ? part.children() : List.of(part), words)));
        CodeNode choice = Phrases.choice(
                node, words.part(node, "condition"), GoBlocks.block(node, "consequence", words), otherwise);
        return behind(node, choice, words);
    }

    /** A statement with what is set before it. */
    private static CodeNode behind(CodeNode node, CodeNode choice, Rewording words) {
        Optional<CodeNode> first = node.field("initializer");
        if (first.isEmpty()) {
            return choice;
        }
        List<CodeNode> all = new ArrayList<>(GoBlocks.statements(List.of(first.get()), words));
        all.add(choice.in(""));
        return Phrases.block(node, all);
    }

    private static CodeNode cases(CodeNode node, Rewording words) {
        Optional<CodeNode> subject = node.field("value").map(words::put);
        Optional<CodeNode> chosen = node.children().stream()
                .filter(part -> part.is("default_case"))
                .findFirst()
                .map(part -> Phrases.block(part, GoBlocks.statements(part.children(), words)));
        for (CodeNode part : node.children().reversed()) {
            if (part.is("expression_case")) {
                CodeNode choice = Phrases.choice(part, asked(part, subject, words), body(part, words), chosen);
                chosen = Optional.of(Phrases.block(part, List.of(choice)));
            }
        }
        return chosen.map(block -> behind(node, block, words)).orElseGet(() -> node.as("pass_statement", List.of()));
    }

    private static CodeNode body(CodeNode part, Rewording words) {
        return Phrases.block(
                part,
                GoBlocks.statements(
                        part.children().stream()
                                .filter(child -> !child.field().equals("value"))
                                .toList(),
                        words));
    }

    private static CodeNode asked(CodeNode part, Optional<CodeNode> subject, Rewording words) {
        return part.field("value").map(CodeNode::children).orElse(List.of()).stream()
                .map(words::put)
                .map(value -> subject.map(of -> Phrases.comparison(part, of, "==", value))
                        .orElse(value))
                .reduce((one, other) -> Phrases.both(part, one, "or", other))
                .orElseGet(() -> part.as("ERROR", List.of()));
    }
}
