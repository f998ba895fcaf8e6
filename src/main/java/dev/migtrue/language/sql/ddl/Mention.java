package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Place;

/** A name where it stands. */
public record Mention(Name name, Place place) {

    @Override
    public String toString() {
        return name.toString();
    }
}
