package dev.migtrue.system.flyway;

import dev.migtrue.model.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the migration files of one Flyway are named. Prefixes are read with regard to case, suffixes without.
 *
 * @param versioned the prefix of versioned migrations; may be empty
 * @param undo the prefix of what takes migrations back, which only the Flyway that is paid for ever runs
 * @param suffixes the endings of SQL migrations, the dot included
 */
record Naming(
        String versioned, String repeatable, String baseline, String undo, String separator, List<String> suffixes) {

    /** What Flyway does unless told otherwise. */
    static final Naming DEFAULT = new Naming("V", "R", "B", "U", "__", List.of(".sql"));

    private static final List<String> SCRIPTS = List.of(".cmd", ".bat", ".ps1", ".py", ".sh", ".bash");
    /** What the names of classes end in. */
    static final List<String> CLASSES = List.of(".java", ".kt", ".groovy", ".scala");

    Naming {
        suffixes = List.copyOf(suffixes);
    }

    /**
     * What the name of a file in a migration folder says; absent where Flyway does not take the file for a migration.
     */
    Optional<ScriptName> parse(String fileName) {
        return sql(fileName).or(() -> script(fileName)).or(() -> javaClass(fileName));
    }

    /** As {@link #parse}, of SQL files only. */
    Optional<ScriptName> sql(String fileName) {
        return stem(fileName, suffixes).flatMap(this::parseStem);
    }

    /** Whether the name is like that of a shell or Python script, which has its own placeholders. */
    static boolean isScript(String fileName) {
        return isBare(fileName) || stem(fileName, SCRIPTS).isPresent();
    }

    /** Whether the name has no ending. Except on Windows, Flyway runs such files too. */
    private static boolean isBare(String fileName) {
        return fileName.indexOf('.') < 0;
    }

    /** Whether the name ends like that of a class, of which Flyway keeps no checksum. */
    static boolean isClass(String fileName) {
        return stem(fileName, CLASSES).isPresent();
    }

    /** The name of an SQL file without its ending. */
    Optional<String> sqlStem(String fileName) {
        return stem(fileName, suffixes);
    }

    /** What a file's name without its ending says; the longest prefix that fits is the one that counts. */
    Optional<ScriptName> parseStem(String stem) {
        return Stream.of(Kind.VERSIONED, Kind.REPEATABLE, Kind.BASELINE, Kind.UNDO)
                .filter(kind -> stem.startsWith(prefix(kind)))
                .max(Comparator.comparing(kind -> prefix(kind).length()))
                .flatMap(kind -> parse(kind, stem.substring(prefix(kind).length())));
    }

    String prefix(Kind kind) {
        return switch (kind) {
            case VERSIONED -> versioned;
            case REPEATABLE -> repeatable;
            case BASELINE -> baseline;
            case UNDO -> undo;
        };
    }

    private Optional<ScriptName> script(String fileName) {
        return stem(fileName, SCRIPTS)
                .or(() -> Optional.of(fileName).filter(name -> isBare(name) && name.contains(separator)))
                .flatMap(this::parseStem);
    }

    /**
     * Class names follow the default rules, whatever is configured for SQL; {@code R.java} and {@code V2.java} are just
     * classes.
     */
    private static Optional<ScriptName> javaClass(String fileName) {
        return stem(fileName, CLASSES)
                .filter(stem -> stem.contains(DEFAULT.separator))
                .flatMap(DEFAULT::parseStem);
    }

    private Optional<ScriptName> parse(Kind kind, String rest) {
        int at = rest.indexOf(separator);
        String version = at < 0 ? rest : rest.substring(0, at);
        String description =
                at < 0 ? "" : rest.substring(at + separator.length()).replace('_', ' ');
        return switch (kind) {
            case VERSIONED -> Version.parse(version).map(number -> new ScriptName.Versioned(number, description));
            case BASELINE -> Version.parse(version).map(number -> new ScriptName.Baseline(number, description));
            case UNDO -> Version.parse(version).map(number -> new ScriptName.Undo(number, description));
            case REPEATABLE ->
                version.isEmpty() ? Optional.of(new ScriptName.Repeatable(description)) : Optional.empty();
        };
    }

    private static Optional<String> stem(String fileName, List<String> suffixes) {
        // Asked of every file in the repository.
        for (String suffix : suffixes) {
            if (endsWith(fileName, suffix)) {
                return Optional.of(fileName.substring(0, fileName.length() - suffix.length()));
            }
        }
        return Optional.empty();
    }

    private static boolean endsWith(String fileName, String suffix) {
        return fileName.regionMatches(true, fileName.length() - suffix.length(), suffix, 0, suffix.length());
    }
}
