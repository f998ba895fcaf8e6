package dev.migtrue.language.code.follow;

import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Functions from elsewhere whose names say that they look whether something is there. */
final class NamedChecks {

    private static final Pattern CHECK = Pattern.compile("(?i)_*(?:has|is|does)_.*|.*exists?_*|exists_.*");
    private static final Pattern TURN = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern OF_INDEX = Pattern.compile("(?i)(?:ix|idx|uq|uix|index)_.*|.*_(?:idx|ix|key|index)");

    private NamedChecks() {}

    static Optional<Value> call(Value function, Arguments arguments) {
        String name = plain(Values.lastName(function));
        if (!CHECK.matcher(name).matches()) {
            return Optional.empty();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return kind(lower)
                .flatMap(kind -> guard(kind, arguments))
                .map(guard -> new Value.Question(lower.contains("not_exist") ? new Guard.Not(guard) : guard));
    }

    /** {@code hasTable} and {@code table_exists?} as Python would write them. */
    private static String plain(String name) {
        return TURN.matcher(name.replaceAll("[?!]$", "")).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }

    private static Optional<ObjectKind> kind(String name) {
        if (name.contains("column") || name.contains("_col_")) {
            return Optional.of(ObjectKind.COLUMN);
        }
        if (name.contains("index")) {
            return Optional.of(ObjectKind.INDEX);
        }
        if (name.contains("constraint") || name.contains("foreign_key") || name.contains("_fk")) {
            return Optional.of(ObjectKind.CONSTRAINT);
        }
        if (name.contains("enum") || name.contains("type")) {
            return Optional.of(ObjectKind.TYPE);
        }
        return name.contains("table") ? Optional.of(ObjectKind.TABLE) : Optional.empty();
    }

    private static Optional<Guard> guard(ObjectKind kind, Arguments arguments) {
        List<String> texts = arguments.positional().stream()
                .flatMap(value -> Values.text(value).stream())
                .toList();
        SequencedMap<String, Value> keywords = arguments.keywords();
        Optional<String> table = keyword(keywords, "table_name", "table")
                .or(() -> kind == ObjectKind.TABLE || texts.size() > 1
                        ? texts.stream().findFirst()
                        : Optional.empty());
        if (kind == ObjectKind.TABLE || kind == ObjectKind.TYPE) {
            return table.or(() -> keyword(keywords, "name", "type_name"))
                    .or(() -> texts.stream().findFirst())
                    .map(name -> new Guard.Exists(kind, name, Optional.empty()));
        }
        Optional<String> member = keyword(keywords, "column_name", "column")
                .or(() -> keyword(keywords, "index_name", "constraint_name"))
                .or(() -> keyword(keywords, "name", "fk_name"))
                .or(() -> texts.isEmpty() ? Optional.empty() : Optional.of(texts.get(Math.min(1, texts.size() - 1))));
        boolean isTurned = kind == ObjectKind.INDEX
                && texts.size() > 1
                && OF_INDEX.matcher(texts.getFirst()).matches()
                && !OF_INDEX.matcher(texts.get(1)).matches();
        return isTurned
                ? Optional.of(new Guard.Exists(kind, texts.getFirst(), Optional.of(texts.get(1))))
                : member.map(name -> new Guard.Exists(kind, name, table));
    }

    private static Optional<String> keyword(SequencedMap<String, Value> keywords, String name, String other) {
        return Optional.ofNullable(keywords.get(name))
                .or(() -> Optional.ofNullable(keywords.get(other)))
                .flatMap(Values::text);
    }
}
