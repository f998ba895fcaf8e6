package dev.migtrue.config;

import dev.migtrue.config.Value.Mapping;
import dev.migtrue.config.Value.Member;
import dev.migtrue.config.Value.Scalar;
import dev.migtrue.config.Value.ScalarType;
import dev.migtrue.config.Value.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a value may look like, and what is made of it. Checking, suggestions and the published JSON Schema all follow from the same forms.
 *
 * @param <T> what is made of it
 */
sealed interface Form<T> permits Form.Choice, Form.Text, Form.ListOf, Form.MapOf, Form.Split, Section {

    /** What is made of a value; absent when something is wrong, which is told. {@code key} is the word before it, for messages. */
    Optional<T> read(String key, Value value, Problems problems);

    /** What is expected, for messages: {@code a list of stages}. */
    String expected();

    /** Tells that a value is not of this form; always absent, as nothing is read then. */
    default Optional<T> refuse(String key, Value value, Problems problems) {
        if (!(value instanceof Value.Broken)) {
            problems.tell(value.at(), "'%s': expected %s, found %s".formatted(key, expected(), value.found()));
        }
        return Optional.empty();
    }

    /** One of some words. */
    record Choice<T>(String noun, SequencedMap<String, T> words) implements Form<T> {

        /** More words than these are not listed. */
        private static final int LISTED = 8;

        public Choice {
            words = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(words));
        }

        /** A choice of constants by their labels. */
        static <T> Choice<T> of(String noun, Collection<T> constants, Function<T, String> label) {
            SequencedMap<String, T> words = new LinkedHashMap<>();
            constants.forEach(constant -> words.put(label.apply(constant), constant));
            return new Choice<>(noun, words);
        }

        @Override
        public Optional<T> read(String key, Value value, Problems problems) {
            if (!(value instanceof Scalar scalar) || scalar.type() != ScalarType.TEXT) {
                return refuse(key, value, problems);
            }
            Optional<T> chosen = Optional.ofNullable(words.get(scalar.text()));
            if (chosen.isEmpty()) {
                problems.tell(
                        value.at(),
                        "'%s': expected %s, found %s%s"
                                .formatted(
                                        key,
                                        expected(),
                                        value.found(),
                                        Nearest.question(scalar.text(), words.sequencedKeySet(), "")));
            }
            return chosen;
        }

        @Override
        public String expected() {
            return words.isEmpty() || words.size() > LISTED ? noun : listed(words.sequencedKeySet());
        }
    }

    /**
     * A text of a certain shape.
     *
     * @param pattern in the words that Java's and JSON Schema's regular expressions have in common; what it matches may be refused only for
     *     its {@code format}
     * @param format the name that JSON Schema has for what a pattern cannot say
     * @param numbers whether something that YAML takes for a number will do, as it is written
     */
    record Text<T>(
            String expected,
            Pattern pattern,
            Optional<String> format,
            Numbers numbers,
            Function<String, Optional<T>> made)
            implements Form<T> {

        enum Numbers {
            AS_WRITTEN,
            REFUSED
        }

        /** A text that only its pattern restricts. */
        static Text<String> of(String expected, String pattern) {
            return new Text<>(expected, Pattern.compile(pattern), Optional.empty(), Numbers.REFUSED, Optional::of);
        }

        /** An id: most are taken for numbers where they are not quoted. */
        static <T> Text<T> ofId(String expected, String pattern, Function<String, T> made) {
            return new Text<>(
                    expected,
                    Pattern.compile(pattern),
                    Optional.empty(),
                    Numbers.AS_WRITTEN,
                    text -> Optional.of(made.apply(text)));
        }

        @Override
        public Optional<T> read(String key, Value value, Problems problems) {
            boolean isText = value instanceof Scalar scalar
                    && (scalar.type() == ScalarType.TEXT
                            || (scalar.type() == ScalarType.NUMBER && numbers == Numbers.AS_WRITTEN));
            Optional<T> read = isText
                            && value instanceof Scalar scalar
                            && pattern.matcher(scalar.text()).find()
                    ? made.apply(scalar.text())
                    : Optional.empty();
            return read.isPresent() ? read : refuse(key, value, problems);
        }
    }

    /**
     * A list of things of one form.
     *
     * @param things in the plural: {@code stages}
     */
    record ListOf<T>(String things, Form<T> item) implements Form<List<T>> {

        @Override
        public Optional<List<T>> read(String key, Value value, Problems problems) {
            if (!(value instanceof Sequence sequence)) {
                return refuse(key, value, problems);
            }
            List<T> items = new ArrayList<>();
            sequence.items().forEach(each -> item.read(key, each, problems).ifPresent(items::add));
            return Optional.of(items);
        }

        @Override
        public String expected() {
            return "a list of " + things;
        }
    }

    /**
     * Keys that the user chooses, with values of one form.
     *
     * @param things what they are and what stands behind them: {@code rule ids with levels}
     */
    record MapOf<K, V>(String things, Form<K> name, Form<V> member) implements Form<SequencedMap<K, V>> {

        @Override
        public Optional<SequencedMap<K, V>> read(String key, Value value, Problems problems) {
            if (!(value instanceof Mapping mapping)) {
                return refuse(key, value, problems);
            }
            SequencedMap<K, V> members = new LinkedHashMap<>();
            for (Member each : mapping.members()) {
                Optional<K> named = name.read(key, each.key(), problems);
                Optional<V> read = member.read(each.key().text(), each.value(), problems);
                named.ifPresent(present -> read.ifPresent(made -> members.put(present, made)));
            }
            return Optional.of(members);
        }

        @Override
        public String expected() {
            return things;
        }
    }

    /**
     * Keys that we name, which are other ones where a certain key is among them.
     *
     * @param sign the key that tells
     */
    record Split<T>(Key<?> sign, Section<T> with, Section<T> without) implements Form<T> {

        @Override
        public Optional<T> read(String key, Value value, Problems problems) {
            boolean isThere = value instanceof Mapping mapping
                    && mapping.members().stream()
                            .anyMatch(member -> member.key().text().equals(sign.name()));
            return (isThere ? with : without).read(key, value, problems);
        }

        @Override
        public String expected() {
            return without.expected();
        }
    }

    /** {@code a, b or c}. */
    static String listed(Collection<String> words) {
        List<String> all = List.copyOf(words);
        return all.size() < 2
                ? String.join("", all)
                : String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.getLast();
    }
}
