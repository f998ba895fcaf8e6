package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.MisleadingText;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports migrations that are new here and whose words for people name another id or parent than the tool goes by. */
public final class MisleadingDocstring implements Rule {

    private static final RuleId ID = new RuleId("misleading-docstring");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        Set<MigrationId> fresh = facts.newHere().stream().map(Migration::id).collect(Collectors.toSet());
        return DiskThenIndex.check(
                facts,
                history -> history.misleading().stream()
                        .filter(text -> fresh.contains(text.migration()))
                        .map(MisleadingDocstring::finding)
                        .toList());
    }

    private static Finding finding(MisleadingText text) {
        return Finding.about(
                ID,
                text.migration(),
                new Location.InFile(text.at()),
                "the docstring of %s says '%s', but %s".formatted(text.migration(), text.said(), text.meant()),
                "make sure that the variable is the one that is right, then write the same into the docstring: the tool reads"
                        + " only the variable");
    }
}
