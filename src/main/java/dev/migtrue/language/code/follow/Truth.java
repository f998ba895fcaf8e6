package dev.migtrue.language.code.follow;

import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import java.util.Optional;

/** What becomes of a value in a condition. */
sealed interface Truth {

    record Known(boolean is) implements Truth {}

    /** The database is asked, or nobody knows. */
    record Asked(Guard guard) implements Truth {}

    /**
     * What becomes of this value.
     *
     * @param words as the code writes it
     */
    static Truth of(Language language, Value value, String words) {
        return language.truth(value).<Truth>map(Known::new).orElseGet(() -> new Asked(guard(value, words)));
    }

    /** Whether there is something of this value. */
    static Truth ofNumber(Value value, String words) {
        return Values.truth(value).<Truth>map(Known::new).orElseGet(() -> new Asked(guard(value, words)));
    }

    static Guard guard(Value value, String words) {
        return switch (value) {
            case Value.Question question -> question.guard();
            case Value.Matches matches ->
                new Guard.Exists(
                        matches.of().kind(), matches.name(), matches.of().on());
            // A table that is not there has no columns.
            case Value.Listing listing ->
                listing.kind() == ObjectKind.COLUMN && listing.on().isPresent()
                        ? new Guard.Exists(ObjectKind.TABLE, listing.on().get(), Optional.empty())
                        : new Guard.Unknown(words);
            case Value.Magnitude magnitude -> guard(magnitude.of(), words);
            case Value.Answers answers -> CatalogueQuery.guard(answers.sql()).orElseGet(() -> new Guard.Unknown(words));
            default -> new Guard.Unknown(words);
        };
    }
}
