package dev.migtrue.config;

import dev.migtrue.config.Form.Choice;
import dev.migtrue.config.Form.ListOf;
import dev.migtrue.config.Form.Text;
import dev.migtrue.config.SchemaSettings.Ignored;
import dev.migtrue.config.Section.Fields;
import java.util.List;
import java.util.Optional;

/** The keys of {@code schema}. */
final class SchemaKeys {

    private static final Key<String> FILE = Key.optional(
            "file",
            Text.of("the name of a file", "^(?!.*://)\\S(.*\\S)?$"),
            "Where 'migtrue snapshot --schema' keeps the schema that databases should have, relative to the top of the"
                    + " repository. Without it: migtrue.schema.");
    private static final Key<List<String>> ROADS = Key.optional(
            "roads",
            new ListOf<>("roads", Choice.of("a road", List.of("replay", "snapshot", "symbolic"), road -> road)),
            "How it is found out what databases should be made of: by running the migrations on a throw-away database (replay), from"
                    + " the schema that was kept (snapshot), or from the texts of the migrations (symbolic). Without it: the first of these"
                    + " that leads there.");
    private static final Key<String> OBJECTS = Key.required(
            "objects",
            Text.of("the name of an object, with * for any characters", "^\\S(.*\\S)?$"),
            "What it is called as findings say it, with or without its kind: public.audit_*, index public.people.tmp_*. With a table or a"
                    + " schema goes what is in it.");
    private static final Key<String> REASON = Key.required("reason", Text.of("a reason", "\\S"), "Why.");
    private static final Key<List<Ignored>> IGNORE = Key.optional(
            "ignore",
            new ListOf<>(
                    "entries",
                    new Section<>("an entry of 'schema: ignore'", List.of(OBJECTS, REASON), SchemaKeys::ignored)),
            "Objects of databases that others look after: they are compared with nothing, and reports say so.");

    private SchemaKeys() {}

    static Section<SchemaSettings> section() {
        return new Section<>("'schema'", List.of(FILE, ROADS, IGNORE), SchemaKeys::read);
    }

    private static Optional<SchemaSettings> read(Fields fields) {
        return Optional.of(new SchemaSettings(
                fields.get(FILE),
                fields.get(ROADS).orElse(List.of()),
                fields.get(IGNORE).orElse(List.of())));
    }

    private static Optional<Ignored> ignored(Fields fields) {
        Optional<String> objects = fields.get(OBJECTS);
        Optional<String> reason = fields.get(REASON);
        return objects.flatMap(named -> reason.map(why -> new Ignored(named, why.strip())));
    }
}
