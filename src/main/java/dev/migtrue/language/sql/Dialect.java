package dev.migtrue.language.sql;

import static dev.migtrue.language.sql.Habit.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A flavour of SQL: one row of what its texts look like, how its statements end and what becomes of its names. */
public enum Dialect {
    POSTGRESQL(
            Folding.LOWER_63_BYTES,
            Folding.LOWER_63_BYTES,
            Bodies.ATOMIC,
            DOLLAR_QUOTES,
            DOLLAR_IN_WORDS,
            NESTED_COMMENTS,
            ESCAPE_STRINGS,
            UNICODE_STRINGS,
            STATEMENTS_IN_PARENTHESES,
            BACKSLASH_COMMANDS,
            COPY_DATA),
    MYSQL(
            Folding.AS_WRITTEN,
            Folding.ALL_LOWER,
            Bodies.COMPOUND,
            DOLLAR_IN_WORDS,
            BACKSLASH_ESCAPES,
            BACKTICK_NAMES,
            DOUBLE_QUOTED_STRINGS,
            HASH_COMMENTS,
            SPACED_DASHES,
            CODE_IN_COMMENTS,
            VARIABLES,
            DELIMITER_LINES),
    MARIADB(
            Folding.AS_WRITTEN,
            Folding.ALL_LOWER,
            Bodies.COMPOUND_ANYWHERE,
            DOLLAR_IN_WORDS,
            BACKSLASH_ESCAPES,
            BACKTICK_NAMES,
            DOUBLE_QUOTED_STRINGS,
            HASH_COMMENTS,
            SPACED_DASHES,
            CODE_IN_COMMENTS,
            CODE_IN_M_COMMENTS,
            VARIABLES,
            DELIMITER_LINES),
    SQLITE(
            Folding.ALL_LOWER,
            Folding.ALL_LOWER,
            Bodies.TRIGGERS,
            DOLLAR_IN_WORDS,
            BACKTICK_NAMES,
            BRACKET_NAMES,
            VARIABLES,
            DOT_LINES),
    SQL_SERVER(
            Folding.ALL_LOWER,
            Folding.ALL_LOWER,
            Bodies.BATCH,
            DOLLAR_IN_WORDS,
            NUMBER_SIGN_IN_WORDS,
            NESTED_COMMENTS,
            BRACKET_NAMES,
            VARIABLES,
            GO_LINES),
    ORACLE(
            Folding.UPPER,
            Folding.UPPER,
            Bodies.PLSQL,
            DOLLAR_IN_WORDS,
            NUMBER_SIGN_IN_WORDS,
            Q_QUOTES,
            SLASH_LINES,
            SQLPLUS_LINES),
    H2(
            Folding.UPPER,
            Folding.UPPER,
            Bodies.NONE,
            DOLLAR_QUOTES,
            DOLLAR_IN_WORDS,
            NESTED_COMMENTS,
            UNICODE_STRINGS,
            BACKTICK_NAMES,
            VARIABLES),
    /** The standard, and what no dialect reads otherwise: for scripts of which nobody knows the dialect. */
    ANSI(
            Folding.UPPER,
            Folding.UPPER,
            Bodies.COMPOUND,
            DOLLAR_QUOTES,
            DOLLAR_IN_WORDS,
            NESTED_COMMENTS,
            UNICODE_STRINGS,
            BACKTICK_NAMES,
            DELIMITER_LINES);

    private final Folding names;
    private final Folding columns;
    private final Bodies bodies;

    /** Nobody can change it; of a set the checker cannot know that. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Habit> habits;

    Dialect(Folding names, Folding columns, Bodies bodies, Habit... habits) {
        this.names = names;
        this.columns = columns;
        this.bodies = bodies;
        EnumSet<Habit> all = EnumSet.noneOf(Habit.class);
        Collections.addAll(all, habits);
        this.habits = Collections.unmodifiableSet(all);
    }

    /** The dialect of a name as users write it: {@code postgresql}, {@code sqlserver} …; absent where none is called so. */
    public static Optional<Dialect> named(String name) {
        for (Dialect dialect : values()) {
            if (dialect.id().equals(name)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    /** What users call it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    public boolean has(Habit habit) {
        return habits.contains(habit);
    }

    /** What becomes of the names of tables, schemas and all that is not a column. */
    public Folding names() {
        return names;
    }

    /** What becomes of the names of columns. */
    public Folding columns() {
        return columns;
    }

    Bodies bodies() {
        return bodies;
    }
}
