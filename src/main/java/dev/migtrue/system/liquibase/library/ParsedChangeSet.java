package dev.migtrue.system.liquibase.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import liquibase.ChecksumVersion;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/** A changeset as Liquibase parsed it. */
public final class ParsedChangeSet {

    private static final Set<String> ANY = Set.of("1:any", "1:all", "1:*");

    private final ChangeSet changeSet;
    private final Session session;

    ParsedChangeSet(ChangeSet changeSet, Session session) {
        this.changeSet = changeSet;
        this.session = session;
    }

    /** Whether it is the one of this id and author. */
    public boolean isCalled(String id, String author) {
        return id.strip().equalsIgnoreCase(changeSet.getId().strip())
                && author.strip().equalsIgnoreCase(changeSet.getAuthor().strip());
    }

    /** Its checksums; absent where any would do, and where they cannot be known. */
    public Optional<Sums> sums() {
        List<String> valid =
                changeSet.getValidCheckSums().stream().map(CheckSum::toString).toList();
        if (valid.stream().anyMatch(sum -> ANY.contains(sum.toLowerCase(Locale.ROOT))) || dependsOnTheRun()) {
            return Optional.empty();
        }
        return session.run(() -> {
                    String current = sum(ChecksumVersion.V9);
                    String former = sum(ChecksumVersion.V8);
                    List<String> accepted = new ArrayList<>(valid);
                    accepted.add(former);
                    return new Sums(current, accepted);
                })
                .filter(sums -> !valid.contains(sums.current()));
    }

    /** An update leaves out what is to be done to the SQL in other contexts, and which they are only the update is told. */
    private boolean dependsOnTheRun() {
        return changeSet.getSqlVisitors().stream()
                .anyMatch(visitor -> isGiven(visitor.getContextFilter()) || isGiven(visitor.getLabels()));
    }

    private static boolean isGiven(@Nullable Object expression) {
        return !Objects.toString(expression, "").isBlank();
    }

    /** It keeps the first one it made, whatever version it is then asked for. */
    private String sum(ChecksumVersion version) {
        changeSet.clearCheckSum();
        return Objects.toString(changeSet.generateCheckSum(version));
    }
}
