package dev.migtrue.language.code.go;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Go throws no errors: one that nobody asks for, or that is answered by going on, is caught. */
final class GoErrors {

    private static final Pattern RUN = Pattern.compile("(?:\\w+\\.)+(?:Exec|ExecContext)");
    private static final Pattern THERE = Pattern.compile(
            "(?is)!\\s*(?:strings\\.Contains\\(\\s*\\w*err\\w*\\.Error\\(\\).*(?:duplicate|exist|already|no such)|is\\w*(?:duplicate|exist)).*");

    private GoErrors() {}

    /**
     * A statement as something that is tried; absent where its errors end what is done.
     *
     * @param put the same in our own words
     * @param next what stands behind it
     */
    static Optional<CodeNode> tried(CodeNode statement, CodeNode put, Optional<CodeNode> next, Rewording words) {
        Optional<CodeNode> call = call(statement);
        if (call.isEmpty()) {
            return Optional.empty();
        }
        if (isDropped(statement)) {
            return Optional.of(attempt(statement, put, "", Phrases.block(statement, List.of())));
        }
        Optional<CodeNode> answer = next.filter(GoErrors::isAnswered);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        CodeNode asked = answer.get();
        boolean isTold = THERE.matcher(
                        asked.field("condition").map(CodeNode::text).orElse(""))
                .find();
        CodeNode handler = isTold ? Phrases.block(statement, List.of()) : GoBlocks.block(asked, "consequence", words);
        return Optional.of(attempt(statement, put, isTold ? "duplicate" : "", handler));
    }

    /** The statement that runs SQL, with what it is given to. */
    private static Optional<CodeNode> call(CodeNode statement) {
        CodeNode right = statement.field("right").orElse(statement);
        return right.children().stream()
                .filter(part -> part.is("call_expression"))
                .filter(part -> part.field("function")
                        .filter(function -> RUN.matcher(function.text()).matches())
                        .isPresent())
                .findFirst()
                .filter(part -> right.children().size() == 1);
    }

    /** Whether nobody takes the error. */
    private static boolean isDropped(CodeNode statement) {
        return statement.is("expression_statement")
                || statement
                        .field("left")
                        .filter(left -> left.text().matches("_(?:\\s*,\\s*_)?"))
                        .isPresent();
    }

    /** Whether a statement goes on after an error, or asks what it says: {@code if err != nil { log(err) }}. */
    static boolean isAnswer(CodeNode statement) {
        return statement.field("initializer").isEmpty() && isAnswered(statement);
    }

    private static boolean isAnswered(CodeNode statement) {
        if (!statement.is("if_statement") || statement.field("alternative").isPresent()) {
            return false;
        }
        String condition = statement.field("condition").map(CodeNode::text).orElse("");
        boolean isOfError = condition.matches("(?is)\\w*err\\w*\\s*!=\\s*nil\\b.*");
        boolean isEnd = statement
                .field("consequence")
                .map(CodeNode::text)
                .filter(text -> text.matches("(?s).*\\b(?:return|panic|Fatal\\w*|Exit|continue|break)\\b.*"))
                .isPresent();
        return isOfError && (!isEnd || THERE.matcher(condition).find());
    }

    private static CodeNode attempt(CodeNode at, CodeNode put, String errors, CodeNode handler) {
        CodeNode done = Phrases.statement(put);
        CodeNode caught =
                at.as("except_clause", List.of(at.saying("identifier", errors).in(""), handler.in("body")));
        return at.as("try_statement", List.of(Phrases.block(at, List.of(done)).in("body"), caught.in("")));
    }
}
