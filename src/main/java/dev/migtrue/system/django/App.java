package dev.migtrue.system.django;

import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An app of a project.
 *
 * @param label what migrations and the version table call it
 * @param folder where its migrations lie, or would lie if it had some
 * @param isOff whether the settings tell Django to pass over its migrations
 */
record App(String label, RepoPath folder, boolean isOff) {

    /** An app whose migrations run. */
    App(String label, RepoPath folder) {
        this(label, folder, false);
    }

    /** This app, passed over. */
    App off() {
        return new App(label, folder, true);
    }

    private static final Pattern NUMBER = Pattern.compile("^[^.]*\\.(\\d+)_");

    /** What migtrue calls a migration: as Django does in its own messages. */
    static MigrationId id(String label, String name) {
        return new MigrationId(label + "." + name);
    }

    /** Whether a migration has a lower number than every file of its app; never where one has no number. */
    static boolean isBeforeAll(MigrationId id, History widest) {
        List<Optional<BigInteger>> numbers = widest.migrations().stream()
                .map(Migration::id)
                .filter(other -> label(other).equals(label(id)))
                .map(App::number)
                .toList();
        return !numbers.isEmpty()
                && numbers.stream()
                        .allMatch(number -> number.filter(other -> number(id)
                                        .filter(own -> own.compareTo(other) < 0)
                                        .isPresent())
                                .isPresent());
    }

    private static String label(MigrationId id) {
        return id.value().substring(0, id.value().indexOf('.'));
    }

    private static Optional<BigInteger> number(MigrationId id) {
        Matcher matcher = NUMBER.matcher(id.value());
        return matcher.find() ? Optional.of(new BigInteger(matcher.group(1))) : Optional.empty();
    }
}
