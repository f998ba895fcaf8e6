package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Place;

/** The text that a string stands for. */
public record Label(String value, Place place) {}
