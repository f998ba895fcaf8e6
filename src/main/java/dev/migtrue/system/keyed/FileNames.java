package dev.migtrue.system.keyed;

import dev.migtrue.model.DescribedTool.KeyKind;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the migration files of one tool are named.
 *
 * @param unit what one migration is, and so what its name is
 * @param endings what such a name may end in: a quick first look, asked of every file in the repository
 * @param pattern matches the whole name; its group {@code key} is what the tool knows the migration by, its group {@code words},
 *     where it has one, the description
 * @param key what decides whether two keys are one and which comes first
 * @param slip a name that is meant as one of these and is none; absent where nobody can tell such names
 */
record FileNames(Unit unit, List<String> endings, Pattern pattern, KeyKind key, Optional<Slip> slip) {

    private static final String NUMBER_SET_OFF = "(?<key>[0-9]+)_";

    /**
     * A name that the tool does not take for a migration although it is meant as one. Where the tool has a {@link Signs#mark mark}, only a file
     * that bears it is meant so.
     *
     * @param pattern matches the whole name; what {@link FileNames#pattern} matches too is none
     * @param reaction what the tool does about it: {@code goose refuses to run}
     * @param rule what a name must be like: {@code a number must stand before the first '_'}
     * @param example a name that is right
     */
    record Slip(Pattern pattern, String reaction, String rule, String example) {

        boolean fits(String fileName) {
            return pattern.matcher(fileName).matches();
        }
    }

    /** What one migration is. */
    enum Unit {
        /** A file, with a name of its own. */
        FILE,
        /** A folder around one file that is always called the same: both make the name, {@code 0_init/migration.sql}. */
        FOLDER
    }

    /** What the name of a migration says. */
    record Parsed(String name, MigrationId id, String words) {}

    FileNames {
        endings = List.copyOf(endings);
    }

    /** Migrations that are files. */
    FileNames(List<String> endings, Pattern pattern, KeyKind key, Optional<Slip> slip) {
        this(Unit.FILE, endings, pattern, key, slip);
    }

    /** The folder in which a migration lies with the others. */
    RepoPath home(RepoPath path) {
        RepoPath folder = path.parent().orElse(RepoPath.TOP);
        return switch (unit) {
            case FILE -> folder;
            case FOLDER -> folder.parent().orElse(RepoPath.TOP);
        };
    }

    private String name(RepoPath path) {
        return switch (unit) {
            case FILE -> path.name();
            case FOLDER -> path.parent().map(folder -> folder.name() + "/").orElse("") + path.name();
        };
    }

    /** The order in which the tool goes through its files. */
    Comparator<Parsed> order() {
        Comparator<Parsed> byName = Comparator.comparing(Parsed::name);
        return switch (key) {
            case NUMBER ->
                Comparator.comparing((Parsed file) -> new BigInteger(file.id().value()))
                        .thenComparing(byName);
            case TEXT -> byName;
        };
    }

    /** What a file's place and name say; absent where the tool does not take the file for a migration. */
    Optional<Parsed> parse(RepoPath path) {
        if (!mayBe(path)) {
            return Optional.empty();
        }
        String name = name(path);
        Matcher matcher = pattern.matcher(new Bounded(name));
        return matcher.matches() && matcher.group("key") != null
                ? id(matcher.group("key")).map(id -> new Parsed(name, id, words(matcher)))
                : Optional.empty();
    }

    /** Whether a file's name ends as those of migrations do. */
    private boolean mayBe(RepoPath path) {
        // Asked of every file in the repository, and for every tool.
        for (String ending : endings) {
            if (path.value().endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** The paths of files that may be migrations, as patterns: of a number that comes first and is set off, its last digit is seen. */
    Set<String> telling() {
        String start = pattern.pattern().startsWith(NUMBER_SET_OFF) ? "*[0-9]_*" : "*";
        return endings.stream().map(ending -> start + ending).collect(Collectors.toSet());
    }

    /** The id that a key in a file name or in a row stands for; absent where it is no key. */
    Optional<MigrationId> id(String text) {
        return switch (key) {
            case NUMBER -> number(text).map(number -> new MigrationId(number.toString()));
            case TEXT -> text.isBlank() ? Optional.empty() : Optional.of(new MigrationId(text));
        };
    }

    /** Whether {@code first} comes before {@code second}, by their keys alone. */
    boolean isBefore(MigrationId first, MigrationId second) {
        return switch (key) {
            case NUMBER -> new BigInteger(first.value()).compareTo(new BigInteger(second.value())) < 0;
            case TEXT -> first.value().compareTo(second.value()) < 0;
        };
    }

    private static Optional<BigInteger> number(String text) {
        boolean isNumber = !text.isEmpty() && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isNumber ? Optional.of(new BigInteger(text)) : Optional.empty();
    }

    private String words(Matcher matcher) {
        return Optional.ofNullable(pattern.namedGroups().get("words"))
                .map(matcher::group)
                .map(words -> words.replace('_', ' ').strip())
                .orElse("");
    }
}
