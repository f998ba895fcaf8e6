package dev.migtrue.language.code.csharp;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What C# does one of. */
final class CSharpChoices {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("if_statement", CSharpChoices::choice), entry("switch_statement", CSharpChoices::cases));

    private CSharpChoices() {}

    private static CodeNode choice(CodeNode node, Rewording words) {
        return Phrases.choice(
                node,
                words.part(node, "condition"),
                CSharpBlocks.block(node, "consequence", words),
                node.field("alternative").map(part -> CSharpBlocks.block(node, "alternative", words)));
    }

    private static CodeNode cases(CodeNode node, Rewording words) {
        Optional<CodeNode> subject = node.field("value").map(words::put);
        List<CodeNode> sections = node.field("body").map(CodeNode::children).orElse(List.of());
        Optional<CodeNode> chosen = Optional.empty();
        for (CodeNode section : sections.reversed()) {
            List<CodeNode> patterns = section.children().stream()
                    .filter(part -> part.kind().endsWith("_pattern"))
                    .toList();
            CodeNode body = body(section, words);
            if (patterns.isEmpty()) {
                chosen = Optional.of(body);
                continue;
            }
            CodeNode asked = asked(section, patterns, subject, words);
            chosen = Optional.of(Phrases.block(section, List.of(Phrases.choice(section, asked, body, chosen))));
        }
        return chosen.orElseGet(() -> node.as("pass_statement", List.of()));
    }

    private static CodeNode asked(
            CodeNode section, List<CodeNode> patterns, Optional<CodeNode> subject, Rewording words) {
        return patterns.stream()
                .map(pattern -> subject.filter(of -> pattern.is("constant_pattern"))
                        .flatMap(of -> pattern.children().stream()
                                .findFirst()
                                .map(value -> Phrases.comparison(section, of, "==", words.put(value))))
                        .orElseGet(() -> section.as("opaque", List.of())))
                .reduce((one, other) -> Phrases.both(section, one, "or", other))
                .orElseGet(() -> section.as("ERROR", List.of()));
    }

    /** The {@code break} at the end of a section ends nothing else. */
    private static CodeNode body(CodeNode section, Rewording words) {
        List<CodeNode> parts = new ArrayList<>(section.children().stream()
                .filter(part -> !part.kind().endsWith("_pattern"))
                .toList());
        if (!parts.isEmpty() && parts.getLast().is("break_statement")) {
            parts.removeLast();
        }
        return Phrases.block(section, CSharpBlocks.statements(parts, words));
    }
}
