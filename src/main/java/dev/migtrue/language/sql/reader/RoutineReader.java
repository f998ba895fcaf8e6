package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.TokenKind;
import dev.migtrue.language.sql.ddl.Body;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Signature;
import dev.migtrue.language.sql.ddl.Signature.Mode;
import dev.migtrue.language.sql.ddl.Signature.Parameter;
import dev.migtrue.language.sql.ddl.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads functions, procedures and aggregates past their names. */
final class RoutineReader {

    /** What begins code that no quotes are around. */
    private static final Set<String> CODE = Set.of("BEGIN", "RETURN", "IS", "DECLARE");

    private final Cursor cursor;

    RoutineReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The parameters in parentheses; absent where no parentheses come next. */
    Optional<Signature> signature() {
        if (!cursor.isSign('(')) {
            return Optional.empty();
        }
        int start = cursor.at();
        Cursor inner = cursor.inside(cursor.inParentheses());
        List<Parameter> parameters = new ArrayList<>();
        while (!inner.isAtEnd()) {
            parameter(inner).ifPresent(parameters::add);
            inner.upTo(Set.of());
            inner.next();
        }
        return Optional.of(new Signature(parameters, cursor.since(start)));
    }

    private static Optional<Parameter> parameter(Cursor inner) {
        while (inner.take("ORDER", "BY")) {
            // An aggregate over an ordered set has its types on both sides.
        }
        Optional<Mode> before = mode(inner);
        int start = inner.at();
        Optional<TypeName> alone = new TypeReader(inner).read();
        if (isAtEndOfType(inner)) {
            return alone.map(type -> parameter(inner, before, Optional.empty(), type));
        }
        inner.goTo(start);
        Optional<Mention> name = inner.column();
        Optional<Mode> after = mode(inner);
        return new TypeReader(inner).read().map(type -> parameter(inner, before.or(() -> after), name, type));
    }

    private static Parameter parameter(Cursor inner, Optional<Mode> mode, Optional<Mention> name, TypeName type) {
        boolean hasDefault = inner.take("DEFAULT") || takeAssignment(inner);
        Optional<Clause> standard = hasDefault ? Optional.of(inner.upTo(Set.of())) : Optional.empty();
        return new Parameter(mode.orElse(Mode.IN), name, type, standard);
    }

    private static boolean takeAssignment(Cursor inner) {
        boolean isThere = isAssignment(inner);
        if (isThere) {
            inner.next();
        }
        return isThere;
    }

    private static boolean isAssignment(Cursor inner) {
        return inner.isSign('=')
                || (!inner.isAtEnd() && inner.tokens().text(inner.at()).equals(":="));
    }

    private static boolean isAtEndOfType(Cursor inner) {
        return inner.isAtEnd()
                || inner.isSign(',')
                || inner.isAt("DEFAULT")
                || inner.isAt("ORDER")
                || isAssignment(inner);
    }

    private static Optional<Mode> mode(Cursor inner) {
        if (inner.isBefore(',') || inner.isBefore(')')) {
            return Optional.empty();
        }
        if (inner.take("IN", "OUT") || inner.take("INOUT")) {
            return Optional.of(Mode.INOUT);
        }
        if (inner.take("OUT")) {
            return Optional.of(Mode.OUT);
        }
        if (inner.take("VARIADIC")) {
            return Optional.of(Mode.VARIADIC);
        }
        return inner.take("IN") ? Optional.of(Mode.IN) : Optional.empty();
    }

    Definition definition() {
        int start = cursor.at();
        Signature signature = signature().orElseGet(() -> new Signature(List.of(), cursor.since(start)));
        int options = cursor.at();
        Optional<Clause> returns = Optional.empty();
        Optional<Body> body = Optional.empty();
        Optional<String> language = Optional.empty();
        while (!cursor.isAtEnd()) {
            if (cursor.isAt("RETURNS") || (cursor.isAt("RETURN") && returns.isEmpty() && isOracle())) {
                cursor.next();
                returns = Optional.of(returned());
            } else if (cursor.take("LANGUAGE")) {
                language = Optional.of(language());
            } else if (body.isEmpty() && isCode()) {
                body = Optional.of(code());
            } else {
                cursor.skip();
            }
        }
        Optional<String> named = language;
        return new Definition.Routine(
                signature,
                returns,
                body.map(code -> new Body(code.code(), code.isEscaped(), named)),
                cursor.since(options));
    }

    private boolean isOracle() {
        return cursor.dialect() == Dialect.ORACLE;
    }

    private Clause returned() {
        int start = cursor.at();
        if (cursor.take("TABLE")) {
            cursor.inParentheses();
        } else {
            new TypeReader(cursor).read();
        }
        return cursor.since(start);
    }

    private String language() {
        String text = cursor.isAtEnd() ? "" : cursor.tokens().text(cursor.at());
        String plain = cursor.isWord() ? text : Quoted.content(text, cursor.dialect());
        cursor.next();
        return plain.toLowerCase(Locale.ROOT);
    }

    private boolean isCode() {
        return cursor.isAt("AS") || cursor.isAtAny(CODE);
    }

    private Body code() {
        boolean isAs = cursor.take("AS") || cursor.take("IS");
        if (isAs && cursor.isKind(TokenKind.STRING)) {
            return quoted(cursor);
        }
        Place place = cursor.rest().place();
        return new Body(place, false, Optional.empty());
    }

    /** The code in the string that comes next, which is passed. */
    static Body quoted(Cursor cursor) {
        int index = cursor.at();
        String text = cursor.tokens().text(index);
        int start = cursor.tokens().start(index);
        int end = cursor.tokens().end(index);
        cursor.next();
        int open = text.startsWith("$") ? text.indexOf('$', 1) + 1 : text.indexOf('\'') + 1;
        int close = text.startsWith("$") ? open : 1;
        boolean isClosed = text.length() >= open + close;
        int from = Math.min(start + open, end);
        String code = Quoted.content(text, cursor.dialect());
        int to = isClosed ? end - close : end;
        boolean isEscaped =
                !cursor.tokens().source().substring(from, Math.max(from, to)).equals(code);
        return new Body(new Place(from, Math.max(from, to)), isEscaped, Optional.empty());
    }
}
