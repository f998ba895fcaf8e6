package dev.migtrue.config;

import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.DatabaseRole;
import dev.migtrue.model.DeclaredAbsence;
import dev.migtrue.model.Ignore;
import dev.migtrue.model.Level;
import dev.migtrue.model.Promise;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.RuleLevels;
import dev.migtrue.model.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a project says about its migrations. What it does not say is absent, or empty.
 *
 * @param base the branch to be merged into
 * @param failOn the least grave finding that makes a run fail
 * @param rules how much rules count, for all databases
 * @param databases in the order in which they are shown
 * @param absences applied migrations that have no file on purpose
 * @param variableFiles the files that hold variables beside those of the environment, the first before the next
 * @param promise what is promised of migrations when they are run again
 * @param place where it stands
 */
public record Configuration(
        Optional<String> base,
        Optional<Severity> failOn,
        SequencedMap<RuleId, Level> rules,
        List<Ignore> ignores,
        List<DeclaredAbsence> absences,
        SequencedMap<DatabaseName, DatabaseSettings> databases,
        List<SystemSettings> systems,
        HookSettings hook,
        SnapshotSettings snapshot,
        SchemaSettings schema,
        List<String> variableFiles,
        Optional<Promise> promise,
        Place place) {

    /** Where a configuration stands. */
    public enum Place {
        /** In the repository: a clone brings it along. */
        REPOSITORY,
        /** Elsewhere: the user chose it, and answers for what it has run. */
        OUTSIDE
    }

    /** The configuration of a project that says nothing. */
    public static final Configuration NONE = new Configuration(
            Optional.empty(),
            Optional.empty(),
            new LinkedHashMap<>(),
            List.of(),
            List.of(),
            new LinkedHashMap<>(),
            List.of(),
            HookSettings.USUAL,
            SnapshotSettings.USUAL,
            SchemaSettings.USUAL,
            List.of(),
            Optional.empty(),
            Place.REPOSITORY);

    public Configuration {
        rules = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rules));
        ignores = List.copyOf(ignores);
        absences = List.copyOf(absences);
        databases = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(databases));
        systems = List.copyOf(systems);
        variableFiles = List.copyOf(variableFiles);
    }

    /** The same, found outside of the repository. */
    public Configuration outside() {
        return new Configuration(
                base,
                failOn,
                rules,
                ignores,
                absences,
                databases,
                systems,
                hook,
                snapshot,
                schema,
                variableFiles,
                promise,
                Place.OUTSIDE);
    }

    /** How much each rule counts, for which database. */
    public RuleLevels levels() {
        Map<DatabaseName, Map<RuleId, Level>> own = new LinkedHashMap<>();
        Map<DatabaseName, DatabaseRole> roles = new LinkedHashMap<>();
        databases.forEach((name, settings) -> {
            own.put(name, settings.rules());
            settings.role().ifPresent(role -> roles.put(name, role));
        });
        return new RuleLevels(rules, own, roles, promise);
    }
}
