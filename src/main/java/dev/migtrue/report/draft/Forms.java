package dev.migtrue.report.draft;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of a project's tool, and how its next migration would be called. */
final class Forms {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** A number with as many digits is a time. */
    private static final int DIGITS_OF_TIMES = 8;

    private final Facts facts;
    private final String stamp;

    /** @param stamp the time of the run: {@code 20260131120000} */
    Forms(Facts facts, String stamp) {
        this.facts = facts;
        this.stamp = stamp;
    }

    Form form() {
        return switch (facts.project().system()) {
            case "flyway" -> SqlForm.plain("V" + next() + "__catch_up.sql");
            case "liquibase" -> SqlForm.liquibase(stamp);
            case "alembic" -> new AlembicForm(stamp, heads());
            case "goose" -> SqlForm.goose(next() + "_catch_up.sql");
            case "dbmate" -> SqlForm.dbmate(next() + "_catch_up.sql");
            case "golang-migrate" -> SqlForm.plain(next() + "_catch_up.up.sql");
            default -> SqlForm.plain("catch_up.sql");
        };
    }

    private List<Migration> migrations() {
        return Optional.ofNullable(facts.histories().firstEntry())
                .map(entry -> entry.getValue())
                .map(History::migrations)
                .orElse(List.of());
    }

    /** The number after the last, with as many digits as its file has; a time where the last is one, or there is none. */
    private String next() {
        return migrations().stream()
                .flatMap(migration -> number(migration).stream())
                .max(Comparator.comparing(BigInteger::new))
                .filter(last -> last.length() < DIGITS_OF_TIMES)
                .map(last -> {
                    String next = new BigInteger(last).add(BigInteger.ONE).toString();
                    return "0".repeat(Math.max(0, last.length() - next.length())) + next;
                })
                .orElse(stamp);
    }

    /** The number of a migration as the name of its file has it; absent where it has none. */
    private static Optional<String> number(Migration migration) {
        Matcher written = NUMBER.matcher(migration.at().path().name());
        String id = migration.id().value();
        return NUMBER.matcher(id).matches()
                        && written.find()
                        && new BigInteger(written.group()).equals(new BigInteger(id))
                ? Optional.of(written.group())
                : Optional.empty();
    }

    private List<MigrationId> heads() {
        Set<MigrationId> parents = new HashSet<>();
        migrations().forEach(migration -> parents.addAll(migration.after()));
        return migrations().stream()
                .map(Migration::id)
                .filter(id -> !parents.contains(id))
                .distinct()
                .toList();
    }
}
