package dev.migtrue.facts;

import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.program.Reading;
import dev.migtrue.language.sql.rerun.Review;
import dev.migtrue.language.sql.rerun.Verdict;
import dev.migtrue.language.sql.standing.Clash;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Promise;
import dev.migtrue.model.Promised;
import java.util.List;
import java.util.Optional;

/**
 * A migration whose content is looked at, because it is new or was asked for.
 *
 * @param promised what is promised of it when it is run again
 * @param reading the program statement by statement
 * @param clashes where it takes what earlier migrations or statements built for something else
 */
public record ReviewedMigration(
        Migration migration, Program program, Review review, Promised promised, Reading reading, List<Clash> clashes) {

    public ReviewedMigration {
        clashes = List.copyOf(clashes);
    }

    /** One of which nobody knows what it meets. */
    public ReviewedMigration(Migration migration, Program program, Review review, Promised promised) {
        this(migration, program, review, promised, Reading.of(program), List.of());
    }

    /** One of a tool like most, of which the project says nothing. */
    public ReviewedMigration(Migration migration, Program program, Review review) {
        this(migration, program, review, Promised.USUAL);
    }

    /** The same, told what it meets. */
    public ReviewedMigration meeting(List<Clash> met) {
        return new ReviewedMigration(migration, program, review, promised, reading, met);
    }

    /** This one, of which it is settled what is promised. */
    public ReviewedMigration under(Promise promise) {
        return new ReviewedMigration(
                migration, program, review, promised.saying(Optional.of(promise)), reading, clashes);
    }

    /** Why nobody can know from the text what becomes of a second run, each reason once; none where it is known. */
    public List<String> doubts() {
        return switch (review.verdict()) {
            case Verdict.Unsure unsure -> unsure.reasons().stream().distinct().toList();
            case Verdict.NeverRuns never -> List.of("why a first run goes through: " + never.message());
            case Verdict.Repeats repeats -> List.of();
            case Verdict.Mutates mutates -> List.of();
            case Verdict.Fails fails -> List.of();
        };
    }
}
