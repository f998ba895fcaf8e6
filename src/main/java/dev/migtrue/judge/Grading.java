package dev.migtrue.judge;

import dev.migtrue.facts.DatabaseView;
import dev.migtrue.facts.Facts;
import dev.migtrue.judge.rule.Need;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Level;
import dev.migtrue.model.RuleLevels;
import dev.migtrue.model.Severity;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How grave what a rule finds is. Where that depends on the database, the rule looks at the facts once for each severity. */
final class Grading {

    private final RulePage page;
    private final RuleLevels levels;

    Grading(RulePage page, RuleLevels levels) {
        this.page = page;
        this.levels = levels;
    }

    /** What the rule is to look at, by how grave what it finds there is; empty where it is off. */
    Map<Severity, Facts> of(Facts facts) {
        Map<Level, Set<DatabaseName>> groups = new EnumMap<>(Level.class);
        if (page.needs().contains(Need.DATABASE)) {
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
