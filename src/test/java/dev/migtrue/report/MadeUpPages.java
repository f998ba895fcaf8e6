package dev.migtrue.report;

import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rule pages made up for these tests: only their heads matter, and for one of them its whole text. */
final class MadeUpPages {

    static final RulePage UNTRACKED = RulePage.parse("""
            ---
            id: untracked-migration
            severity: error
            needs: git
            group: tracking
            since: 0.1
            aliases: forgotten-migration
            ---
            # Migration file is not tracked by git

            The migration tool will run this file, but **nobody else** has it: a database that is migrated from here
            reaches a state that no other checkout can reproduce, and `git status` is all that tells.

            ## Bad: created and never added
            ```sql db/migration/V1__users.sql
            create table users (id int);
            ```
            ```sql db/migration/V2__orders.sql @index @worktree
            create table orders (
            \tid int
            );
            ```
            ```applied
            version: 1
            ```
            ```findings
            db/migration/V2__orders.sql:1:1: error: migration 2 is not tracked by git [untracked-migration]
            ```

            ## When to ignore
            - Scratch migrations that no shared database will see, such as those that
              a developer writes to try something out on a copy.
            - Never otherwise.
            """);

    static final List<RulePage> ALL = List.of(
            page("applied-but-missing", "error", "git, database, files", "Applied migration has no file anywhere"),
            page("duplicate-version", "error", "git", "Several migrations have the same version"),
            page("failed-migration", "error", "database", "Migration failed half-way"),
            page("late-migration", "warning", "git, base", "New migration sorts before what base already has"),
            page("pending-migration", "note", "git, database", "Migration is not applied yet"),
            page("uncommitted-but-applied", "error", "git, database", "Applied migration is not committed"),
            UNTRACKED);

    private MadeUpPages() {}

    static Map<RuleId, RulePage> byId() {
        return ALL.stream().collect(Collectors.toMap(RulePage::id, Function.identity()));
    }

    static RuleId rule(String id) {
        return Stream.of(id)
                .map(RuleId::new)
                .filter(byId()::containsKey)
                .findFirst()
                .orElseThrow();
    }

    private static RulePage page(String id, String severity, String needs, String title) {
        return RulePage.parse("""
                ---
                id: %s
                severity: %s
                needs: %s
                group: consistency
                since: 0.1
                ---
                # %s
                """.formatted(id, severity, needs, title));
    }
}
