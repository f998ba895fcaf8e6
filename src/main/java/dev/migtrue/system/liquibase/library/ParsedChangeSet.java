package dev.migtrue.system.liquibase.library;

import dev.migtrue.model.GeneratedSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import liquibase.ChecksumVersion;
import liquibase.Scope;
import liquibase.change.ChangeFactory;
import liquibase.change.CheckSum;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/** A changeset as Liquibase parsed it. */
public final class ParsedChangeSet {

    private static final Set<String> ANY = Set.of("1:any", "1:all", "1:*");

    private final ChangeSet changeSet;
    private final Session session;
    private final Runnable enter;

    /** @param enter goes back to its changelog, whose own values are to be filled in */
    ParsedChangeSet(ChangeSet changeSet, Session session, Runnable enter) {
        this.changeSet = changeSet;
        this.session = session;
        this.enter = enter;
    }

    /** Whether it is the one of this id and author. */
    public boolean isCalled(String id, String author) {
        return id.strip().equalsIgnoreCase(changeSet.getId().strip())
                && author.strip().equalsIgnoreCase(changeSet.getAuthor().strip());
    }

    /** Whether it is made of these changes only, as the changelog calls them, and Liquibase knows what each of them is. */
    public boolean isMadeOf(Set<String> changes) {
        return session.run(() -> Scope.getCurrentScope()
                                .getSingleton(ChangeFactory.class)
                                .getDefinedChanges()
                                .containsAll(changes))
                        .orElse(false)
                && changeSet.getChanges().stream().noneMatch(CustomChangeWrapper.class::isInstance);
    }

    /** Its checksums; absent where any would do, and where they cannot be known. */
    public Optional<Sums> sums() {
        List<String> valid =
                changeSet.getValidCheckSums().stream().map(CheckSum::toString).toList();
        if (valid.stream().anyMatch(sum -> ANY.contains(sum.toLowerCase(Locale.ROOT))) || dependsOnTheRun()) {
            return Optional.empty();
        }
        enter.run();
        return session.run(() -> {
                    String current = sum(ChecksumVersion.V9);
                    String former = sum(ChecksumVersion.V8);
                    List<String> accepted = new ArrayList<>(valid);
                    accepted.add(former);
                    return new Sums(current, accepted);
                })
                .filter(sums -> !valid.contains(sums.current()));
    }

    /** The SQL that an update would run for it on the kind of database that it was parsed for. */
    public GeneratedSql sql(String dialect) {
        if (dependsOnTheRun()) {
            return new GeneratedSql.NotGenerated("how it modifies SQL depends on the contexts of the run");
        }
        enter.run();
        return session.withoutServer(dialect)
                .flatMap(offline -> offline.run(() -> new SqlWriter(changeSet, offline.database()).write(dialect)))
                .orElseGet(() -> new GeneratedSql.NotGenerated("liquibase gives up without a database"));
    }

    /** Runs it where it belongs, and takes down that it was run. */
    void run(Database connected) throws LiquibaseException {
        if (dependsOnTheRun()) {
            throw new LiquibaseException("how it modifies SQL depends on the contexts of the run");
        }
        enter.run();
        session.within(connected, () -> {
            ChangeSet.ExecType end = changeSet.execute(changeSet.getChangeLog(), connected);
            connected.markChangeSetExecStatus(changeSet, end);
            connected.commit();
        });
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
