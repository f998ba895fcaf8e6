package dev.migtrue.config;

import dev.migtrue.config.Form.Choice;
import dev.migtrue.config.Form.ListOf;
import dev.migtrue.config.Section.Fields;
import dev.migtrue.model.DatabaseName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The keys of {@code hook}. */
record HookKeys(Key<List<String>> stages, Key<List<DatabaseName>> databases) {

    /** @param database what may be named as a database */
    HookKeys(Vocabulary vocabulary, Form<DatabaseName> database) {
        this(
                Key.optional(
                        "stages",
                        new ListOf<>("hooks", Choice.of("a hook", vocabulary.stages(), Function.identity())),
                        "The hooks that 'migtrue hook install' installs when none is named. Without it: all of them."),
                Key.optional(
                        "databases",
                        new ListOf<>("databases", database),
                        "The databases of this file that are looked at before a commit. Without it: none."));
    }

    Section<HookSettings> section() {
        return new Section<>("'hook'", List.of(stages, databases), this::read);
    }

    private Optional<HookSettings> read(Fields fields) {
        return Optional.of(
                new HookSettings(fields.get(stages), fields.get(databases).orElse(List.of())));
    }
}
