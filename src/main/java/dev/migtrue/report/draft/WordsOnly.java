package dev.migtrue.report.draft;

import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes no statements: says what is there in the words of the catalogue. */
final class WordsOnly implements Scribe {

    @Override
    public Set<ObjectKind> inTables() {
        return Set.of();
    }

    @Override
    public List<Step> made(SchemaObject object, List<SchemaObject> parts) {
        return List.of(Words.made(object));
    }

    @Override
    public List<Step> settled(SchemaObject object) {
        return List.of();
    }

    @Override
    public Optional<String> dropped(SchemaObject object) {
        return Optional.empty();
    }

    @Override
    public List<Step> changed(Difference.Changed change, Optional<SchemaObject> actual) {
        return List.of(Words.changed(change, List.of()));
    }
}
