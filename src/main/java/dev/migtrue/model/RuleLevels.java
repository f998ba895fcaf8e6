package dev.migtrue.model;

import java.util.Map;
import java.util.Optional;

/**
 * What a project says about how much each rule counts; what it says nothing about is left to the rule's page.
 *
 * @param everywhere for all databases and for what has nothing to do with one
 * @param databases for single databases, which goes before the other
 * @param roles who depends on which database, where that was said
 * @param promise what is promised of migrations that run again, where that was said
 */
public record RuleLevels(
        Map<RuleId, Level> everywhere,
        Map<DatabaseName, Map<RuleId, Level>> databases,
        Map<DatabaseName, DatabaseRole> roles,
        Optional<Promise> promise) {

    /** Nothing is said. */
    public static final RuleLevels UNSAID = new RuleLevels(Map.of(), Map.of(), Map.of(), Optional.empty());

    public RuleLevels {
        everywhere = Map.copyOf(everywhere);
        databases = Map.copyOf(databases);
        roles = Map.copyOf(roles);
    }

    /** What is said of a rule wherever nothing is said of it for a database; absent where nothing is. */
    public Optional<Level> of(RuleId rule) {
        return Optional.ofNullable(everywhere.get(rule));
    }

    /** What is said of a rule and a database, for this one alone or for all; absent where nothing is. */
    public Optional<Level> of(RuleId rule, DatabaseName database) {
        return Optional.ofNullable(
                        databases.getOrDefault(database.whole(), Map.of()).get(rule))
                .or(() -> of(rule));
    }

    /** Who depends on a database; absent where nobody said. */
    public Optional<DatabaseRole> role(DatabaseName database) {
        return Optional.ofNullable(roles.get(database.whole()));
    }
}
