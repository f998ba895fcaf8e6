package dev.migtrue.config;

import dev.migtrue.config.Form.Choice;
import dev.migtrue.config.Form.ListOf;
import dev.migtrue.config.Form.Split;
import dev.migtrue.config.Form.Text;
import dev.migtrue.config.Section.Fields;
import dev.migtrue.model.DescribedTool;
import dev.migtrue.model.Promise;
import dev.migtrue.model.RepoPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * The keys of an entry of {@code systems}.
 *
 * @param known the name of a system that there is
 * @param own the name of one that the project describes
 * @param dialect the SQL that its migrations are written in
 * @param transaction how it commits
 */
record SystemKeys(Key<String> known, Key<String> own, Key<String> dialect, Key<String> transaction) {

    private static final Text<RepoPath> FOLDER = Text.ofId(
            "a folder of the repository, . for its top",
            "^(?!/)(?!.*//)(?!(.*/)?\\.\\.(/|$))\\S(.*\\S)?$",
            text -> RepoPath.TOP.resolve(text).orElse(RepoPath.TOP));

    private static final List<String> LATER = List.of("folders", "placeholders");

    private static final Key<RepoPath> ROOT = Key.required(
            "root",
            FOLDER,
            "The folder in and below which it is used, relative to the top of the repository; . is the top itself.");
    private static final Key<String> VERSION_TABLE = Key.optional(
            "versionTable",
            ToolKeys.TABLE_NAME,
            "The table in which it remembers what it applied, where it is another than detected: table or"
                    + " schema.table.");
    private static final Key<List<RepoPath>> FOLDERS = Key.required(
            "folders",
            new ListOf<>("folders", FOLDER),
            "The folders right in which its migration files lie, relative to the root.");
    private static final Key<DescribedTool> TOOL = Key.required(
            "tool",
            ToolKeys.section(),
            "What a migration tool is like that migtrue does not know by name: one that knows a migration by its file's"
                    + " name.");

    private static final Key<Promise> PROMISE = Key.optional(
            "promise",
            Choice.of("a promise", List.of(Promise.values()), Promise::label),
            "What is promised of its migrations when they are run again, where that is another thing than for the rest.");

    private static final Key<String> REPLAY_COMMAND = Key.optional(
            "replayCommand",
            Text.of("a command for the shell", "^\\S.*$"),
            "What has its migrations run on a database that is thrown away afterwards, to find out which schema they build: alembic"
                    + " upgrade {version}. The database's address is in DATABASE_URL and stands for {url}; {version} stands for"
                    + " the newest applied migration.");

    SystemKeys(Vocabulary vocabulary) {
        this(
                Key.required(
                        "name",
                        Choice.of("a migration system", vocabulary.systems(), Function.identity()),
                        "The migration system: " + String.join(", ", vocabulary.systems()) + "."),
                Key.required(
                        "name",
                        Text.of(
                                "a name in small letters that is none of a known migration system",
                                "^(?!(%s)$)[a-z]+(-[a-z]+)*$".formatted(String.join("|", vocabulary.systems()))),
                        "What you call the tool, in small letters."),
                Key.optional(
                        "dialect",
                        Choice.of("a dialect", vocabulary.dialects(), Function.identity()),
                        "The SQL that its migrations are written in, where that is not found out rightly: "
                                + String.join(", ", vocabulary.dialects()) + "."),
                Key.optional(
                        "transaction",
                        Choice.of("a way to commit", vocabulary.transactions(), Function.identity()),
                        "How it commits, where that is not as the tool usually does: each file in one transaction (file),"
                                + " each statement by itself (statement), or whatever comes before a definition with it"
                                + " (implicit-commit). What a migration itself says comes first."));
    }

    Form<SystemSettings> form() {
        return new Split<>(TOOL, described(), listed());
    }

    private Section<SystemSettings> listed() {
        SequencedMap<String, String> refused = new LinkedHashMap<>();
        LATER.forEach(later -> refused.put(later, "is not supported by this version: leave it out"));
        refused.replace("folders", "is only taken beside 'tool': leave it out");
        return new Section<>(
                "an entry of 'systems'",
                List.of(known, ROOT, VERSION_TABLE, dialect, transaction, PROMISE, REPLAY_COMMAND),
                List.of(),
                refused,
                this::readListed);
    }

    private Section<SystemSettings> described() {
        SequencedMap<String, String> refused = new LinkedHashMap<>();
        refused.put("versionTable", "is 'table' in 'tool' here");
        return new Section<>(
                "an entry of 'systems' with a 'tool'",
                List.of(own, ROOT, FOLDERS, TOOL, dialect, transaction, PROMISE, REPLAY_COMMAND),
                List.of(),
                refused,
                this::readDescribed);
    }

    private Optional<SystemSettings> readListed(Fields fields) {
        Optional<String> system = fields.get(known);
        Optional<RepoPath> root = fields.get(ROOT);
        Optional<String> table = fields.get(VERSION_TABLE);
        Optional<String> writtenIn = fields.get(dialect);
        Optional<String> committing = fields.get(transaction);
        Optional<Promise> promised = fields.get(PROMISE);
        return system.flatMap(called -> root.map(folder -> new SystemSettings(called, folder, table)
                .reading(writtenIn, committing)
                .promising(promised)
                .replayedBy(fields.get(REPLAY_COMMAND))));
    }

    private Optional<SystemSettings> readDescribed(Fields fields) {
        Optional<String> system = fields.get(own);
        Optional<RepoPath> root = fields.get(ROOT);
        Optional<List<RepoPath>> folders = fields.get(FOLDERS);
        Optional<DescribedTool> tool = fields.get(TOOL);
        Optional<String> writtenIn = fields.get(dialect);
        Optional<String> committing = fields.get(transaction);
        Optional<Promise> promised = fields.get(PROMISE);
        return system.flatMap(called ->
                root.flatMap(top -> folders.flatMap(in -> tool.map(described -> new SystemSettings(
                        called,
                        top,
                        Optional.empty(),
                        below(top, in),
                        Optional.of(described),
                        writtenIn,
                        committing,
                        promised,
                        fields.get(REPLAY_COMMAND))))));
    }

    private static List<RepoPath> below(RepoPath root, List<RepoPath> folders) {
        return folders.stream()
                .flatMap(folder -> root.resolve(folder.value()).stream())
                .distinct()
                .toList();
    }
}
