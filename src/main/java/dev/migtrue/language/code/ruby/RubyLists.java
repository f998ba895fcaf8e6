package dev.migtrue.language.code.ruby;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Methods of Ruby's lists that have no fellow in Python. */
final class RubyLists {

    private static final Set<String> MAPPING = Set.of("map", "collect", "pluck");

    private RubyLists() {}

    static Optional<Value> call(Value.Member method, Arguments arguments) {
        return switch (method.of()) {
            case Value.Listing listing -> ofListing(listing, method.name(), arguments);
            case Value.Items items -> ofItems(items.values(), method.name());
            case Value.Entries entries -> ofItems(List.copyOf(entries.pairs()), method.name());
            default -> Optional.empty();
        };
    }

    /** {@code columns(:t).map(&:name).include?("c")}. */
    private static Optional<Value> ofListing(Value.Listing listing, String name, Arguments arguments) {
        Optional<String> part = arguments.keyword("do").flatMap(Values::text);
        if (name.equals("each_pair")) {
            return Optional.of(listing);
        }
        if (MAPPING.contains(name)) {
            return part.filter("name"::equals)
                    .map(word -> new Value.Listing(listing.kind(), listing.on(), Value.Listing.Form.NAMES));
        }
        return name.equals("include?") && listing.form() == Value.Listing.Form.NAMES
                ? arguments.text(0, "").map(wanted -> new Value.Matches(listing, wanted))
                : Optional.empty();
    }

    private static Optional<Value> ofItems(List<Value> values, String name) {
        return switch (name) {
            case "each_with_index" -> Optional.of(numbered(values));
            case "each_pair" -> Optional.of(new Value.Items(values));
            default -> Optional.empty();
        };
    }

    private static Value numbered(List<Value> values) {
        List<Value> pairs = new ArrayList<>();
        for (Value value : values) {
            pairs.add(new Value.Items(List.of(value, new Value.Numeral(String.valueOf(pairs.size())))));
        }
        return new Value.Items(pairs);
    }
}
