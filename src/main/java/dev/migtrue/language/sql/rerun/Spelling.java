package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Folding;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as a program has them, where its dialect folds them upwards: so they are told. */
final class Spelling {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\w\\p{L}$#]*");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final Map<String, String> written = new HashMap<>();

    private Spelling() {}

    static Spelling of(Program program) {
        Spelling spelling = new Spelling();
        if (program.dialect().names() == Folding.UPPER) {
            spelling.all(program.operations());
        }
        return spelling;
    }

    private void all(List<Operation> operations) {
        operations.forEach(this::read);
    }

    private void read(Operation operation) {
        switch (operation) {
            case Operation.Written one -> words(one.place().in(one.file()));
            case Operation.Called called -> words(called.sql());
            case Operation.Guarded guarded -> {
                all(guarded.then());
                all(guarded.otherwise());
            }
            case Operation.Attempt attempt -> {
                all(attempt.tried());
                all(attempt.handler());
            }
            case Operation.Recorded recorded -> all(recorded.operations());
            case Operation.Nested nested -> all(nested.operations());
            case Operation.Repeated repeated -> all(repeated.operations());
            case Operation.Leave leave -> {}
            case Operation.Unrecognized unrecognized -> {}
        }
    }

    private void words(String text) {
        WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .forEach(word -> written.putIfAbsent(word.toUpperCase(Locale.ROOT), word));
    }

    Review in(Review review) {
        return written.isEmpty()
                ? review
                : new Review(
                        review.verdict(),
                        review.causes().stream().map(this::in).toList(),
                        review.stop().map(stop -> new Stop(stop.behind(), in(stop.cause()))));
    }

    private Cause in(Cause cause) {
        return new Cause(cause.kind(), cause.at(), name(cause.object()), text(cause.detail()), cause.forms());
    }

    private String text(String detail) {
        return QUOTED.matcher(detail).replaceAll(found -> Matcher.quoteReplacement("\"" + name(found.group(1)) + "\""));
    }

    private String name(String folded) {
        return WORD.matcher(folded)
                .replaceAll(found -> Matcher.quoteReplacement(written.getOrDefault(found.group(), found.group())));
    }
}
