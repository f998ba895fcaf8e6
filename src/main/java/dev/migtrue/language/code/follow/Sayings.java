package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.program.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the statements of a function bring that nobody takes, in their order, with what was asked on the way to each. */
final class Sayings {

    private final List<Following.Said> said = new ArrayList<>();
    private final List<Guard> under = new ArrayList<>();

    /** Only what calls bring is of interest to anybody. */
    void add(Value value, CodeNode statement) {
        if (value instanceof Value.Made) {
            said.add(new Following.Said(value, under, statement.span()));
        }
    }

    /** Follows something of which a guard decides whether it is done. */
    <T> T under(Guard guard, Supplier<T> followed) {
        under.add(guard);
        try {
            return followed.get();
        } finally {
            under.removeLast();
        }
    }

    List<Following.Said> all() {
        return said;
    }
}
