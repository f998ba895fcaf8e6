package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import java.util.Optional;

/** What is taken of what a query brings. */
final class Fetching {

    private final Frame frame;

    Fetching(Frame frame) {
        this.frame = frame;
    }

    Optional<Value> call(Value function, CodeNode call) {
        Optional<Value.Answers.Part> part = part(Values.lastName(function));
        Optional<CodeNode> cursor = call.field("function").flatMap(attribute -> attribute.field("object"));
        if (part.isEmpty() || cursor.isEmpty()) {
            return Optional.empty();
        }
        Optional<Value> rows = function instanceof Value.Member member && isRows(member.of())
                ? Optional.of(member.of())
                : frame.scope().get(Execute.rowsOf(cursor.get().text()));
        return rows.map(found -> taken(found, part.get()));
    }

    /** Whether a method of this name takes something of what a query brings. */
    static boolean isOne(String name) {
        return part(name).isPresent();
    }

    private static boolean isRows(Value value) {
        return value instanceof Value.Answers || value instanceof Value.Listing;
    }

    private static Value taken(Value rows, Value.Answers.Part part) {
        return switch (rows) {
            case Value.Answers answers -> whole(answers, part);
            case Value.Listing listing -> part == Value.Answers.Part.ROWS ? listing : new Value.Element(listing);
            default -> rows;
        };
    }

    private static Value whole(Value.Answers answers, Value.Answers.Part part) {
        return part == Value.Answers.Part.ROWS
                        && CatalogueQuery.guard(answers.sql()).isEmpty()
                ? CatalogueQuery.listing(answers.sql())
                        .<Value>map(listing -> listing)
                        .orElse(answers)
                : part == Value.Answers.Part.ROWS && answers.sql().strip().regionMatches(true, 0, "PRAGMA", 0, 6)
                        ? CatalogueQuery.listing(answers.sql())
                                .<Value>map(listing -> listing)
                                .orElse(answers)
                        : new Value.Answers(answers.sql(), part);
    }

    private static Optional<Value.Answers.Part> part(String name) {
        return switch (name) {
            case "fetchall", "all", "fetchmany", "scalars", "mappings", "fetch" -> Optional.of(Value.Answers.Part.ROWS);
            case "fetchone", "first", "one_or_none", "one", "fetchrow", "Scan", "Next" ->
                Optional.of(Value.Answers.Part.ROW);
            case "scalar", "scalar_one", "scalar_one_or_none", "fetchval" -> Optional.of(Value.Answers.Part.CELL);
            default -> Optional.empty();
        };
    }
}
