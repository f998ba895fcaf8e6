package dev.migtrue.facts;

import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.rerun.Review;
import dev.migtrue.language.sql.rerun.Verdict;
import dev.migtrue.model.Migration;
import java.util.List;

/** A migration whose content is looked at, because it is new or was asked for. */
public record ReviewedMigration(Migration migration, Program program, Review review) {

    /** Why nobody can know from the text what becomes of a second run, each reason once; none where it is known. */
    public List<String> doubts() {
        return review.verdict() instanceof Verdict.Unsure unsure
                ? unsure.reasons().stream().distinct().toList()
                : List.of();
    }
}
