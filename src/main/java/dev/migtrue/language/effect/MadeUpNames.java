package dev.migtrue.language.effect;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.sql.Dialect;
import java.util.regex.Pattern;

/** How the names look that servers make up for keys, checks and indexes. */
final class MadeUpNames {

    private static final Pattern OF_POSTGRESQL = Pattern.compile("\\w+_(?:check|key|fkey|pkey|idx|excl|not_null)\\d*");

    private MadeUpNames() {}

    /** Whether nobody need have written the name of an object. */
    static boolean mayBe(ObjectId id, Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> OF_POSTGRESQL.matcher(id.name()).matches();
            // What it consists of, or the column that it is for.
            case H2 -> id.name().startsWith("(") || id.name().equals("PRIMARY");
            case MYSQL, MARIADB, SQLITE, SQL_SERVER, ORACLE, ANSI -> true;
        };
    }
}
