package dev.migtrue.judge.rule;

import dev.migtrue.facts.Attribution;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.facts.Pruned;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Finding;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reports applied migrations that come before every file, where the tool does not miss theirs: mostly they were cleared away. */
public final class PrunedMigration implements Rule {

    private static final RuleId ID = new RuleId("pruned-migration");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Presence> pruned = Pruned.of(facts);
        return pruned.stream()
                .findFirst()
                .flatMap(first -> first.firstRow().map(row -> finding(pruned, row, facts)))
                .stream()
                .toList();
    }

    private static Finding finding(List<Presence> pruned, AppliedMigration row, Facts facts) {
        return Finding.about(
                ID,
                row.id(),
                row.at(),
                "%s applied to %s and older than every file here: %s"
                        .formatted(
                                subject(pruned),
                                Phrases.databases(pruned.stream()
                                        .flatMap(presence -> presence.applied().keySet().stream())
                                        .distinct()
                                        .toList()),
                                story(pruned, facts)),
                "if the files were cleared away on purpose, say so under 'squashed' in migtrue.yaml; if nobody remembers that,"
                        + " find out who ran them");
    }

    private static String subject(List<Presence> pruned) {
        MigrationId first = pruned.getFirst().id();
        return pruned.size() == 1
                ? "migration %s is".formatted(first)
                : "%d migrations, %s to %s, are"
                        .formatted(pruned.size(), first, pruned.getLast().id());
    }

    private static String story(List<Presence> pruned, Facts facts) {
        List<Attribution> told = pruned.stream()
                .flatMap(presence -> facts.attribution(presence.id()).stream())
                .toList();
        long seen =
                told.stream().map(Attribution::best).filter(Optional::isPresent).count();
        if (seen == pruned.size()) {
            return pruned.size() == 1 ? "a commit deleted its file" : "commits deleted their files";
        }
        Set<String> limits =
                told.stream().flatMap(one -> one.limits().stream()).collect(Collectors.toCollection(TreeSet::new));
        String found = seen == 0 ? "" : "commits deleted the files of %d of them, and ".formatted(seen);
        return found
                + (limits.isEmpty()
                        ? "this clone has never had %s"
                                .formatted(
                                        pruned.size() == 1
                                                ? "its file"
                                                : seen == 0 ? "their files" : "those of the others")
                        : "not everything was searched: " + String.join(", ", limits));
    }
}
