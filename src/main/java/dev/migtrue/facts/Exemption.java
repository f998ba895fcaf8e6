package dev.migtrue.facts;

import dev.migtrue.language.schema.IgnoredObjects;

/**
 * Objects that are compared with nothing, because somebody else looks after them.
 *
 * @param reason completes "left out: …"; lower case where it starts with a word, no full stop
 */
public record Exemption(IgnoredObjects objects, String reason) {}
