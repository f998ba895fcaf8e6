package dev.migtrue.language.code.go;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import java.util.List;
import java.util.Optional;

/** {@code err := row.Scan(&count)}: what a row brings is given to names. */
final class GoScans {

    /** The name under which it is kept that a row was not there. */
    static final String MISSING = "no rows";

    private GoScans() {}

    /** Absent where an expression is none. */
    static Optional<CodeNode> of(CodeNode at, CodeNode expression, Rewording words) {
        boolean isScan = expression.is("call_expression")
                && expression
                        .field("function")
                        .flatMap(function -> function.field("field"))
                        .filter(name -> name.text().equals("Scan"))
                        .isPresent();
        return isScan ? Optional.of(scanned(at, expression, words)) : Optional.empty();
    }

    private static CodeNode scanned(CodeNode at, CodeNode call, Rewording words) {
        List<CodeNode> targets = call.field("arguments").map(CodeNode::children).orElse(List.of()).stream()
                .map(words::put)
                .map(target -> target.in(""))
                .toList();
        CodeNode row = Phrases.call(
                call, call.field("function").map(words::put).orElseGet(() -> call.as("ERROR", List.of())), List.of());
        CodeNode kept = at.saying("identifier", "a row");
        return Phrases.block(
                at,
                List.of(
                        Phrases.statement(Phrases.assignment(at, kept, row)),
                        Phrases.statement(Phrases.assignment(at, at.as("pattern_list", targets), kept)),
                        Phrases.statement(
                                Phrases.assignment(at, at.saying("identifier", MISSING), Phrases.not(at, kept)))));
    }
}
