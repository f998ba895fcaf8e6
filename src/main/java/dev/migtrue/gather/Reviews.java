package dev.migtrue.gather;

import dev.migtrue.facts.Circumstances;
import dev.migtrue.facts.Content;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.facts.SpokenDialect;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.program.Tally;
import dev.migtrue.language.sql.rerun.TwoRuns;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Promised;
import dev.migtrue.model.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads what the migrations under review do, and the files before them where that depends on them. */
final class Reviews {

    private final ReadProject project;
    private final Dialects dialects;

    Reviews(ReadProject project, Dialects dialects) {
        this.project = project;
        this.dialects = dialects;
    }

    /** What else is known, with what the migrations under review do. */
    Circumstances added(Circumstances circumstances, Facts facts, UnderReview reviewed) {
        List<UnderReview.Copy> copies = reviewed.copies();
        if (copies.isEmpty()) {
            return circumstances;
        }
        SpokenDialect dialect = dialects.of(project, facts, copies);
        List<ReviewedMigration> reviews = new ArrayList<>();
        List<Migration> unread = new ArrayList<>();
        Earlier earlier = new Earlier(project, facts);
        for (UnderReview.Copy copy : copies) {
            program(copy, dialect)
                    .ifPresentOrElse(
                            program -> reviews.add(earlier.met(review(
                                    copy.migration(), program, project.layout().promised()))),
                            () -> unread.add(copy.migration()));
        }
        return circumstances.withReviews(reviews).withContent(new Content(List.of(dialect), tallies(reviews), unread));
    }

    private Optional<Program> program(UnderReview.Copy copy, SpokenDialect dialect) {
        Tree tree = Objects.requireNonNull(project.trees().get(copy.source()));
        return project.layout().program(copy.migration(), tree, dialect.dialect());
    }

    static SequencedMap<Migration, Tally> tallies(List<ReviewedMigration> reviews) {
        SequencedMap<Migration, Tally> tallies = new LinkedHashMap<>();
        reviews.forEach(review -> tallies.put(review.migration(), Tally.of(review.program())));
        return tallies;
    }

    static ReviewedMigration review(Migration migration, Program program, Promised promised) {
        return new ReviewedMigration(
                migration,
                program,
                TwoRuns.onAnything(program.dialect(), program.mode()).review(program),
                promised);
    }
}
