package dev.migtrue.report.draft;

import dev.migtrue.language.schema.ObjectKind;
import java.util.Map;
import java.util.Set;

/** Writes no statements: says what is there in the words of the catalogue. */
final class WordsOnly implements Scribe {

    @Override
    public Map<ObjectKind, Wording> wordings() {
        return Map.of();
    }

    @Override
    public Set<ObjectKind> inTables() {
        return Set.of();
    }
}
