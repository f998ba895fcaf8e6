package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Place;
import java.util.Optional;

/**
 * Code that a statement carries.
 *
 * @param code where it stands, quotes left out
 * @param isEscaped whether it stands in a string in which it is written otherwise than it runs
 * @param language as written, in lower case
 */
public record Body(Place code, boolean isEscaped, Optional<String> language) {}
