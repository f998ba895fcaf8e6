package dev.migtrue.config;

import dev.migtrue.config.Form.Choice;
import dev.migtrue.config.Form.Text;
import dev.migtrue.config.Section.Fields;
import dev.migtrue.model.RepoPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/** The keys of an entry of {@code systems}. */
record SystemKeys(Key<String> name) {

    private static final List<String> LATER =
            List.of("folders", "dialect", "transaction", "placeholders", "replayCommand");

    private static final Key<RepoPath> ROOT = Key.required(
            "root",
            Text.ofId(
                    "a folder of the repository, . for its top",
                    "^(?!/)(?!.*//)(?!(.*/)?\\.\\.(/|$))\\S(.*\\S)?$",
                    text -> RepoPath.TOP.resolve(text).orElse(RepoPath.TOP)),
            "The folder in and below which it is used, relative to the top of the repository; . is the top itself.");
    private static final Key<String> VERSION_TABLE = Key.optional(
            "versionTable",
            Text.of("the name of a table", "^[^\\s.]+(\\.[^\\s.]+)?$"),
            "The table in which it remembers what it applied, where it is another than detected: table or"
                    + " schema.table.");

    SystemKeys(Vocabulary vocabulary) {
        this(Key.required(
                "name",
                Choice.of("a migration system", vocabulary.systems(), Function.identity()),
                "The migration system: " + String.join(", ", vocabulary.systems()) + "."));
    }

    Section<SystemSettings> section() {
        SequencedMap<String, String> refused = new LinkedHashMap<>();
        LATER.forEach(later -> refused.put(later, "is not supported by this version: leave it out"));
        return new Section<>(
                "an entry of 'systems'", List.of(name, ROOT, VERSION_TABLE), List.of(), refused, this::read);
    }

    private Optional<SystemSettings> read(Fields fields) {
        Optional<String> system = fields.get(name);
        Optional<RepoPath> root = fields.get(ROOT);
        Optional<String> table = fields.get(VERSION_TABLE);
        return system.flatMap(called -> root.map(folder -> new SystemSettings(called, folder, table)));
    }
}
