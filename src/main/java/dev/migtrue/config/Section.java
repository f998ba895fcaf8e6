package dev.migtrue.config;

import dev.migtrue.config.Value.Mapping;
import dev.migtrue.config.Value.Member;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keys that we name, each with a form of its own.
 *
 * @param noun what they describe: {@code an entry of 'ignore'}
 * @param oneOf keys of which exactly one must be there; may be empty
 * @param refused keys that are known and not supported, with what to say of them
 * @param made what is made of the values; it asks for each key, or that is not checked
 */
record Section<T>(
        String noun,
        List<Key<?>> keys,
        List<Key<?>> oneOf,
        SequencedMap<String, String> refused,
        Function<Fields, Optional<T>> made)
        implements Form<T> {

    Section {
        keys = List.copyOf(keys);
        oneOf = List.copyOf(oneOf);
        refused = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(refused));
    }

    /** A section whose keys depend on nothing but themselves. */
    Section(String noun, List<Key<?>> keys, Function<Fields, Optional<T>> made) {
        this(noun, keys, List.of(), new LinkedHashMap<>(), made);
    }

    /** The values of one section. A key that is asked for is checked. */
    record Fields(Map<String, Value> values, Problems problems) {

        Fields {
            values = Map.copyOf(values);
        }

        <V> Optional<V> get(Key<V> key) {
            return Optional.ofNullable(values.get(key.name()))
                    .flatMap(value -> key.form().read(key.name(), value, problems));
        }

        /** The names that stand under a key, good or bad. */
        List<String> keysIn(Key<?> key) {
            return values.get(key.name()) instanceof Mapping mapping
                    ? mapping.members().stream()
                            .map(member -> member.key().text())
                            .toList()
                    : List.of();
        }
    }

    @Override
    public Optional<T> read(String key, Value value, Problems problems) {
        if (!(value instanceof Mapping mapping)) {
            return refuse(key, value, problems);
        }
        SequencedMap<String, Value> values = new LinkedHashMap<>();
        mapping.members().forEach(member -> values.put(member.key().text(), member.value()));
        mapping.members().forEach(member -> checkKey(member, problems));
        keys.stream()
                .filter(each -> each.presence() == Key.Presence.REQUIRED && !values.containsKey(each.name()))
                .forEach(each -> problems.tell(mapping.at(), noun + " needs the key '" + each.name() + "'"));
        checkChoice(mapping, values, problems);
        return made.apply(new Fields(values, problems));
    }

    private void checkKey(Member member, Problems problems) {
        String name = member.key().text();
        if (refused.containsKey(name)) {
            problems.tell(member.key().at(), "'" + name + "' " + refused.get(name));
        } else if (!names().contains(name)) {
            problems.tell(
                    member.key().at(),
                    "unknown key %s%s"
                            .formatted(
                                    member.key().quoted(),
                                    Nearest.question(name, names(), "; known here are " + String.join(", ", names()))));
        }
    }

    private void checkChoice(Mapping mapping, Map<String, Value> values, Problems problems) {
        long there =
                oneOf.stream().filter(each -> values.containsKey(each.name())).count();
        boolean isRefused = values.keySet().stream().anyMatch(refused::containsKey);
        if (!oneOf.isEmpty() && there != 1 && !isRefused) {
            problems.tell(
                    mapping.at(),
                    "%s %s %s"
                            .formatted(
                                    noun,
                                    there == 0 ? "needs" : "takes only one of",
                                    Form.listed(oneOf.stream().map(Key::name).toList())));
        }
    }

    private List<String> names() {
        return keys.stream().map(Key::name).collect(Collectors.toList());
    }

    @Override
    public String expected() {
        return "keys with values: " + String.join(", ", names());
    }
}
