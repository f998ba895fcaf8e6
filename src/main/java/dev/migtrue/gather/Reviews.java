package dev.migtrue.gather;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.rerun.TwoRuns;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads what the migrations under review do. No other file is read for it. */
final class Reviews {

    private final ReadProject project;

    Reviews(ReadProject project) {
        this.project = project;
    }

    List<ReviewedMigration> of(Facts facts) {
        Set<MigrationId> old = DownParts.old(facts);
        List<Migration> reviewed = facts.judgedCopies().stream()
                .filter(migration -> !old.contains(migration.id()))
                .toList();
        return reviewed.stream()
                .flatMap(migration -> review(migration, facts).stream())
                .toList();
    }

    private Optional<ReviewedMigration> review(Migration migration, Facts facts) {
        Tree tree = tree(migration, facts);
        Dialect dialect = project.layout().dialect(tree).orElse(Dialect.POSTGRESQL);
        return project.layout().program(migration, tree, dialect).map(program -> review(migration, program));
    }

    private static ReviewedMigration review(Migration migration, Program program) {
        return new ReviewedMigration(
                migration,
                program,
                TwoRuns.onAnything(program.dialect(), program.mode()).review(program));
    }

    /** The first of the judged sources that has this copy. */
    private Tree tree(Migration migration, Facts facts) {
        Source source = facts.judged().entrySet().stream()
                .filter(entry -> entry.getValue().migrations().contains(migration))
                .findFirst()
                .orElseThrow()
                .getKey();
        return Objects.requireNonNull(project.trees().get(source));
    }
}
