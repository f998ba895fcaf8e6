package dev.migtrue.report.draft;

import dev.migtrue.language.schema.SchemaObject;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a dialect writes the objects of one kind.
 *
 * @param said the properties that the statement says which makes one
 * @param made what makes one; the second argument is its parts, of kinds that are made with their table
 * @param dropped the statements that drop one; none where nothing plain does
 * @param renewal what becomes of one that is there, where no statement alters just what differs
 */
record Wording(
        Set<String> said,
        BiFunction<SchemaObject, List<SchemaObject>, Step> made,
        Function<SchemaObject, List<String>> dropped,
        Renewal renewal) {

    /** What making an object anew means for the one that is there. */
    enum Renewal {
        /** The statement that makes one takes the place of what is there. */
        REPLACES,
        /** What is there is to be dropped first, and nothing is lost but time: a person decides. */
        AFTER_DROP,
        /** What it holds would be lost. */
        DESTROYS
    }

    Wording {
        said = Set.copyOf(said);
    }

    /** One that has no parts. */
    static Wording of(
            Renewal renewal,
            Function<SchemaObject, Step> made,
            Function<SchemaObject, String> dropped,
            String... said) {
        return new Wording(
                Set.of(said), (object, parts) -> made.apply(object), object -> List.of(dropped.apply(object)), renewal);
    }
}
