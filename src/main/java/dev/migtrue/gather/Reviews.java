package dev.migtrue.gather;

import dev.migtrue.facts.Circumstances;
import dev.migtrue.facts.Content;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.facts.SpokenDialect;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.program.Reading;
import dev.migtrue.language.sql.program.Tally;
import dev.migtrue.language.sql.rerun.TwoRuns;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Promised;
import dev.migtrue.model.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Beside<ReviewedMigration> begun = new Beside<>(copies.size());
        List<UnderReview.Copy> read = new ArrayList<>();
        List<Migration> unread = new ArrayList<>();
        Promised promised = project.layout().promised();
        for (UnderReview.Copy copy : copies) {
            Optional<Program> program = program(copy, dialect);
            if (program.isPresent()) {
                read.add(copy);
                begun.begin(() -> review(copy.migration(), program.get(), promised));
            } else {
                unread.add(copy.migration());
            }
        }
        List<ReviewedMigration> reviews = met(facts, read, begun.results());
        return circumstances.withReviews(reviews).withContent(new Content(List.of(dialect), tallies(reviews), unread));
    }

    private List<ReviewedMigration> met(Facts facts, List<UnderReview.Copy> read, List<ReviewedMigration> reviews) {
        Map<UnderReview.Copy, Reading> readings = new HashMap<>();
        for (int i = 0; i < read.size(); i++) {
            readings.put(read.get(i), reviews.get(i).reading());
        }
        Earlier earlier = new Earlier(project, facts, readings);
        return reviews.stream().map(earlier::met).toList();
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
