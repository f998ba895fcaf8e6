package dev.migtrue.system.flyway;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Kind;
import dev.migtrue.model.MalformedFile;
import dev.migtrue.model.RepoPath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises file names that are meant as migrations and that Flyway passes over in silence. Only what can hardly be
 * meant otherwise: other files may lie beside migrations.
 */
final class NearMiss {

    private static final Pattern CALLBACK = Pattern.compile("(?:before|after)[A-Z]\\w*|createSchema");
    private static final Pattern STARTS_WITH_NUMBER = Pattern.compile("_?\\d");
    private static final Pattern NUMBER_AND_WORDS = Pattern.compile("(\\d+(?:[._]\\d+)*)[-._ ]+(\\D.*)");
    private static final Pattern VERSION_AND_WORDS = Pattern.compile("([\\d._]*)_+(\\D.*)");
    private static final Pattern ODD_ENDING =
            Pattern.compile("(.+?)\\.(?:sql\\.txt|txt|sq|slq|qsl|sqll)", Pattern.CASE_INSENSITIVE);

    private final RepoPath path;
    private final String name;
    private final Naming naming;
    private final Settings.Strangers treatment;

    private NearMiss(RepoPath path, Settings settings) {
        this.path = path;
        this.name = path.name();
        this.naming = settings.naming();
        this.treatment = settings.strangers();
    }

    /**
     * Why Flyway passes over a file that is meant as a migration; absent when it takes it for one, or when it is
     * something else.
     */
    static Optional<MalformedFile> of(RepoPath path, Settings settings) {
        Naming naming = settings.naming();
        if (naming.parse(path.name()).isPresent() || isCallback(path.name(), naming)) {
            return Optional.empty();
        }
        NearMiss miss = new NearMiss(path, settings);
        return naming.sqlStem(path.name())
                .map(stem -> miss.ofStem(stem).or(miss::refused))
                .orElseGet(miss::ofEnding);
    }

    /** Whether Flyway runs a file at some point of every run, {@code beforeMigrate.sql} or {@code afterEachMigrate__log.sql}. */
    private static boolean isCallback(String name, Naming naming) {
        return naming.sqlStem(name)
                .map(stem -> stem.split(Pattern.quote(naming.separator()), 2)[0])
                .filter(event -> CALLBACK.matcher(event).matches())
                .isPresent();
    }

    /** Told to look at names, Flyway stops at any SQL file that it cannot place. */
    private Optional<MalformedFile> refused() {
        return treatment == Settings.Strangers.REFUSED
                ? malformed("it is named like no migration", "rename it, or move it out of the folder")
                : Optional.empty();
    }

    private Optional<MalformedFile> ofEnding() {
        Matcher matcher = ODD_ENDING.matcher(name);
        String ending = naming.suffixes().getFirst();
        return matcher.matches() && isWhole(matcher.group(1))
                ? malformed("its name does not end in '" + ending + "'", renameTo(matcher.group(1) + ending))
                : Optional.empty();
    }

    private Optional<MalformedFile> ofStem(String stem) {
        String ending = name.substring(stem.length());
        return Stream.of(Kind.VERSIONED, Kind.BASELINE)
                .map(kind -> ofNumbered(kind, stem, ending))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> ofRepeatable(stem, ending))
                .or(() -> ofPrefix(stem, ending))
                .or(() -> ofUndo(stem, ending));
    }

    /** What undoes a migration is named as one. Rightly named it is passed over by the free Flyway, and run by the others. */
    private Optional<MalformedFile> ofUndo(String stem, String ending) {
        String prefix = naming.undo();
        Matcher number = NUMBER_AND_WORDS.matcher(
                !prefix.isEmpty() && stem.startsWith(prefix) ? stem.substring(prefix.length()) : "");
        if (!number.matches()) {
            return Optional.empty();
        }
        String meant =
                prefix + number.group(1) + naming.separator() + number.group(2).replaceFirst("^_+", "");
        return stem.equals(meant)
                ? Optional.empty()
                : malformed(
                        "what undoes a migration is named '" + prefix + "', version, '" + naming.separator()
                                + "', description",
                        renameTo(meant + ending));
    }

    private Optional<MalformedFile> ofNumbered(Kind kind, String stem, String ending) {
        String prefix = naming.prefix(kind);
        if (!stem.startsWith(prefix)) {
            return Optional.empty();
        }
        String rest = stem.substring(prefix.length());
        if (rest.startsWith(naming.separator())) {
            return malformed(
                    "there is no version before '" + naming.separator() + "'",
                    "put a version between '" + prefix + "' and '" + naming.separator() + "'");
        }
        int separator = rest.indexOf(naming.separator());
        if (separator >= 0 && STARTS_WITH_NUMBER.matcher(rest).lookingAt()) {
            return malformed(
                    "'" + rest.substring(0, separator) + "' is not a version",
                    "rename it: a version is made of digits, with dots or single underscores between them");
        }
        Matcher number = NUMBER_AND_WORDS.matcher(rest);
        return number.matches()
                ? malformed(
                        "'" + naming.separator() + "' must stand between version and description",
                        renameTo(prefix + number.group(1) + naming.separator() + number.group(2) + ending))
                : Optional.empty();
    }

    private Optional<MalformedFile> ofRepeatable(String stem, String ending) {
        String prefix = naming.repeatable();
        Matcher rest = VERSION_AND_WORDS.matcher(stem.startsWith(prefix) ? stem.substring(prefix.length()) : "");
        if (!rest.matches()) {
            return Optional.empty();
        }
        String cure = renameTo(prefix + naming.separator() + rest.group(2) + ending);
        if (stem.contains(naming.separator())) {
            return malformed("a repeatable migration has no version", cure);
        }
        return rest.group(1).isEmpty()
                ? malformed("'" + naming.separator() + "' must follow '" + prefix + "'", cure)
                : Optional.empty();
    }

    private Optional<MalformedFile> ofPrefix(String stem, String ending) {
        return Stream.of(Kind.values())
                .map(naming::prefix)
                .filter(prefix -> stem.regionMatches(true, 0, prefix, 0, prefix.length()))
                .filter(prefix -> isWhole(prefix + stem.substring(prefix.length())))
                .findFirst()
                .flatMap(prefix -> malformed(
                        "it must begin with '" + prefix + "', in this case",
                        renameTo(prefix + stem.substring(prefix.length()) + ending)));
    }

    /** Whether Flyway would take this for a migration, and it has the separator that only migrations have. */
    private boolean isWhole(String stem) {
        return stem.contains(naming.separator()) && naming.parseStem(stem).isPresent();
    }

    private static String renameTo(String better) {
        return "rename it to '" + better + "'";
    }

    private Optional<MalformedFile> malformed(String why, String help) {
        String verb =
                treatment == Settings.Strangers.REFUSED && naming.sqlStem(name).isPresent() ? "refuses" : "ignores";
        return Optional.of(new MalformedFile(FileSpan.of(path), "flyway %s '%s': %s".formatted(verb, name, why), help));
    }
}
