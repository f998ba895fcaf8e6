package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.model.Applied;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reports databases that have each run what the other has not, and tenants that are not where the others are. That one database is
 * behind another is how deployments go, and is not told here.
 */
public final class EnvironmentsDiffer implements Rule {

    private static final RuleId ID = new RuleId("environments-differ");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<DatabaseName> names = facts.known().entrySet().stream()
                .filter(entry -> entry.getValue().reach() == Applied.Reach.WHOLE)
                .map(entry -> entry.getKey())
                .toList();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (DatabaseName other : names.subList(i + 1, names.size())) {
                new Pair(facts, names.get(i), other).finding().ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** Two databases, or two sets of tenants, the second the smaller one. */
    private record Pair(Facts facts, DatabaseName one, DatabaseName other) {

        Optional<Finding> finding() {
            List<Migration> ofOne = runOnlyBy(one, other);
            List<Migration> ofOther = runOnlyBy(other, one);
            boolean areTenants = one.whole().equals(other.whole());
            boolean isWorthTelling = areTenants ? isLargest() : !ofOne.isEmpty() && !ofOther.isEmpty();
            return Stream.concat(ofOther.stream(), ofOne.stream())
                    .findFirst()
                    .filter(any -> isWorthTelling)
                    .map(at -> Finding.of(
                            ID,
                            at,
                            areTenants ? tenants(ofOne, ofOther) : databases(ofOne, ofOther),
                            areTenants
                                    ? "run the tool for those that are behind; find out who ran it for those that are ahead"
                                    : "bring both to what is committed before the next deployment"));
        }

        /** Each set of tenants is compared with the largest one, which comes first. */
        private boolean isLargest() {
            return facts.known().keySet().stream()
                    .filter(name -> name.whole().equals(one.whole()))
                    .findFirst()
                    .filter(one::equals)
                    .isPresent();
        }

        private List<Migration> runOnlyBy(DatabaseName database, DatabaseName without) {
            return facts.presences().stream()
                    .filter(presence -> presence.applied().containsKey(database)
                            && !presence.applied().containsKey(without))
                    .map(Presence::firstCopy)
                    .flatMap(Optional::stream)
                    .filter(migration -> migration.kind() == Kind.VERSIONED)
                    .toList();
        }

        private String databases(List<Migration> ofOne, List<Migration> ofOther) {
            return "databases %s and %s have each run what the other has not: %s %s, %s %s"
                    .formatted(one, other, one, ids(ofOne), other, ids(ofOther));
        }

        private String tenants(List<Migration> ofOne, List<Migration> ofOther) {
            return "database %s is not where most tenants are:%s%s"
                    .formatted(
                            other,
                            ofOne.isEmpty() ? "" : " it lacks " + ids(ofOne),
                            ofOther.isEmpty()
                                    ? ""
                                    : (ofOne.isEmpty() ? "" : " and") + " it has also run " + ids(ofOther));
        }

        private static String ids(List<Migration> migrations) {
            return Phrases.list(
                    migrations.stream().map(Migration::id).distinct().toList());
        }
    }
}
