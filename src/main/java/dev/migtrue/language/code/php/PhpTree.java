package dev.migtrue.language.code.php;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A tree of PHP's grammar, put in our own words. */
final class PhpTree {

    private static final Map<String, Way> VALUES = Map.ofEntries(
            entry("integer", (node, words) -> node.saying("integer", node.text().replace("_", ""))),
            entry("float", (node, words) -> node.saying("float", node.text().replace("_", ""))),
            entry("boolean", (node, words) -> node.as(node.text().toLowerCase(Locale.ROOT), List.of())),
            entry("null", Rewording.plain("none")),
            entry("name", Rewording.plain("identifier")),
            entry("namespace_name", (node, words) -> last(node)),
            entry("qualified_name", (node, words) -> last(node)),
            entry("variable_name", PhpTree::variable),
            entry("dynamic_variable_name", Rewording.plain("opaque")),
            entry("member_access_expression", PhpTree::member),
            entry("nullsafe_member_access_expression", PhpTree::member),
            entry("scoped_property_access_expression", PhpTree::property),
            entry("class_constant_access_expression", PhpTree::constant),
            entry("subscript_expression", PhpTree::subscript),
            entry("array_creation_expression", PhpTree::array),
            entry(
                    "variadic_unpacking",
                    (node, words) -> node.as(
                            "list_splat", List.of(Rewording.first(node, words).in("")))),
            entry("string", PhpText::string),
            entry("encapsed_string", PhpText::string),
            entry("heredoc", PhpText::document),
            entry("nowdoc", PhpText::document),
            entry("shell_command_expression", Rewording.plain("unread")),
            entry("include_expression", Rewording.plain("opaque")),
            entry("include_once_expression", Rewording.plain("opaque")),
            entry("require_expression", Rewording.plain("opaque")),
            entry("require_once_expression", Rewording.plain("opaque")));

    private static final Rewording REWORDING =
            Rewording.of(VALUES, PhpOperators.WAYS, PhpCalls.WAYS, PhpBlocks.WAYS, PhpDefinitions.WAYS);

    private PhpTree() {}

    static CodeNode put(CodeNode program) {
        return program.as("module", PhpBlocks.statements(program.children(), REWORDING));
    }

    /** A name without the namespaces before it. */
    static CodeNode last(CodeNode name) {
        return name.saying("identifier", name.text().substring(name.text().lastIndexOf('\\') + 1));
    }

    private static CodeNode variable(CodeNode node, Rewording words) {
        return node.text().equals("$this") ? node.saying("identifier", "this") : Phrases.identifier(node);
    }

    private static CodeNode member(CodeNode node, Rewording words) {
        return node.field("name")
                .filter(name -> name.is("name"))
                .map(name -> Phrases.attribute(node, words.part(node, "object"), name))
                .orElseGet(() -> node.as("opaque", List.of()));
    }

    /** {@code self::$x} is reached as {@code $this->x} is. */
    private static CodeNode property(CodeNode node, Rewording words) {
        return node.saying("identifier", "$this->" + node.text().replaceAll(".*::\\$?", ""));
    }

    private static CodeNode constant(CodeNode node, Rewording words) {
        String scope = node.text().replaceAll("::.*", "").replaceAll(".*\\\\", "");
        String name = node.text().replaceAll(".*::", "");
        if (name.equals("class")) {
            return Phrases.text(node, scope);
        }
        return scope.equals("self") || scope.equals("static")
                ? node.saying("identifier", "self::" + name)
                : node.saying("identifier", scope + "." + name);
    }

    private static CodeNode subscript(CodeNode node, Rewording words) {
        List<CodeNode> parts = node.children();
        return parts.size() == 2
                ? Phrases.subscript(node, words.put(parts.getFirst()), words.put(parts.getLast()))
                : node.as("opaque", List.of());
    }

    /** With keys it is a dictionary, without a list. */
    private static CodeNode array(CodeNode node, Rewording words) {
        List<CodeNode> elements = node.children();
        boolean isKeyed = elements.stream().anyMatch(one -> one.children().size() == 2);
        List<CodeNode> all = new ArrayList<>();
        for (CodeNode element : elements) {
            List<CodeNode> parts = element.children();
            if (parts.isEmpty()) {
                all.add(element.as("ERROR", List.of()));
            } else if (parts.size() == 2) {
                all.add(Phrases.pair(element, words.put(parts.getFirst()), words.put(parts.getLast()))
                        .in(""));
            } else if (isKeyed && parts.getFirst().is("variadic_unpacking")) {
                all.add(element.as(
                        "dictionary_splat",
                        List.of(Rewording.first(parts.getFirst(), words).in(""))));
            } else if (isKeyed) {
                all.add(Phrases.pair(
                                element,
                                element.saying("integer", String.valueOf(all.size())),
                                words.put(parts.getFirst()))
                        .in(""));
            } else {
                all.add(words.put(parts.getFirst()).in(""));
            }
        }
        return node.as(isKeyed ? "dictionary" : "list", all);
    }
}
