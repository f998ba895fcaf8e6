package dev.migtrue.facts;

import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.program.Reading;
import dev.migtrue.language.sql.rerun.Review;
import dev.migtrue.language.sql.rerun.Verdict;
import dev.migtrue.language.sql.standing.Clash;
import dev.migtrue.model.Migration;
import java.util.List;

/**
 * A migration whose content is looked at, because it is new or was asked for.
 *
 * @param reading the program statement by statement
 * @param clashes where it takes what earlier migrations or statements built for something else
 */
public record ReviewedMigration(
        Migration migration, Program program, Review review, Reading reading, List<Clash> clashes) {

    public ReviewedMigration {
        clashes = List.copyOf(clashes);
    }

    public ReviewedMigration(Migration migration, Program program, Review review) {
        this(migration, program, review, Reading.of(program), List.of());
    }

    /** The same, told what it meets. */
    public ReviewedMigration meeting(List<Clash> met) {
        return new ReviewedMigration(migration, program, review, reading, met);
    }

    /** Why nobody can know from the text what becomes of a second run, each reason once; none where it is known. */
    public List<String> doubts() {
        return review.verdict() instanceof Verdict.Unsure unsure
                ? unsure.reasons().stream().distinct().toList()
                : List.of();
    }
}
