package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.CodeNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the names of a Python module stand for, as far as its own top level says it. */
final class Names {

    private final Map<String, String> imported = new HashMap<>();
    private final Map<String, CodeNode> values = new HashMap<>();
    private final Set<String> unsettled = new HashSet<>();

    private Names() {}

    static Names of(CodeNode module) {
        Names names = new Names();
        module.children().forEach(names::read);
        return names;
    }

    /** With what the body of a class gives names to as well. */
    Names within(CodeNode body) {
        Names names = new Names();
        names.imported.putAll(imported);
        names.values.putAll(values);
        names.unsettled.addAll(unsettled);
        body.children().forEach(names::read);
        return names;
    }

    private void read(CodeNode statement) {
        switch (statement.kind()) {
            case "import_statement" -> statement.fields("name").forEach(name -> learn(name, ""));
            case "import_from_statement" -> {
                String module =
                        statement.field("module_name").map(CodeNode::text).orElse("");
                statement.fields("name").forEach(name -> learn(name, module.endsWith(".") ? module : module + "."));
            }
            case "expression_statement" -> statement.children().forEach(this::assigned);
            default -> {}
        }
    }

    private void learn(CodeNode name, String before) {
        Optional<CodeNode> alias = name.field("alias");
        String path =
                name.field("name").filter(own -> alias.isPresent()).orElse(name).text();
        // 'import a.b' gives the name 'a'.
        String known = alias.map(CodeNode::text).orElse(path);
        imported.put(known, before + path);
    }

    private void assigned(CodeNode assignment) {
        Optional<CodeNode> left = assignment.field("left").filter(node -> node.is("identifier"));
        if (!assignment.is("assignment") || left.isEmpty()) {
            return;
        }
        String name = left.get().text();
        Optional<CodeNode> right = assignment.field("right");
        if (right.isPresent() && values.put(name, right.get()) != null) {
            unsettled.add(name);
        }
    }

    /** What a name was given, where it was given it once. */
    Optional<CodeNode> value(String name) {
        return unsettled.contains(name) ? Optional.empty() : Optional.ofNullable(values.get(name));
    }

    /** The path of a name or of a part of it, as it was imported: {@code django.db.models.CharField}; as it is written where it was not. */
    String path(CodeNode node) {
        String text = node.text().replaceAll("\\s+", "");
        int dot = text.indexOf('.');
        String first = dot < 0 ? text : text.substring(0, dot);
        return Optional.ofNullable(imported.get(first))
                .map(path -> dot < 0 ? path : path + text.substring(dot))
                .orElse(text);
    }

    /** Whether the first part of a name was imported from a module whose path begins so. */
    boolean isFrom(CodeNode node, List<String> modules) {
        String path = path(node);
        return modules.stream().anyMatch(module -> path.equals(module) || path.startsWith(module + "."));
    }

    /** The last part of a dotted name. */
    static String last(String dotted) {
        return dotted.substring(dotted.lastIndexOf('.') + 1).strip();
    }
}
