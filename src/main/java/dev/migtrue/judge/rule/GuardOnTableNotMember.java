package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Around;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.model.RuleId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reports guards that ask for a table and leave unguarded what is done to a part of it. */
public final class GuardOnTableNotMember implements ScriptRule {

    private static final RuleId ID = new RuleId("guard-on-table-not-member");
    private static final Set<Dialect> WITH_GUARD =
            EnumSet.of(Dialect.POSTGRESQL, Dialect.MARIADB, Dialect.H2, Dialect.ORACLE, Dialect.ANSI);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        return SecondRun.succeeds(reviewed)
                ? Stream.empty()
                : reviewed.reading().passages().stream()
                        .flatMap(passage -> Stream.concat(remarks(reviewed, passage), ofCode(passage)));
    }

    /** Code that asks for the table before it changes a part of it. */
    private static Stream<Remark> ofCode(Passage passage) {
        if (!(passage.action() instanceof Action.Alter alter) || !asksForTableOnly(passage, alter)) {
            return Stream.empty();
        }
        return alter.changes().stream()
                .filter(Members::needsGuard)
                .limit(1)
                .map(change -> Remark.of(
                        passage,
                        "the code asks for the table, not for %s: where %s, this still fails"
                                .formatted(Members.name(change), Members.obstacle(change)),
                        "ask for it as well before this is done"));
    }

    private static boolean asksForTableOnly(Passage passage, Action.Alter alter) {
        List<Guard> asked = passage.around().stream()
                .filter(Around.OfCode.class::isInstance)
                .map(one -> ((Around.OfCode) one).guard())
                .toList();
        return asked.size() == 1
                && passage.around().size() == 1
                && asked.getFirst() instanceof Guard.Exists exists
                && exists.kind() == ObjectKind.TABLE
                && alter.name()
                        .filter(table -> table.name().last().equalsIgnoreCase(exists.name()))
                        .isPresent();
    }

    private static Stream<Remark> remarks(ReviewedMigration reviewed, Passage passage) {
        boolean isTableOnly = WITH_GUARD.contains(reviewed.reading().dialect())
                && passage.action() instanceof Action.Alter alter
                && alter.modifiers().has(Modifier.IF_EXISTS)
                && alter.changes().stream().noneMatch(Members::isGuarded);
        if (!isTableOnly || SecondRun.isSaved(passage)) {
            return Stream.empty();
        }
        Dialect dialect = reviewed.reading().dialect();
        return ((Action.Alter) passage.action())
                .changes().stream()
                        .filter(Members::needsGuard)
                        .limit(1)
                        .map(change -> remark(passage, change, dialect));
    }

    private static Remark remark(Passage passage, Change change, Dialect dialect) {
        return Remark.of(
                passage,
                passage.span(change.place()),
                "IF EXISTS asks for the table, not for %s: where %s, this still fails"
                        .formatted(Members.name(change), Members.obstacle(change)),
                Members.cure(change, dialect));
    }
}
