package dev.migtrue.language.code.schema;

import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an object says under its names. */
public record Fields(Value.Entries entries) {

    /** What a value says: of an object, and of what is made of one ({@code new TableColumn({…})}); empty where it is neither. */
    public static Fields of(Value value) {
        return switch (value) {
            case Value.Entries entries -> new Fields(entries);
            case Value.Made made ->
                made.arguments().positional().stream()
                        .findFirst()
                        .filter(Value.Entries.class::isInstance)
                        .map(Fields::of)
                        .orElseGet(Fields::none);
            default -> none();
        };
    }

    public static Fields none() {
        return new Fields(new Value.Entries(List.of()));
    }

    /** What stands under a name; absent where nothing does. */
    public Optional<Value> get(String name) {
        return entries.get(name);
    }

    /** The string under a name; absent where there is none, or where it is no string. */
    public Optional<String> text(String name) {
        return get(name).flatMap(Values::text);
    }

    /** Strings under a name; one that stands alone is a list of it; absent where one is none. */
    public Optional<List<String>> texts(String name) {
        return get(name).flatMap(Values::texts);
    }

    /** What stands in a list under a name; empty where there is none. */
    public List<Value> all(String name) {
        return get(name).flatMap(Values::elements).orElse(List.of());
    }

    public boolean isTrue(String name) {
        return get(name).filter(new Value.Truth(true)::equals).isPresent();
    }

    public boolean isFalse(String name) {
        return get(name).filter(new Value.Truth(false)::equals).isPresent();
    }

    /** Each name with what stands under it. */
    public List<Field> each() {
        List<Field> all = new ArrayList<>();
        entries.pairs()
                .forEach(pair -> Values.text(pair.values().getFirst())
                        .ifPresent(name -> all.add(new Field(name, pair.values().get(1)))));
        return all;
    }

    /** One of them. */
    public record Field(String name, Value value) {}
}
