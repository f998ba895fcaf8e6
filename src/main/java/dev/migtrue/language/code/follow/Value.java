package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;

/** What an expression stands for when the program runs, as far as its text tells. */
public sealed interface Value {

    /**
     * A string.
     *
     * @param origin where it stands in the file, character for character; absent where it is put together or has escapes
     */
    record Text(String value, Optional<Place> origin) implements Value {
        public Text(String value) {
            this(value, Optional.empty());
        }
    }

    /** A number, as written. */
    record Numeral(String digits) implements Value {}

    record Truth(boolean is) implements Value {}

    record None() implements Value {}

    /** A list, a tuple or a set. */
    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A dictionary, each entry of which is a pair of a key and a value. */
    record Entries(List<Items> pairs) implements Value {
        public Entries {
            pairs = List.copyOf(pairs);
        }

        /** What a key stands for. */
        public Optional<Value> get(String key) {
            return pairs.stream()
                    .filter(pair -> pair.values().getFirst().equals(new Text(key))
                            || (pair.values().getFirst() instanceof Text text
                                    && text.value().equals(key)))
                    .map(pair -> pair.values().get(1))
                    .findFirst();
        }
    }

    /** What comes from elsewhere, by its full name: {@code sqlalchemy.Column}. */
    record Named(String path) implements Value {}

    /** What belongs to something else: {@code bind.dialect}. */
    record Member(Value of, String name) implements Value {}

    /**
     * What a call brings that only its library understands: {@code sa.Column("id", sa.Integer())}.
     *
     * @param at the call; absent where it is none of the file's
     */
    record Made(Value function, Arguments arguments, Optional<Span> at) implements Value {
        public Made(Value function, Arguments arguments) {
            this(function, arguments, Optional.empty());
        }

        /** The name of what made it, without what it was reached through. */
        public String maker() {
            return Values.lastName(function);
        }
    }

    /** A function of the module. */
    record Function(CodeNode definition, Scope scope, List<Value> bound) implements Value {
        public Function {
            bound = List.copyOf(bound);
        }
    }

    /** A class of the module, and each object of it. */
    record Instance(CodeNode definition, Scope scope) implements Value {}

    /** What is known only by asking the database whether something is there. */
    record Question(Guard guard) implements Value {}

    /** The objects of a kind that are there. Each element is a name, or a row of which one part is the name. */
    record Listing(ObjectKind kind, Optional<String> on, Form form) implements Value {
        /** What its elements are. */
        public enum Form {
            NAMES,
            ROWS,
            /** Keys of an object. */
            KEYS
        }
    }

    /** Some element of a listing. */
    record Element(Listing of) implements Value {}

    /** The name of some element of a listing. */
    record NameOf(Listing of) implements Value {}

    /** The elements of a listing that have this name. */
    record Matches(Listing of, String name) implements Value {}

    /** What a query brings. */
    record Answers(String sql, Part part) implements Value {
        /** How much of it. */
        public enum Part {
            ROWS,
            ROW,
            CELL
        }
    }

    /** How many there are of something. */
    record Magnitude(Value of) implements Value {}

    /** An error that was caught, and what it says. */
    record Caught() implements Value {}

    /** What only running the program tells; {@code why} completes "it is …". */
    record Unknown(String why) implements Value {}
}
