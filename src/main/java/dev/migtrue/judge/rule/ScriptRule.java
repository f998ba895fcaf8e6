package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import java.util.List;
import java.util.stream.Stream;

/** A rule about what stands in the text of a migration under review. */
interface ScriptRule extends Rule {

    /** What is to be said of it, in any order. */
    Stream<Remark> remarks(ReviewedMigration reviewed);

    @Override
    default List<Finding> check(Facts facts) {
        return facts.circumstances().reviews().stream()
                .flatMap(reviewed -> remarks(reviewed).map(remark -> finding(reviewed, remark)))
                .distinct()
                .toList();
    }

    private Finding finding(ReviewedMigration reviewed, Remark remark) {
        return Finding.about(
                        id(),
                        reviewed.migration().id(),
                        new Location.InFile(
                                new FileSpan(reviewed.migration().at().path(), remark.at())),
                        remark.message(),
                        remark.help())
                .withRelated(remark.related());
    }
}
