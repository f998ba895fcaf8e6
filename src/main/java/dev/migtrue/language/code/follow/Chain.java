package dev.migtrue.language.code.follow;

import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Calls of methods, each on what the one before brought: {@code t.string("name").notNullable()}.
 *
 * @param root what the first method was called on; for functions that belong to nothing, the function
 * @param links the calls, first to last; empty where the value is none of a call
 */
public record Chain(Value root, List<Link> links) {

    /**
     * One call.
     *
     * @param at absent where it is none of the file's
     */
    public record Link(String name, Arguments arguments, Optional<Span> at) {}

    public Chain {
        links = List.copyOf(links);
    }

    /**
     * The calls that brought a value, one after the other.
     *
     * @param isRoot whether the calls that brought a value are not looked at: it is what others are called on
     */
    public static Chain of(Value value, Predicate<Value> isRoot) {
        List<Link> links = new ArrayList<>();
        Value at = value;
        while (at instanceof Value.Made made && !isRoot.test(at)) {
            links.addFirst(new Link(made.maker(), made.arguments(), made.at()));
            at = made.function() instanceof Value.Member member ? member.of() : made.function();
        }
        return new Chain(at, links);
    }
}
