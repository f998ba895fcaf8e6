package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.language.sql.program.Reading;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reports indexes that are built beside other work unless one of their name is there, however useless that one is. */
public final class GuardAcceptsInvalidIndex implements ScriptRule {

    private static final RuleId ID = new RuleId("guard-accepts-invalid-index");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        Reading reading = reviewed.reading();
        if (reading.dialect() != Dialect.POSTGRESQL || asksForValidity(reading)) {
            return Stream.empty();
        }
        List<Passage> passages = reading.passages();
        return IntStream.range(0, passages.size())
                .boxed()
                .flatMap(index -> index(passages.get(index)).stream()
                        .filter(name -> !isDropped(name, passages.subList(0, index)))
                        .map(name -> remark(passages.get(index), name)));
    }

    private static boolean asksForValidity(Reading reading) {
        return reading.questions().stream()
                .anyMatch(question ->
                        question.condition().toString().toLowerCase(Locale.ROOT).contains("indisvalid"));
    }

    private static Optional<Mention> index(Passage passage) {
        return passage.action() instanceof Action.Create create
                        && create.definition() instanceof Definition.Index definition
                        && create.modifiers().has(Modifier.CONCURRENTLY)
                        && create.modifiers().has(Modifier.IF_NOT_EXISTS)
                ? definition.index().name().or(create::name)
                : Optional.empty();
    }

    private static boolean isDropped(Mention index, List<Passage> before) {
        return before.stream()
                .anyMatch(passage -> passage.action() instanceof Action.Drop drop
                        && drop.kind() == ObjectKind.INDEX
                        && drop.objects().stream()
                                .anyMatch(dropped -> dropped.name()
                                        .name()
                                        .last()
                                        .equals(index.name().last())));
    }

    private static Remark remark(Passage passage, Mention index) {
        return Remark.of(
                passage,
                "a build of index \"%s\" that fails leaves an invalid index, and IF NOT EXISTS accepts it ever after"
                        .formatted(index),
                "write DROP INDEX CONCURRENTLY IF EXISTS %s; before it, or drop it first only where pg_index says NOT indisvalid"
                        .formatted(index));
    }
}
