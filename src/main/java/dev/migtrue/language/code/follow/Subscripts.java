package dev.migtrue.language.code.follow;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands in a value at a place. */
final class Subscripts {

    /** Under which the rows of listings hold the name of what they list. */
    private static final Set<String> NAMES = Set.of("name", "column_name", "Field", "table_name", "constraint_name");

    private Subscripts() {}

    static Value item(Value object, Value key) {
        return switch (object) {
            case Value.Items items -> at(items.values(), key);
            case Value.Entries entries ->
                Values.text(key).flatMap(entries::get).orElse(new Value.Unknown("an entry of a dictionary"));
            case Value.Listing listing ->
                Values.text(key)
                        .filter(name -> listing.form() == Value.Listing.Form.KEYS)
                        .<Value>map(name -> new Value.Matches(listing, name))
                        .orElse(new Value.Unknown("a part of something"));
            case Value.Element element ->
                isName(key) ? new Value.NameOf(element.of()) : new Value.Unknown("what the database says");
            case Value.Answers answers ->
                new Value.Answers(
                        answers.sql(),
                        answers.part() == Value.Answers.Part.ROWS ? Value.Answers.Part.ROW : Value.Answers.Part.CELL);
            default -> new Value.Unknown("a part of something");
        };
    }

    private static boolean isName(Value key) {
        return switch (key) {
            case Value.Text text -> NAMES.contains(text.value());
            // PRAGMA table_info tells a number first, all else the name.
            case Value.Numeral number ->
                number.digits().equals("0") || number.digits().equals("1");
            default -> false;
        };
    }

    private static Value at(List<Value> values, Value key) {
        Optional<Integer> place =
                key instanceof Value.Numeral written && written.digits().matches("\\d{1,6}")
                        ? Optional.of(Integer.valueOf(written.digits()))
                        : Optional.empty();
        return place.filter(number -> number < values.size())
                .map(values::get)
                .orElse(new Value.Unknown("an element of a list"));
    }
}
