package dev.migtrue.report.draft;

import dev.migtrue.language.schema.SchemaObject;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A statement about an object that grows clause by clause; a clause is there where the object has the property. */
final class Phrase {

    private final SchemaObject object;
    private final StringBuilder sql;

    Phrase(SchemaObject object, String start) {
        this.object = object;
        this.sql = new StringBuilder(start);
    }

    /** Says what follows from a property, if the object has it. */
    Phrase with(String property, UnaryOperator<String> clause) {
        Optional.ofNullable(object.properties().get(property))
                .map(clause)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> sql.append(' ').append(text));
        return this;
    }

    /** Says a property behind these words, if the object has it. */
    Phrase with(String property, String words) {
        return with(property, value -> words.isEmpty() ? value : words + " " + value);
    }

    /** Says this word if a property has this value. */
    Phrase where(String property, String value, String words) {
        return with(property, actual -> actual.equals(value) ? words : "");
    }

    Phrase then(String words) {
        sql.append(' ').append(words);
        return this;
    }

    @Override
    public String toString() {
        return sql.toString();
    }
}
