package dev.migtrue.language.sql.rerun;

import java.util.List;

/**
 * What is to be said of a program's second run.
 *
 * @param causes in the order in which they stand in the file; none where nobody knows what becomes of it
 */
public record Review(Verdict verdict, List<Cause> causes) {

    public Review {
        causes = List.copyOf(causes);
    }

    static Review of(Verdict verdict) {
        return new Review(
                verdict,
                verdict instanceof Verdict.Fails fails
                        ? List.of(new Cause(Cause.Kind.REFUSED, fails.at(), "", words(fails)))
                        : List.of());
    }

    private static String words(Verdict.Fails fails) {
        return fails.code().isEmpty() ? fails.message() : fails.message() + " (" + fails.code() + ")";
    }
}
