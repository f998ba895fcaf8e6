package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import java.util.regex.Pattern;

/** How servers keep passwords: most with something that chance adds, so that the same one is kept otherwise each time. */
final class Passwords {

    /** One that was made so before is kept as it is. */
    private static final Pattern PLAIN = Pattern.compile("(?i)\\bPASSWORD '(?!md5[0-9a-f]{32}'|SCRAM-SHA-256\\$)");

    private final Engine engine;

    Passwords(Engine engine) {
        this.engine = engine;
    }

    /** What is kept of a clause that sets something on an object. */
    String kept(Key key, String clause) {
        boolean isSalting = engine.dialect() == Dialect.POSTGRESQL;
        boolean isNew =
                isSalting && key.space() == Space.ROLE && PLAIN.matcher(clause).find();
        return isNew ? clause + " " + engine.newValue() : clause;
    }
}
