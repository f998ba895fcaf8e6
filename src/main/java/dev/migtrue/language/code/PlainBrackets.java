package dev.migtrue.language.code;

import static dev.migtrue.language.code.PlainParts.playing;

import dev.migtrue.language.code.PlainToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads what brackets hold together in plain Python. */
final class PlainBrackets {

    private final PlainParts parts;
    private final PlainExpressions expressions;

    PlainBrackets(PlainParts parts, PlainExpressions expressions) {
        this.parts = parts;
        this.expressions = expressions;
    }

    /** What is handed to a call. */
    CodeNode arguments(String field) {
        List<CodeNode> all = new ArrayList<>();
        parts.take("(", all);
        while (!parts.isAt(")")) {
            parts.add(all, this::argument);
            if (parts.isAt("for") && all.size() == 2) {
                return comprehension("generator_expression", field, all, ")");
            }
            comma(")", all);
        }
        parts.take(")", all);
        return parts.node("argument_list", field, all);
    }

    private void comma(String close, List<CodeNode> all) {
        if (!parts.isAt(close)) {
            parts.take(",", all);
        }
    }

    private CodeNode argument() {
        if (parts.isAt(Kind.NAME) && parts.second().text().equals("=")) {
            List<CodeNode> named = new ArrayList<>();
            named.add(parts.name("name"));
            parts.take("=", named);
            parts.add(named, () -> expressions.expression("value"));
            return parts.node("keyword_argument", "", named);
        }
        return parts.isAt("**") ? splat("**", "dictionary_splat") : element();
    }

    private CodeNode element() {
        return parts.isAt("*") ? splat("*", "list_splat") : expressions.expression("");
    }

    private CodeNode splat(String sign, String kind) {
        List<CodeNode> splat = new ArrayList<>();
        parts.take(sign, splat);
        parts.add(splat, () -> expressions.expression(""));
        return parts.node(kind, "", splat);
    }

    CodeNode round() {
        List<CodeNode> all = new ArrayList<>();
        parts.take("(", all);
        if (parts.isAt(")")) {
            parts.take(")", all);
            return parts.node("tuple", "", all);
        }
        parts.add(all, this::element);
        if (parts.isAt("for")) {
            return comprehension("generator_expression", "", all, ")");
        }
        boolean isOne = parts.isAt(")");
        if (isOne && all.getLast().is("list_splat")) {
            throw new Doubt();
        }
        return rest(isOne ? "parenthesized_expression" : "tuple", all, ")");
    }

    CodeNode square() {
        List<CodeNode> all = new ArrayList<>();
        parts.take("[", all);
        if (parts.isAt("]")) {
            parts.take("]", all);
            return parts.node("list", "", all);
        }
        parts.add(all, this::element);
        return parts.isAt("for") ? comprehension("list_comprehension", "", all, "]") : rest("list", all, "]");
    }

    private CodeNode rest(String kind, List<CodeNode> all, String close) {
        while (parts.isAt(",")) {
            parts.take(",", all);
            if (!parts.isAt(close)) {
                parts.add(all, this::element);
            }
        }
        parts.take(close, all);
        return parts.node(kind, "", all);
    }

    CodeNode curly() {
        List<CodeNode> all = new ArrayList<>();
        parts.take("{", all);
        if (parts.isAt("}") || parts.isAt("**")) {
            return dictionary(all);
        }
        parts.add(all, () -> pair(expressions.expression("")));
        boolean isPair = all.getLast().is("pair");
        if (parts.isAt("for")) {
            return comprehension(isPair ? "dictionary_comprehension" : "set_comprehension", "", all, "}");
        }
        if (!isPair) {
            return rest("set", all, "}");
        }
        comma("}", all);
        return dictionary(all);
    }

    private CodeNode pair(CodeNode key) {
        if (!parts.isAt(":")) {
            return key;
        }
        List<CodeNode> pair = parts.begun(playing("key", key));
        parts.take(":", pair);
        parts.add(pair, () -> expressions.expression("value"));
        return parts.node("pair", "", pair);
    }

    private CodeNode dictionary(List<CodeNode> all) {
        while (!parts.isAt("}")) {
            parts.add(all, () -> parts.isAt("**") ? splat("**", "dictionary_splat") : pair(expressions.expression("")));
            if (!all.getLast().is("pair") && !all.getLast().is("dictionary_splat")) {
                throw new Doubt();
            }
            comma("}", all);
        }
        parts.take("}", all);
        return parts.node("dictionary", "", all);
    }

    /** @param all the bracket, and what is made of each */
    private CodeNode comprehension(String kind, String field, List<CodeNode> all, String close) {
        CodeNode body = all.removeLast();
        if (body.is("list_splat") || body.is("dictionary_splat") || body.is("keyword_argument")) {
            throw new Doubt();
        }
        all.add(playing("body", body));
        while (!parts.isAt(close)) {
            parts.add(all, parts.isAt("for") ? this::loop : this::condition);
        }
        parts.take(close, all);
        return parts.node(kind, field, all);
    }

    private CodeNode loop() {
        List<CodeNode> loop = new ArrayList<>();
        parts.take("for", loop);
        parts.add(loop, () -> targets("left"));
        parts.take("in", loop);
        parts.add(loop, () -> expressions.disjunction("right"));
        return parts.node("for_in_clause", "", loop);
    }

    private CodeNode condition() {
        List<CodeNode> condition = new ArrayList<>();
        parts.take("if", condition);
        parts.add(condition, () -> expressions.disjunction(""));
        return parts.node("if_clause", "", condition);
    }

    /** The names that a loop sets. */
    CodeNode targets(String field) {
        CodeNode first = target(field);
        if (!parts.isAt(",")) {
            return first;
        }
        List<CodeNode> all = parts.begun(playing("", first));
        while (parts.isAt(",")) {
            parts.take(",", all);
            if (!parts.isAt("in")) {
                parts.add(all, () -> target(""));
            }
        }
        return parts.node("pattern_list", field, all);
    }

    private CodeNode target(String field) {
        if (!parts.isAt("(")) {
            return parts.name(field);
        }
        List<CodeNode> all = new ArrayList<>();
        parts.take("(", all);
        parts.add(all, () -> target(""));
        while (parts.isAt(",")) {
            parts.take(",", all);
            if (!parts.isAt(")")) {
                parts.add(all, () -> target(""));
            }
        }
        parts.take(")", all);
        return parts.node("tuple_pattern", field, all);
    }

    void subscripts(List<CodeNode> all) {
        parts.take("[", all);
        parts.add(all, this::subscript);
        while (parts.isAt(",")) {
            parts.take(",", all);
            if (!parts.isAt("]")) {
                parts.add(all, this::subscript);
            }
        }
        parts.take("]", all);
    }

    private CodeNode subscript() {
        List<CodeNode> slice = new ArrayList<>();
        if (!parts.isAt(":")) {
            slice.add(expressions.expression("subscript"));
            if (!parts.isAt(":")) {
                return slice.getFirst();
            }
            slice.set(0, playing("", slice.getFirst()));
        }
        parts.take(":", slice);
        if (!parts.isAt("]") && !parts.isAt(",") && !parts.isAt(":")) {
            parts.add(slice, () -> expressions.expression(""));
        }
        if (parts.isAt(":")) {
            throw new Doubt();
        }
        return parts.node("slice", "subscript", slice);
    }
}
