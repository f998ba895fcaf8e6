package dev.migtrue.config;

import dev.migtrue.config.Form.Choice;
import dev.migtrue.config.Form.ListOf;
import dev.migtrue.config.Form.MapOf;
import dev.migtrue.config.Form.Text;
import dev.migtrue.config.Section.Fields;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.DeclaredAbsence;
import dev.migtrue.model.DeclaredAbsence.Cause;
import dev.migtrue.model.Ignore;
import dev.migtrue.model.Level;
import dev.migtrue.model.Promise;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Every key of the file, declared once. */
final class Grammar {

    private static final Key<String> BASE = Key.optional(
            "base",
            Text.of("the name of a branch", "^[^\\s-]\\S*$"),
            "The branch that work here is merged into. It goes before what CI systems say, and --base before it.");
    private static final Key<Severity> FAIL_ON = Key.optional(
            "failOn",
            Choice.of("a severity", List.of(Severity.values()), Severity::label),
            "The least grave finding that makes a run fail. Without it: error.");
    private static final Key<Promise> PROMISE = Key.optional(
            "promise",
            Choice.of("a promise", List.of(Promise.values()), Promise::label),
            "What is promised of migrations when they are run again: that a run that stopped half way can be taken up"
                    + " again (restartable), that a whole run may come once more and does no harm (re-runnable), or that it"
                    + " leaves everything as it should be whatever others did meanwhile (convergent). Without it:"
                    + " re-runnable, or what the tool stands for.");
    private static final Key<List<DeclaredAbsence>> SQUASHED = absences(
            Cause.SQUASHED,
            "squashed",
            "Applied migrations whose files were put together into another one: that they have no file is then no"
                    + " finding.");
    private static final Key<List<DeclaredAbsence>> FOREIGN = absences(
            Cause.FOREIGN,
            "foreign",
            "Applied migrations that belong to another repository, which works on the same version table.");
    private static final Key<SnapshotSettings> SNAPSHOT = Key.optional(
            "snapshot",
            SnapshotKeys.section(),
            "What 'migtrue snapshot' keeps, and hooks go by where they are told of no database.");
    private static final Key<SchemaSettings> SCHEMA = Key.optional(
            "schema",
            SchemaKeys.section(),
            "How the schemas of databases are compared with what the migrations build.");
    private static final Key<List<String>> ENV_FILES = Key.optional(
            "envFiles",
            new ListOf<>("files", Text.of("the name of a file", "^(?![~/])\\S(.*\\S)?$")),
            "Files with variables, such as .env, relative to the top of the repository: they count where the environment"
                    + " does not say otherwise, the first before the next. Without it: none is read.");
    private static final Text<DatabaseName> DATABASE =
            Text.ofId("a name of letters and digits", "^[A-Za-z0-9][A-Za-z0-9_-]*$", DatabaseName::new);

    private final Vocabulary vocabulary;
    private final Key<SequencedMap<RuleId, Level>> rules;
    private final Key<List<Ignore>> ignore;
    private final Key<SequencedMap<DatabaseName, DatabaseSettings>> databases;
    private final Key<List<SystemSettings>> systems;

    Grammar(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        Choice<RuleId> rule = new Choice<>("the id of a rule", vocabulary.rules());
        this.rules = Key.optional(
                "rules",
                new MapOf<>("rule ids with levels", rule, Choice.of("a level", List.of(Level.values()), Level::label)),
                "How much each rule counts: error, warning, note or off. 'migtrue rules' lists the rules.");
        this.ignore = Key.optional(
                "ignore",
                new ListOf<>("entries", new IgnoreKeys(rule).section()),
                "Findings that the project lives with: each by its rule and its migration, and why.");
        this.databases = Key.optional(
                "databases",
                new MapOf<>("names with settings", DATABASE, new DatabaseKeys(rules).section()),
                "The databases whose version tables are read, by the names that reports use and that --db takes.");
        this.systems = Key.optional(
                "systems",
                new ListOf<>("entries", new SystemKeys(vocabulary).form()),
                "Migration systems, in place of what is detected below their roots. Needed only where detection errs.");
    }

    /** The whole file. */
    Section<Configuration> file() {
        return new Section<>(
                "the file",
                List.of(
                        BASE,
                        FAIL_ON,
                        PROMISE,
                        rules,
                        ignore,
                        SQUASHED,
                        FOREIGN,
                        databases,
                        ENV_FILES,
                        systems,
                        hook(DATABASE),
                        SNAPSHOT,
                        SCHEMA),
                this::read);
    }

    private Optional<Configuration> read(Fields fields) {
        Choice<DatabaseName> named = Choice.of(
                "a database of this file",
                fields.keysIn(databases).stream().map(DatabaseName::new).toList(),
                DatabaseName::value);
        return Optional.of(new Configuration(
                fields.get(BASE),
                fields.get(FAIL_ON),
                fields.get(rules).orElseGet(LinkedHashMap::new),
                fields.get(ignore).orElse(List.of()),
                Stream.of(SQUASHED, FOREIGN)
                        .flatMap(key -> fields.get(key).stream().flatMap(List::stream))
                        .toList(),
                fields.get(databases).orElseGet(LinkedHashMap::new),
                fields.get(systems).orElse(List.of()),
                fields.get(hook(named)).orElse(HookSettings.USUAL),
                fields.get(SNAPSHOT).orElse(SnapshotSettings.USUAL),
                fields.get(SCHEMA).orElse(SchemaSettings.USUAL),
                fields.get(ENV_FILES).orElse(List.of()),
                fields.get(PROMISE),
                Configuration.Place.REPOSITORY));
    }

    private Key<HookSettings> hook(Form<DatabaseName> database) {
        return Key.optional("hook", new HookKeys(vocabulary, database).section(), "What the hooks of git do.");
    }

    private static Key<List<DeclaredAbsence>> absences(Cause cause, String name, String doc) {
        return Key.optional(name, new ListOf<>("entries", new AbsenceKeys(cause, name).section()), doc);
    }
}
