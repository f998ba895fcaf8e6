package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import java.util.List;
import java.util.Optional;

/** Gives values to names, and to several at once. */
final class Targets {

    private Targets() {}

    static void bind(CodeNode target, Value value, Scope scope) {
        switch (target.kind()) {
            case "identifier" -> scope.set(target.text(), value);
            case "attribute" -> scope.set(target.text(), value);
            case "pattern_list", "tuple_pattern", "list_pattern", "parenthesized_expression", "tuple", "list" ->
                unpack(target.children(), value, scope);
            case "as_pattern_target" -> target.children().forEach(one -> bind(one, value, scope));
            default -> {}
        }
    }

    private static void unpack(List<CodeNode> targets, Value value, Scope scope) {
        Optional<List<Value>> elements = Values.elements(value);
        boolean isPairwise = elements.isPresent() && elements.get().size() == targets.size();
        for (int i = 0; i < targets.size(); i++) {
            Value part =
                    isPairwise ? elements.get().get(i) : Subscripts.item(value, new Value.Numeral(String.valueOf(i)));
            bind(targets.get(i), part, scope);
        }
    }
}
