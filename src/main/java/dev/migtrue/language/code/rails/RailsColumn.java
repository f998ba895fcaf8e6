package dev.migtrue.language.code.rails;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import java.util.Optional;

/** A column as a definition writes it. */
record RailsColumn(Identifiers identifiers) {

    String of(String name, String type, Arguments options) {
        StringBuilder text = new StringBuilder(identifiers.of(name));
        text.append(' ').append(new RailsType(identifiers.dialect()).of(type, options));
        options.keyword("default")
                .filter(value -> !(value instanceof Value.None))
                .ifPresent(value -> text.append(" DEFAULT ").append(written(value)));
        if (options.isFalse("null")) {
            text.append(" NOT NULL");
        }
        return text.toString();
    }

    /** What only the run tells is a call here: it may be anything. */
    static String written(Value value) {
        Optional<String> list = switch (value) {
            case Value.Items items -> Values.texts(items).map(texts -> "'{" + String.join(",", texts) + "}'");
            case Value.Entries entries -> entries.pairs().isEmpty() ? Optional.of("'{}'") : Optional.empty();
            default -> Execute.quoted(value);
        };
        return list.orElse("(unknown_default())");
    }
}
