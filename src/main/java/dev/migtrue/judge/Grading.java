package dev.migtrue.judge;

import dev.migtrue.facts.DatabaseView;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.judge.rule.Need;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Level;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Promise;
import dev.migtrue.model.RuleLevels;
import dev.migtrue.model.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How grave what a rule finds is. Where that depends on the database, or on the migration, the rule looks at the facts once for each
 * severity.
 */
final class Grading {

    private final RulePage page;
    private final RuleLevels levels;

    Grading(RulePage page, RuleLevels levels) {
        this.page = page;
        this.levels = levels;
    }

    /** What the rule is to look at, by how grave what it finds there is; empty where it is off. */
    Map<Severity, Facts> of(Facts facts) {
        return page.isGradedByMigration() ? ofMigrations(facts) : ofDatabases(facts);
    }

    private Map<Severity, Facts> ofMigrations(Facts facts) {
        Map<Severity, List<ReviewedMigration>> groups = new EnumMap<>(Severity.class);
        for (ReviewedMigration reviewed : facts.circumstances().reviews()) {
            Promise promise = reviewed.promised().under(levels.promise());
            level(reviewed.migration(), promise)
                    .severity()
                    .ifPresent(severity -> groups.computeIfAbsent(severity, first -> new ArrayList<>())
                            .add(reviewed.under(promise)));
        }
        Map<Severity, Facts> graded = new EnumMap<>(Severity.class);
        groups.forEach((severity, reviews) ->
                graded.put(severity, facts.in(facts.circumstances().withReviews(reviews))));
        return graded;
    }

    /** What runs again by itself is held to that before anything else. */
    private Level level(Migration migration, Promise promise) {
        return levels.of(page.id())
                .or(() -> Optional.ofNullable(page.kinds().get(migration.kind())))
                .or(() -> Optional.ofNullable(page.promises().get(promise)))
                .orElseGet(page::level);
    }

    private Map<Severity, Facts> ofDatabases(Facts facts) {
        Map<Level, Set<DatabaseName>> groups = new EnumMap<>(Level.class);
        if (page.needs().stream().anyMatch(Need::isOfDatabases)) {
            facts.databases()
                    .keySet()
                    .forEach(name -> groups.computeIfAbsent(level(name), first -> new LinkedHashSet<>())
                            .add(name));
        }
        Map<Severity, Facts> graded = new EnumMap<>(Severity.class);
        if (groups.size() < 2) {
            Level level = groups.keySet().stream().findFirst().orElseGet(this::level);
            level.severity().ifPresent(severity -> graded.put(severity, facts));
            return graded;
        }
        groups.forEach((level, names) ->
                level.severity().ifPresent(severity -> graded.put(severity, DatabaseView.of(facts, names))));
        return graded;
    }

    private Level level(DatabaseName database) {
        return levels.of(page.id(), database)
                .or(() -> levels.role(database)
                        .flatMap(role -> Optional.ofNullable(page.roles().get(role))))
                .orElseGet(() -> page.level());
    }

    private Level level() {
        return levels.of(page.id()).orElseGet(() -> page.level());
    }
}
