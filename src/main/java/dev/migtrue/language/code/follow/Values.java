package dev.migtrue.language.code.follow;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be asked of any value. */
public final class Values {

    private static final Set<String> WRAPPERS =
            Set.of("text", "DDL", "f", "literal_column", "quoted_name", "SQL", "dedent", "cleandoc");

    private Values() {}

    /** The string that it is, or that it stands for once its library has it: {@code sa.text("…")}; absent where it is none. */
    public static Optional<String> text(Value value) {
        return literal(value).map(Value.Text::value);
    }

    /** The string, with where it stands; absent where it is none. */
    public static Optional<Value.Text> literal(Value value) {
        return switch (value) {
            case Value.Text text -> Optional.of(text);
            case Value.Made made ->
                WRAPPERS.contains(made.maker())
                        ? made.arguments().positional().stream().findFirst().flatMap(Values::literal)
                        : bound(made);
            default -> Optional.empty();
        };
    }

    /** {@code text("…").bindparams(…)}. */
    private static Optional<Value.Text> bound(Value.Made made) {
        return made.function() instanceof Value.Member member
                        && Set.of("bindparams", "columns", "execution_options").contains(member.name())
                ? literal(member.of())
                : Optional.empty();
    }

    /** The strings that a list holds; absent where one of its elements is none. */
    public static Optional<List<String>> texts(Value value) {
        if (!(value instanceof Value.Items items)) {
            return text(value).map(List::of);
        }
        List<String> texts =
                items.values().stream().flatMap(one -> text(one).stream()).toList();
        return texts.size() == items.values().size() ? Optional.of(texts) : Optional.empty();
    }

    /** The last word of how a function is reached; empty where it has none. */
    public static String lastName(Value function) {
        return switch (function) {
            case Value.Named named -> named.path().substring(named.path().lastIndexOf('.') + 1);
            case Value.Member member -> member.name();
            default -> "";
        };
    }

    /** Whether something is true in a condition; absent where only the run tells. */
    public static Optional<Boolean> truth(Value value) {
        return switch (value) {
            case Value.Text text -> Optional.of(!text.value().isEmpty());
            case Value.Numeral number -> Optional.of(!number.digits().matches("0*(\\.0*)?"));
            case Value.Truth truth -> Optional.of(truth.is());
            case Value.None none -> Optional.of(false);
            case Value.Items items -> Optional.of(!items.values().isEmpty());
            case Value.Entries entries -> Optional.of(!entries.pairs().isEmpty());
            case Value.Function function -> Optional.of(true);
            case Value.Instance instance -> Optional.of(true);
            default -> Optional.empty();
        };
    }

    /** The same where only {@code nil} and {@code false} are not true, as in Ruby and Elixir; absent where only the run tells. */
    public static Optional<Boolean> truthBesideNil(Value value) {
        return switch (value) {
            case Value.Text text -> Optional.of(true);
            case Value.Numeral number -> Optional.of(true);
            case Value.Items items -> Optional.of(true);
            case Value.Entries entries -> Optional.of(true);
            default -> truth(value);
        };
    }

    /** What a loop runs over; absent where only the run tells. */
    public static Optional<List<Value>> elements(Value value) {
        return switch (value) {
            case Value.Items items -> Optional.of(items.values());
            case Value.Entries entries ->
                Optional.of(entries.pairs().stream()
                        .map(pair -> pair.values().getFirst())
                        .toList());
            default -> Optional.empty();
        };
    }
}
