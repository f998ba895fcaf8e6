package dev.migtrue.cli;

import dev.migtrue.gather.ReviewOrder;
import dev.migtrue.gather.address.AddressSearch;
import dev.migtrue.gather.address.Claim;
import dev.migtrue.model.Project;
import dev.migtrue.model.UsageException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the addresses of a project's databases say of their kind. Nothing is connected to. */
record AddressHints(AddressSearch search) implements Function<Project, List<ReviewOrder.Hint>> {

    /** Variables of libpq are there for every program, and say nothing of this project. */
    private static final String OF_LIBPQ = "environment variable PG";

    @Override
    public List<ReviewOrder.Hint> apply(Project project) {
        return search.claims(project).stream().flatMap(AddressHints::hint).toList();
    }

    private static Stream<ReviewOrder.Hint> hint(Claim claim) {
        if (!(claim instanceof Claim.Address said) || said.origin().words().startsWith(OF_LIBPQ)) {
            return Stream.empty();
        }
        try {
            String target = said.address().parse().target();
            int colon = target.indexOf(':');
            return colon < 0
                    ? Stream.empty()
                    : Stream.of(new ReviewOrder.Hint(
                            target.substring(0, colon), said.origin().words()));
        } catch (UsageException unusable) {
            return Stream.empty();
        }
    }
}
