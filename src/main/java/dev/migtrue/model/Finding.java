package dev.migtrue.model;

import java.util.List;
import java.util.Optional;

/**
 * What a rule says. Its severity is not the rule's business.
 *
 * @param migration the migration it is about; absent where it is about none in particular
 * @param message what is wrong: lower case, no full stop, quotes the offending value
 * @param help what to do about it
 */
public record Finding(
        RuleId rule,
        Optional<MigrationId> migration,
        Location at,
        String message,
        String help,
        List<Related> related,
        Optional<Fix> fix) {

    public Finding {
        related = List.copyOf(related);
    }

    /** A finding about a migration where it stands in a file. */
    public static Finding of(RuleId rule, Migration migration, String message, String help) {
        return about(rule, migration.id(), new Location.InFile(migration.at()), message, help);
    }

    /** A finding about a migration at any place. */
    public static Finding about(RuleId rule, MigrationId migration, Location at, String message, String help) {
        return new Finding(rule, Optional.of(migration), at, message, help, List.of(), Optional.empty());
    }

    /** A finding about a file that is no migration. */
    public static Finding inFile(RuleId rule, FileSpan at, String message, String help) {
        return new Finding(rule, Optional.empty(), new Location.InFile(at), message, help, List.of(), Optional.empty());
    }

    /** The file that it points into; absent where it points elsewhere. */
    public Optional<RepoPath> file() {
        return at instanceof Location.InFile place ? Optional.of(place.at().path()) : Optional.empty();
    }

    /** This finding in other words. */
    public Finding withMessage(String words) {
        return new Finding(rule, migration, at, words, help, related, fix);
    }

    /** This finding with other words about what to do. */
    public Finding withHelp(String words) {
        return new Finding(rule, migration, at, message, words, related, fix);
    }

    /** This finding with a cure. */
    public Finding withFix(Fix cure) {
        return new Finding(rule, migration, at, message, help, related, Optional.of(cure));
    }

    /** The cure; absent where there is none, or where it is no command. */
    public Optional<Fix.Command> command() {
        return fix.flatMap(cure -> cure instanceof Fix.Command found ? Optional.of(found) : Optional.empty());
    }

    /** The cure; absent where there is none, or where it is not other words in a file. */
    public Optional<Fix.Edits> edits() {
        return fix.flatMap(cure -> cure instanceof Fix.Edits found ? Optional.of(found) : Optional.empty());
    }

    /** This finding without a cure. */
    public Finding withoutFix() {
        return new Finding(rule, migration, at, message, help, related, Optional.empty());
    }

    /** This finding with further places. */
    public Finding withRelated(List<Related> places) {
        return new Finding(rule, migration, at, message, help, places, fix);
    }
}
