package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL that a program hands to the database. */
public final class Execute {

    static final Set<String> NAMES = Set.of(
            "execute",
            "executescript",
            "executemany",
            "exec_driver_sql",
            "run_sql",
            "raw",
            "script",
            "exec",
            "executesql");

    private static final Pattern QUERY = Pattern.compile(
            "(?is)(?:SELECT|SHOW|EXPLAIN|DESC|DESCRIBE|VALUES)\\b.*|PRAGMA\\s+[^=]*|WITH\\b(?!.*\\b(?:INSERT|UPDATE|DELETE)\\b).*");
    private static final Pattern COMMENT = Pattern.compile("\\A(?:\\s|--[^\\n]*\\n)+");
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\?|%s|%\\((\\w+)\\)s|(?<![:\\w]):([A-Za-z_]\\w*)|'[^']*'");

    private final Frame frame;
    private final CodeNode call;

    Execute(Frame frame, CodeNode call) {
        this.frame = frame;
        this.call = call;
    }

    /** Under which a scope keeps what the last query of a cursor brings. */
    static String rowsOf(String cursor) {
        return cursor + " rows";
    }

    Value run(Value given, Arguments arguments, Calls.Use use, List<Operation> done) {
        Optional<Value.Text> literal = Values.literal(given);
        if (literal.isEmpty()) {
            if (!isQuery(given)) {
                done.add(new Operation.Unrecognized(unknown(given), call.span()));
            }
            return new Value.Unknown("what a query brings");
        }
        String sql = bound(literal.get().value(), arguments);
        boolean isQuery = QUERY.matcher(COMMENT.matcher(sql).replaceFirst("")).matches();
        Value answers = new Value.Answers(sql, Value.Answers.Part.ROWS);
        if (isQuery) {
            remember(answers);
        }
        boolean isAsked = isQuery && (use == Calls.Use.VALUE || CatalogueQuery.isCatalogue(sql));
        if (!isAsked) {
            done.add(operation(literal.get(), sql, call.span()));
        }
        return CatalogueQuery.listing(sql)
                .<Value>map(found -> whole(found, sql))
                .orElse(answers);
    }

    /** A question about one object is none for all of a kind. */
    private static Value whole(Value.Listing listing, String sql) {
        Optional<Guard> one = CatalogueQuery.guard(sql);
        boolean isPragma = listing.on().isPresent() && sql.strip().regionMatches(true, 0, "PRAGMA", 0, 6);
        return one.isEmpty() || isPragma ? listing : new Value.Answers(sql, Value.Answers.Part.ROWS);
    }

    /** What a value does that is run as SQL. */
    Operation operation(Value given) {
        return Values.literal(given)
                .map(text -> operation(text, text.value(), call.span()))
                .orElseGet(() -> new Operation.Unrecognized(unknown(given), call.span()));
    }

    private Operation operation(Value.Text literal, String sql, Span at) {
        return literal.origin().isPresent() && sql.equals(literal.value())
                ? new Operation.Written(call.file(), literal.origin().get())
                : new Operation.Called(sql, frame.placeOf(sql, at));
    }

    private void remember(Value answers) {
        call.field("function")
                .flatMap(function -> function.field("object"))
                .ifPresent(cursor -> frame.scope().set(rowsOf(cursor.text()), answers));
    }

    private static boolean isQuery(Value given) {
        return given instanceof Value.Made made
                && (made.maker().equals("select")
                        || (made.function() instanceof Value.Member member && isQuery(member.of())));
    }

    private static String unknown(Value given) {
        return switch (given) {
            case Value.Unknown unknown -> "SQL that is known only when it runs: it is " + unknown.why();
            case Value.Made made -> "SQL that is put together by '" + made.maker() + "'";
            default -> "SQL that is known only when it runs";
        };
    }

    /** A statement with the values that are handed over beside it. */
    private static String bound(String sql, Arguments arguments) {
        if (arguments.positional().size() < 2 && arguments.keywords().isEmpty()) {
            return sql;
        }
        Value given = arguments.positional().size() < 2
                ? new Value.Items(List.of())
                : arguments.positional().get(1);
        List<Value> left = new ArrayList<>(Values.elements(given)
                .filter(all -> given instanceof Value.Items)
                .orElse(List.of()));
        StringBuilder bound = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(sql);
        while (matcher.find()) {
            String value = matcher.group().startsWith("'")
                    ? matcher.group()
                    : value(matcher, given, left, arguments).orElse(matcher.group());
            matcher.appendReplacement(bound, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(bound).toString();
    }

    private static Optional<String> value(Matcher found, Value given, List<Value> left, Arguments arguments) {
        String name = found.group(1) != null ? found.group(1) : found.group(2);
        if (name == null) {
            return left.isEmpty() ? Optional.empty() : quoted(left.removeFirst());
        }
        return (given instanceof Value.Entries entries ? entries.get(name) : Optional.<Value>empty())
                .or(() -> arguments.keyword(name))
                .flatMap(Execute::quoted);
    }

    /** A value as SQL writes it; absent where only the run tells. */
    public static Optional<String> quoted(Value value) {
        return switch (value) {
            case Value.Text text -> Optional.of("'" + text.value().replace("'", "''") + "'");
            case Value.Numeral number -> Optional.of(number.digits());
            case Value.Truth truth -> Optional.of(truth.is() ? "true" : "false");
            case Value.None none -> Optional.of("NULL");
            default -> Optional.empty();
        };
    }
}
