package dev.migtrue.language.code;

import static dev.migtrue.language.code.PlainParts.playing;

import dev.migtrue.language.code.PlainToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what functions of plain Python are given, and of what type things are. */
final class PlainParameters {

    /** Whether types are told. */
    enum Types {
        TOLD,
        NONE
    }

    /** What may stand behind a type. */
    private static final Set<String> ENDS = Set.of("=", ")", ",", "]", ":");

    private final PlainParts parts;
    private final PlainExpressions expressions;

    PlainParameters(PlainParts parts, PlainExpressions expressions) {
        this.parts = parts;
        this.expressions = expressions;
    }

    CodeNode between(String field) {
        List<CodeNode> all = new ArrayList<>();
        parts.take("(", all);
        all(")", Types.TOLD, all);
        parts.take(")", all);
        return parts.node("parameters", field, all);
    }

    void all(String close, Types types, List<CodeNode> all) {
        while (!parts.isAt(close)) {
            parts.add(all, () -> parameter(types));
            if (!parts.isAt(close)) {
                parts.take(",", all);
            }
        }
    }

    private CodeNode parameter(Types types) {
        CodeNode first = parts.isAt(Kind.NAME) ? parts.name("") : several();
        boolean isTyped = types == Types.TOLD && parts.isAt(":");
        List<CodeNode> all = parts.begun(first);
        if (isTyped) {
            parts.take(":", all);
            parts.add(all, () -> type("type"));
        }
        if (!parts.isAt("=")) {
            return isTyped ? parts.node("typed_parameter", "", all) : first;
        }
        if (!first.is("identifier")) {
            throw new Doubt();
        }
        all.set(0, playing("name", first));
        parts.take("=", all);
        parts.add(all, () -> expressions.expression("value"));
        return parts.node(isTyped ? "typed_default_parameter" : "default_parameter", "", all);
    }

    private CodeNode several() {
        if (parts.isAt("*") && parts.second().text().equals(",")) {
            return parts.sign("*", "keyword_separator");
        }
        List<CodeNode> several = new ArrayList<>();
        boolean isDouble = parts.isAt("**");
        parts.take(isDouble ? "**" : "*", several);
        parts.add(several, () -> parts.name(""));
        return parts.node(isDouble ? "dictionary_splat_pattern" : "list_splat_pattern", "", several);
    }

    CodeNode type(String field) {
        CodeNode type =
                parts.isAt(Kind.NAME) && parts.second().text().equals("[") ? maybeNone() : expressions.operation();
        boolean isAll = parts.isAt(Kind.NEWLINE) || ENDS.contains(parts.next().text());
        if (!isAll) {
            throw new Doubt();
        }
        return parts.node("type", field, parts.begun(type));
    }

    private CodeNode maybeNone() {
        CodeNode generic = generic();
        if (!parts.isAt("|") || !parts.second().text().equals("None")) {
            return generic;
        }
        List<CodeNode> union = parts.begun(parts.node("type", "", parts.begun(generic)));
        parts.take("|", union);
        parts.add(union, () -> parts.node("type", "", parts.begun(parts.leaf("none", "", true))));
        return parts.node("union_type", "", union);
    }

    private CodeNode generic() {
        List<CodeNode> generic = parts.begun(parts.name(""));
        parts.add(generic, () -> {
            List<CodeNode> of = new ArrayList<>();
            parts.take("[", of);
            parts.add(of, () -> type(""));
            while (parts.isAt(",")) {
                parts.take(",", of);
                parts.add(of, () -> type(""));
            }
            parts.take("]", of);
            return parts.node("type_parameter", "", of);
        });
        return parts.node("generic_type", "", generic);
    }
}
