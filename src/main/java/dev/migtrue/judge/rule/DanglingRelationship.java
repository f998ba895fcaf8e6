package dev.migtrue.judge.rule;

import dev.migtrue.facts.BrokenRelationship;
import dev.migtrue.facts.Facts;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import java.util.List;

/** Reports relationships of mapped classes whose other side is not there. */
public final class DanglingRelationship implements Rule {

    private static final RuleId ID = new RuleId("dangling-relationship");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.circumstances().models().dangling().stream()
                .map(DanglingRelationship::finding)
                .toList();
    }

    private static Finding finding(BrokenRelationship found) {
        return Finding.inFile(
                        ID,
                        found.at(),
                        "%s.%s has back_populates=\"%s\", and %s"
                                .formatted(found.model(), found.name(), found.missing(), instead(found)),
                        "give %s a relationship %s with back_populates=\"%s\", or take back_populates away"
                                .formatted(found.other(), found.missing(), found.name()))
                .withRelated(List.of(
                        new Related("the class %s".formatted(found.other()), new Location.InFile(found.otherAt()))));
    }

    private static String instead(BrokenRelationship found) {
        return switch (found.instead()) {
            case NOTHING -> "%s has nothing of that name".formatted(found.other());
            case COLUMN -> "%s.%s is a column".formatted(found.other(), found.missing());
            case OTHER_RELATIONSHIP -> "%s.%s leads to another class".formatted(found.other(), found.missing());
        };
    }
}
