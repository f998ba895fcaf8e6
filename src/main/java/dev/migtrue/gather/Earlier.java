package dev.migtrue.gather;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.program.Reading;
import dev.migtrue.language.sql.standing.Standing;
import dev.migtrue.model.FileText;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the migrations before those under review have built. Their files are read only where a migration under review
 * does something of which the meaning depends on it, and each of them once: ask in execution order.
 */
final class Earlier {

    private final ReadProject project;
    private final Facts facts;
    private final List<Migration> migrations;
    private Optional<Standing> standing = Optional.empty();
    private int told;

    Earlier(ReadProject project, Facts facts) {
        this.project = project;
        this.facts = facts;
        this.migrations = facts.judgedCopies();
    }

    /** The same, with what it takes for something else than it is. */
    ReviewedMigration met(ReviewedMigration reviewed) {
        int index = migrations.stream()
                .map(Migration::id)
                .toList()
                .indexOf(reviewed.migration().id());
        if (!Standing.isAskedBy(reviewed.reading()) || index < told) {
            return reviewed;
        }
        Dialect dialect = reviewed.program().dialect();
        Standing before = standing.orElseGet(() -> new Standing(dialect));
        standing = Optional.of(before);
        migrations.subList(told, index).forEach(migration -> tell(before, migration, dialect));
        told = index + 1;
        return reviewed.meeting(
                before.clashes(reviewed.reading(), reviewed.migration().at().path()));
    }

    private void tell(Standing before, Migration migration, Dialect dialect) {
        Tree tree = tree(migration);
        Optional<Program> program = project.layout().program(migration, tree, dialect);
        if (program.isPresent()) {
            before.tell(Reading.of(program.get()), migration.at().path());
        } else {
            text(migration, tree).ifPresent(before::tell);
        }
    }

    private static Optional<String> text(Migration migration, Tree tree) {
        return tree.text(migration.at().path())
                .flatMap(file ->
                        file instanceof FileText.Decoded decoded ? Optional.of(decoded.text()) : Optional.empty());
    }

    /** The first of the judged sources that has this copy. */
    private Tree tree(Migration migration) {
        return facts.judged().entrySet().stream()
                .filter(entry -> entry.getValue().migrations().contains(migration))
                .map(entry -> Objects.requireNonNull(project.trees().get(entry.getKey())))
                .findFirst()
                .orElseThrow();
    }
}
