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

/** What modules take from others and give to them. */
final class ScriptModules {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("import_statement", (node, words) -> imported(node)),
            entry("export_statement", ScriptModules::exported),
            entry("type_alias_declaration", Rewording.plain("pass_statement")),
            entry("interface_declaration", Rewording.plain("pass_statement")),
            entry("ambient_declaration", Rewording.plain("pass_statement")),
            entry("function_signature", Rewording.plain("pass_statement")),
            entry("enum_declaration", Rewording.plain("pass_statement")),
            entry("import_alias", Rewording.plain("pass_statement")),
            entry("hash_bang_line", Rewording.plain("pass_statement")));

    private ScriptModules() {}

    private static CodeNode imported(CodeNode node) {
        Optional<CodeNode> source = node.field("source")
                .or(() -> node.children().stream()
                        .flatMap(part -> part.field("source").stream())
                        .findFirst());
        String module = source.map(CodeNode::text).orElse("").replaceAll("['\"]", "");
        List<CodeNode> names = new ArrayList<>();
        for (CodeNode clause : node.children()) {
            for (CodeNode part : clause.children()) {
                switch (part.kind()) {
                    case "identifier" -> names.add(whole(part, module));
                    case "namespace_import" -> part.children().forEach(name -> names.add(whole(name, module)));
                    case "named_imports" -> part.children().forEach(name -> names.add(one(name, module)));
                    default -> {}
                }
            }
        }
        return Phrases.block(
                node,
                names.stream()
                        .map(name -> node.as("import_statement", List.of(name.in("name"))))
                        .toList());
    }

    private static CodeNode whole(CodeNode name, String module) {
        return alias(name, module, name);
    }

    private static CodeNode one(CodeNode specifier, String module) {
        CodeNode name = specifier.field("name").orElse(specifier);
        CodeNode alias = specifier.field("alias").orElse(name);
        return alias(specifier, module + "." + name.text(), alias);
    }

    private static CodeNode alias(CodeNode at, String path, CodeNode alias) {
        return at.as(
                "aliased_import",
                List.of(
                        at.saying("identifier", path).in("name"),
                        Phrases.identifier(alias).in("alias")));
    }

    /** What a module gives by itself is set as {@code module.exports}. */
    private static CodeNode exported(CodeNode node, Rewording words) {
        Optional<CodeNode> declared = node.field("declaration");
        boolean isWhole = node.parts().stream().anyMatch(part -> part.is("default") || part.is("="));
        Optional<CodeNode> value = node.field("value")
                .or(() -> isWhole
                        ? node.children().stream().findFirst().filter(part -> !part.is("export_clause"))
                        : Optional.empty());
        if (isWhole && declared.isPresent()) {
            CodeNode put = words.put(declared.get());
            return put.is("function_definition") || put.is("class_definition")
                    ? Phrases.block(
                            node,
                            List.of(
                                    put.in(""),
                                    Phrases.statement(whole(
                                            node,
                                            put.field("name")
                                                    .map(Phrases::identifier)
                                                    .orElse(put)))))
                    : put;
        }
        return declared.map(words::put)
                .or(() -> value.map(given -> whole(node, words.put(given))))
                .orElseGet(() -> node.as("pass_statement", List.of()));
    }

    private static CodeNode whole(CodeNode node, CodeNode value) {
        return Phrases.assignment(node, node.saying("identifier", "module.exports"), value);
    }
}
