package dev.migtrue.language.code.words;

import dev.migtrue.language.code.CodeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A choice among values whose cases run on into the next one unless they are left, as one {@code if} behind the other. What does run on is
 * not followed.
 *
 * @param subject what is held against the values, in our own words
 * @param statements makes what stands in a case statements of our own words
 */
public record Cases(CodeNode node, CodeNode subject, Function<List<CodeNode>, List<CodeNode>> statements) {

    private static final Set<String> ENDS =
            Set.of("break_statement", "return_statement", "throw_statement", "continue_statement", "exit_statement");

    /**
     * One case.
     *
     * @param value in our own words; absent where it is for all other values
     * @param body as the grammar has it
     */
    public record Case(CodeNode at, Optional<CodeNode> value, List<CodeNode> body) {
        public Case {
            body = List.copyOf(body);
        }

        private boolean isLeft() {
            return body.isEmpty() || ENDS.contains(body.getLast().kind());
        }
    }

    public CodeNode put(List<Case> cases) {
        List<Case> before = cases.subList(0, Math.max(0, cases.size() - 1));
        boolean isPlain =
                before.stream().allMatch(one -> one.isLeft() && one.value().isPresent());
        return isPlain ? choice(cases, Optional.empty()) : node.as("unread", List.of());
    }

    /** @param earlier whether it is one of the values that the cases just before this one stand for */
    private CodeNode choice(List<Case> cases, Optional<CodeNode> earlier) {
        if (cases.isEmpty()) {
            return Phrases.block(node, List.of());
        }
        Case first = cases.getFirst();
        List<Case> rest = cases.subList(1, cases.size());
        if (first.value().isEmpty()) {
            return Phrases.block(first.at(), done(first));
        }
        CodeNode same =
                Phrases.comparison(first.at(), subject, "==", first.value().get());
        CodeNode asked = earlier.map(others -> Phrases.both(first.at(), others, "or", same))
                .orElse(same);
        if (first.body().isEmpty() && !rest.isEmpty()) {
            return choice(rest, rest.getFirst().value().map(value -> asked));
        }
        CodeNode otherwise = choice(rest, Optional.empty());
        return Phrases.choice(
                first.at(),
                asked,
                Phrases.block(first.at(), done(first)),
                Optional.of(otherwise.is("block") ? otherwise : Phrases.block(otherwise, List.of(otherwise.in("")))));
    }

    /** What a case does, without the {@code break} at its end. */
    private List<CodeNode> done(Case one) {
        List<CodeNode> all = new ArrayList<>(one.body());
        if (!all.isEmpty() && all.getLast().is("break_statement")) {
            all.removeLast();
        }
        return statements.apply(all);
    }
}
