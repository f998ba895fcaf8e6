package dev.migtrue.language.code;

import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** A statement that gives a value to one or more targets: {@code a: str = b, c = "x", "y"}. */
final class Assignment {

    private static final Set<String> PATTERNS = Set.of("pattern_list", "tuple_pattern", "list_pattern");
    private static final Set<String> SEQUENCES = Set.of("expression_list", "tuple", "list");

    private final Span span;
    private final Set<String> names;
    private final SequencedMap<String, Constant> constants = new LinkedHashMap<>();

    /** @param names the names asked for; others are passed over */
    Assignment(SyntaxNode assignment, Set<String> names) {
        this.span = assignment.span();
        this.names = names;
        List<SyntaxNode> targets = new ArrayList<>();
        Optional<SyntaxNode> value = Optional.of(assignment);
        while (value.isPresent() && value.get().is("assignment")) {
            value.get().field("left").ifPresent(targets::add);
            value = value.get().field("right");
        }
        // Without a value it only declares a type.
        value.ifPresent(given -> targets.forEach(target -> give(target, given)));
    }

    /** What it gives, by name. */
    SequencedMap<String, Constant> constants() {
        return constants;
    }

    private void give(SyntaxNode target, SyntaxNode value) {
        if (target.is("identifier")) {
            put(target.text(), ConstantReader.read(value, span));
        } else if (PATTERNS.contains(target.kind())) {
            unpack(target.children(), value);
        }
    }

    private void unpack(List<SyntaxNode> targets, SyntaxNode value) {
        SyntaxNode bare = ConstantReader.withoutParentheses(value);
        List<SyntaxNode> values = SEQUENCES.contains(bare.kind()) ? bare.children() : List.of();
        boolean isPairwise = targets.size() == values.size()
                && values.stream().noneMatch(one -> one.is("list_splat"))
                && targets.stream().noneMatch(one -> one.is("list_splat_pattern"));
        for (int i = 0; i < targets.size(); i++) {
            if (isPairwise) {
                give(targets.get(i), values.get(i));
            } else {
                Bindings.targets(targets.get(i))
                        .forEach(name -> put(name, new Constant.Computed("unpacked from an expression", span)));
            }
        }
    }

    private void put(String name, Constant constant) {
        if (names.contains(name)) {
            constants.put(name, constant);
        }
    }
}
