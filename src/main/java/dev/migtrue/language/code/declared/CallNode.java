package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.CodeNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A call as it is written.
 *
 * @param function what is called: {@code models.CharField}
 * @param positional the arguments without a name, in order
 * @param keywords those with one
 * @param isOpen whether more arguments come from somewhere else: {@code *args}, {@code **options}
 */
record CallNode(CodeNode function, List<CodeNode> positional, SequencedMap<String, CodeNode> keywords, boolean isOpen) {

    /** Absent where the node is no call. */
    static Optional<CallNode> of(CodeNode node) {
        return Optional.of(node)
                .filter(call -> call.is("call"))
                .flatMap(call -> call.field("function")
                        .flatMap(function -> call.field("arguments").map(list -> of(function, list))));
    }

    private static CallNode of(CodeNode function, CodeNode list) {
        List<CodeNode> positional = new ArrayList<>();
        SequencedMap<String, CodeNode> keywords = new LinkedHashMap<>();
        boolean isOpen = !list.is("argument_list");
        for (CodeNode argument : list.children()) {
            switch (argument.kind()) {
                case "keyword_argument" ->
                    argument.field("value")
                            .ifPresent(value ->
                                    argument.field("name").ifPresent(name -> keywords.put(name.text(), value)));
                case "list_splat", "dictionary_splat", "ERROR" -> isOpen = true;
                default -> positional.add(argument);
            }
        }
        return new CallNode(function, positional, keywords, isOpen);
    }

    /** The last part of what is called: {@code CharField}. */
    String name() {
        return Names.last(function.text());
    }

    Optional<CodeNode> keyword(String name) {
        return Optional.ofNullable(keywords.get(name));
    }

    /** The argument at a place, counted from 0. */
    Optional<CodeNode> at(int place) {
        return place < positional.size() ? Optional.of(positional.get(place)) : Optional.empty();
    }

    /** This one, of which nobody knows what else is given. */
    CallNode opened() {
        return new CallNode(function, positional, keywords, true);
    }
}
