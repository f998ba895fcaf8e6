package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Finding;
import dev.migtrue.model.History;
import dev.migtrue.model.IdRange;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reports numbers that no migration has between two that have one, where migrations are counted one by one. */
public final class VersionGap implements Rule {

    private static final RuleId ID = new RuleId("version-gap");

    /** A longer number is a day or a time. */
    private static final Pattern COUNTER = Pattern.compile("0*[0-9]{1,6}");

    private static final int ENOUGH_TO_COMPARE = 3;

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return DiskThenIndex.check(facts, history -> check(history, facts));
    }

    private static List<Finding> check(History history, Facts facts) {
        List<Migration> versioned = history.migrations().stream()
                .filter(migration -> migration.kind() == Kind.VERSIONED)
                .toList();
        boolean isCounted = history.ordering() != Ordering.GRAPH
                && versioned.stream()
                        .allMatch(migration ->
                                COUNTER.matcher(migration.id().value()).matches());
        TreeMap<Integer, Migration> byNumber = new TreeMap<>();
        if (isCounted) {
            versioned.forEach(migration ->
                    byNumber.putIfAbsent(Integer.parseInt(migration.id().value()), migration));
        }
        return isOneByOne(byNumber) ? gaps(byNumber, facts) : List.of();
    }

    /** Most steps are steps by one: some people count by tens, to have room. */
    private static boolean isOneByOne(NavigableMap<Integer, Migration> byNumber) {
        long singleSteps = byNumber.keySet().stream()
                .filter(number -> byNumber.containsKey(number + 1))
                .count();
        return byNumber.size() >= ENOUGH_TO_COMPARE && singleSteps * 2 >= byNumber.size() - 1;
    }

    private static List<Finding> gaps(NavigableMap<Integer, Migration> byNumber, Facts facts) {
        List<Finding> findings = new ArrayList<>();
        int before = byNumber.firstKey();
        for (Map.Entry<Integer, Migration> entry :
                byNumber.tailMap(before, false).entrySet()) {
            List<Integer> missing = new ArrayList<>();
            for (int number = before + 1; number < entry.getKey(); number++) {
                if (!isDeclared(number, facts)) {
                    missing.add(number);
                }
            }
            if (!missing.isEmpty()) {
                findings.add(finding(entry.getValue(), missing));
            }
            before = entry.getKey();
        }
        return findings;
    }

    private static boolean isDeclared(int number, Facts facts) {
        return facts.declared().stream().anyMatch(absence -> isIn(absence.ids(), number));
    }

    /** However many zeros stand before it: a range of one id holds only what is written so. */
    private static boolean isIn(IdRange range, int number) {
        MigrationId id = new MigrationId(String.valueOf(number));
        boolean isNamed = range.first().equals(range.last())
                && range.first().value().replaceFirst("^0+", "").equals(id.value());
        return isNamed || range.holds(id);
    }

    private static Finding finding(Migration next, List<Integer> missing) {
        String words = missing.size() == 1
                ? "version %d is missing".formatted(missing.getFirst())
                : "%d versions from %d to %d are missing"
                        .formatted(missing.size(), missing.getFirst(), missing.getLast());
        return Finding.of(
                ID,
                next,
                "%s before %s".formatted(words, next.id()),
                "find out whether a file was left behind on a branch or a disk; if not, say so under 'squashed' in migtrue.yaml,"
                        + " or let the gap be: a number that was given once is better not given again");
    }
}
