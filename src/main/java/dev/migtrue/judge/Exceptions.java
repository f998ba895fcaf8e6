package dev.migtrue.judge;

import dev.migtrue.model.Ignore;
import dev.migtrue.model.RuleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The findings that a project has decided to live with.
 *
 * @param today decides which decisions hold still
 * @param extent whether what is read is all there is: only then can a decision be seen to be without an object
 */
public record Exceptions(List<Ignore> ignores, LocalDate today, Extent extent) {

    /** Every finding counts. */
    public static final Exceptions NONE = new Exceptions(List.of(), LocalDate.EPOCH, Extent.PART);

    public Exceptions {
        ignores = List.copyOf(ignores);
    }

    /** How much of a repository is read. */
    public enum Extent {
        WHOLE,
        PART
    }

    /** The decision by which a finding does not count; absent when it does. */
    Optional<Ignore> of(ReportItem item) {
        return ignores.stream()
                .filter(ignore -> ignore.isAbout(item.finding()) && !ignore.isExpired(today))
                .findFirst();
    }

    /**
     * What there is to say of the decisions themselves, a line each.
     *
     * @param found all that was found, whether it counts or not
     * @param unheard the rules that could not say all that they might
     */
    List<String> notices(List<ReportItem> found, Set<RuleId> unheard) {
        List<String> notices = new ArrayList<>();
        for (Ignore ignore : ignores) {
            Predicate<ReportItem> isAbout = item -> ignore.isAbout(item.finding());
            String what = "the ignore of %s for migration %s".formatted(ignore.rule(), ignore.migration());
            if (found.stream().anyMatch(isAbout)) {
                ignore.until()
                        .filter(last -> ignore.isExpired(today))
                        .ifPresent(last -> notices.add(what + " has expired: it held until " + last));
            } else if (extent == Extent.WHOLE && !unheard.contains(ignore.rule())) {
                notices.add(what + " matches nothing: it can be taken out");
            }
        }
        return notices;
    }
}
