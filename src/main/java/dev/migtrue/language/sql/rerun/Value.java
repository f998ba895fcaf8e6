package dev.migtrue.language.sql.rerun;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A value that an expression gives. */
sealed interface Value {

    record Nothing() implements Value {}

    record Truth(boolean is) implements Value {}

    record Text(String text) implements Value {}

    /** Equal where the number is, however many noughts follow it. */
    record Numeric(BigDecimal number) implements Value {

        public Numeric {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
    }

    /** An object of JSON. */
    record Document(SequencedMap<String, Value> members) implements Value {

        public Document {
            members = Collections.unmodifiableSequencedMap(new TreeMap<>(members));
        }
    }

    /** Values in a row: an array, or a row of columns. */
    record Many(List<Value> values) implements Value {

        public Many {
            values = List.copyOf(values);
        }
    }

    /** What comes anew each time, such as the time, chance or the next number: like nothing else that there is. */
    final class Fresh implements Value {}

    /** What is not worked out here; no error of the script. */
    final class Unknown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unknown(String what) {
            super(what, null, false, false);
        }
    }

    Pattern NUMBER = Pattern.compile("[-+]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][-+]?\\d{1,2})?");

    static Value of(boolean is) {
        return new Truth(is);
    }

    static Value of(long number) {
        return new Numeric(BigDecimal.valueOf(number));
    }

    default boolean isNull() {
        return this instanceof Nothing;
    }

    default boolean isTrue() {
        return this instanceof Truth truth && truth.is();
    }

    /** As a number; text that is one counts, as PostgreSQL has it for what stands between quotes. */
    default BigDecimal number() {
        if (this instanceof Numeric given) {
            return given.number();
        }
        if (this instanceof Truth truth) {
            return truth.is() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (this instanceof Text given && NUMBER.matcher(given.text().strip()).matches()) {
            return new BigDecimal(given.text().strip());
        }
        throw new Unknown("a number of " + this);
    }

    /** As text. */
    default String text() {
        return switch (this) {
            case Nothing nothing -> throw new Unknown("the text of nothing");
            case Truth truth -> truth.is() ? "true" : "false";
            case Text given -> given.text();
            case Numeric given -> given.number().toPlainString();
            case Document document -> document.members().toString();
            case Many many -> many.values().toString();
            case Fresh fresh -> throw new Unknown("the text of what is new each time");
        };
    }

    default boolean truth() {
        if (this instanceof Truth truth) {
            return truth.is();
        }
        // As MySQL and SQLite have it; PostgreSQL takes no number for one.
        if (this instanceof Numeric given) {
            return given.number().signum() != 0;
        }
        if (this instanceof Text given) {
            if (given.text().matches("(?i)t|true|y|yes|on|1")) {
                return true;
            }
            if (given.text().matches("(?i)f|false|n|no|off|0")) {
                return false;
            }
        }
        throw new Unknown("the truth of " + this);
    }

    /** Whether two are the same; what is new is like no other. */
    static boolean areSame(Value one, Value other) {
        boolean isNew = one instanceof Fresh || other instanceof Fresh;
        return isNew ? one.equals(other) : compare(one, other) == 0;
    }

    /** Less than 0, 0 or more, as one value comes before, with or behind another. */
    static int compare(Value one, Value other) {
        if (one instanceof Text left && other instanceof Text right) {
            return left.text().compareTo(right.text());
        }
        if (one instanceof Truth || other instanceof Truth) {
            return Boolean.compare(one.truth(), other.truth());
        }
        if (one instanceof Numeric || other instanceof Numeric) {
            return one.number().compareTo(other.number());
        }
        if (one.equals(other)) {
            return 0;
        }
        if (one.getClass() == other.getClass()) {
            return Integer.compare(one.hashCode(), other.hashCode()) < 0 ? -1 : 1;
        }
        throw new Unknown("which of two values comes first");
    }

    /** The object that a text writes out: flat, as migrations mostly have it. */
    static Value document(Value value) {
        if (value instanceof Document) {
            return value;
        }
        return new DocumentText(value.text()).read();
    }

    static List<Value> list(Value value) {
        return value instanceof Many many ? new ArrayList<>(many.values()) : List.of(value);
    }
}
