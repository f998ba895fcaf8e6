package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.TypeName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads types: {@code varchar(20)}, {@code timestamp with time zone}, {@code int unsigned}, {@code app.money[]}. */
final class TypeReader {

    private static final Set<String> CONTINUED =
            Set.of("PRECISION", "VARYING", "LARGE", "OBJECT", "UNSIGNED", "SIGNED", "ZEROFILL", "ARRAY", "BYTE");

    private static final Set<String> INTERVAL_FIELDS = Set.of("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND", "TO");

    private final Cursor cursor;

    TypeReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The type that comes next; absent where what comes next is no name. */
    Optional<TypeName> read() {
        int start = cursor.at();
        StringBuilder family = new StringBuilder();
        if (cursor.take("SETOF")) {
            family.append("setof ");
        }
        String first = cursor.word();
        if (!word(family)) {
            return Optional.empty();
        }
        while (!cursor.isAtEnd() && goOn(first, family)) {
            // Each round takes at least one token.
        }
        return Optional.of(new TypeName(TypeName.family(family.toString()), cursor.since(start)));
    }

    private boolean word(StringBuilder family) {
        return cursor.name().map(name -> family.append(name.name())).isPresent();
    }

    private boolean goOn(String first, StringBuilder family) {
        if (cursor.isSign('(')) {
            Clause length = cursor.inParentheses();
            if (first.equals("ENUM") || first.equals("SET")) {
                family.append('(').append(length).append(')');
            }
            return true;
        }
        if (cursor.isSign('[')) {
            while (!cursor.isAtEnd() && !cursor.takeSign(']')) {
                cursor.next();
            }
            appendArray(family);
            return true;
        }
        if (cursor.isSign('%')) {
            cursor.next();
            return word(family.append('%'));
        }
        return words(first, family);
    }

    private boolean words(String first, StringBuilder family) {
        if (cursor.isAt("ARRAY")) {
            cursor.next();
            appendArray(family);
            return true;
        }
        boolean isZone = (cursor.isAt("WITH") || cursor.isAt("WITHOUT")) && isTime(first);
        boolean isSecond = (first.equals("NATIONAL")
                        && (cursor.isAt("CHARACTER") || cursor.isAt("CHAR") || cursor.isAt("VARCHAR")))
                || (first.equals("LONG") && (cursor.isAt("RAW") || cursor.isAt("VARCHAR")))
                || (first.equals("INTERVAL") && cursor.isAtAny(INTERVAL_FIELDS))
                || (first.equals("DOUBLE") && cursor.isAt("PRECISION"));
        if (isZone) {
            return cursor.isAt("WITH") ? zone(family, "with") : zone(family, "without");
        }
        boolean isMore = isSecond || cursor.isAtAny(CONTINUED) || isFreeWord();
        if (isMore) {
            family.append(' ').append(cursor.word().toLowerCase(Locale.ROOT));
            cursor.next();
        }
        return isMore;
    }

    private static boolean isTime(String first) {
        return first.equals("TIMESTAMP") || first.equals("TIME");
    }

    private boolean zone(StringBuilder family, String with) {
        int start = cursor.at();
        cursor.next();
        boolean isLocal = cursor.take("LOCAL");
        if (!cursor.take("TIME", "ZONE")) {
            cursor.goTo(start);
            return false;
        }
        family.append(' ').append(with).append(isLocal ? " local" : "").append(" time zone");
        return true;
    }

    /** To SQLite every row of words is a type. */
    private boolean isFreeWord() {
        return cursor.dialect() == Dialect.SQLITE && cursor.isWord() && !cursor.isAtAny(ColumnReader.CONSTRAINT_WORDS);
    }

    private static void appendArray(StringBuilder family) {
        if (family.indexOf("[]") < 0) {
            family.append("[]");
        }
    }
}
