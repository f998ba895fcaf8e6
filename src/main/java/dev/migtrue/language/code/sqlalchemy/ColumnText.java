package dev.migtrue.language.code.sqlalchemy;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A column of SQLAlchemy as SQL, with what comes with it. */
record ColumnText(String name, Value type, Arguments arguments, Identifiers names) {

    private static final Set<String> ITEMS =
            Set.of("ForeignKey", "Identity", "Computed", "Sequence", "CheckConstraint", "UniqueConstraint");

    /** Absent where its name is known only when it runs. */
    static Optional<ColumnText> of(Value value, Identifiers names) {
        if (!(value instanceof Value.Made made) || !made.maker().equals("Column")) {
            return Optional.empty();
        }
        Arguments given = made.arguments();
        Optional<Value> type = given.keyword("type_")
                .or(() -> given.positional().stream()
                        .skip(1)
                        .filter(part -> !(part instanceof Value.Made item && ITEMS.contains(item.maker())))
                        .findFirst());
        return given.text(0, "name")
                .map(name ->
                        new ColumnText(name, type.orElse(new Value.Unknown("the type of its target")), given, names));
    }

    String definition() {
        boolean isCounted = names.dialect() == Dialect.POSTGRESQL
                && isPrimary()
                && Values.lastName(type instanceof Value.Made made ? made.function() : type)
                        .endsWith("Integer")
                && foreignKeys().isEmpty()
                && items("Identity").isEmpty()
                && !arguments.isFalse("autoincrement");
        String base = isCounted ? "SERIAL" : typeText().of(type);
        return names.of(name) + " " + base + fallback() + identity() + computed()
                + (arguments.isFalse("nullable") || isPrimary() ? " NOT NULL" : "");
    }

    TypeText typeText() {
        return new TypeText(names.dialect());
    }

    boolean isPrimary() {
        return arguments.isTrue("primary_key");
    }

    boolean isUnique() {
        return arguments.isTrue("unique");
    }

    boolean isIndexed() {
        return arguments.isTrue("index");
    }

    List<Value.Made> foreignKeys() {
        return items("ForeignKey");
    }

    List<Value.Made> checks() {
        return items("CheckConstraint");
    }

    private List<Value.Made> items(String maker) {
        return arguments.positional().stream()
                .filter(Value.Made.class::isInstance)
                .map(Value.Made.class::cast)
                .filter(made -> made.maker().equals(maker))
                .toList();
    }

    private String identity() {
        return items("Identity").stream()
                .findFirst()
                .map(made -> made.arguments().isTrue("always") ? "ALWAYS" : "BY DEFAULT")
                .map(when -> " GENERATED " + when + " AS IDENTITY")
                .orElse("");
    }

    private String computed() {
        return items("Computed").stream()
                .findFirst()
                .flatMap(made -> made.arguments().text(0, "sqltext"))
                .map(sql -> " GENERATED ALWAYS AS (" + sql + ") STORED")
                .orElse("");
    }

    private String fallback() {
        return arguments
                .keyword("server_default")
                .flatMap(ColumnText::standard)
                .map(sql -> " DEFAULT " + sql)
                .orElse("");
    }

    /** A value that the server puts in, as SQL; absent where there is none. */
    static Optional<String> standard(Value value) {
        return switch (value) {
            case Value.Text text -> Execute.quoted(text);
            case Value.Numeral number -> Optional.of("'" + number.digits() + "'");
            case Value.Truth truth -> Execute.quoted(truth);
            case Value.Made made ->
                switch (made.maker()) {
                    case "Identity", "Computed", "FetchedValue", "Sequence" -> Optional.empty();
                    case "false", "true", "null" -> Optional.of(made.maker());
                    default ->
                        Values.text(made)
                                .or(() -> Optional.of(
                                        made.maker().equals("now") ? "CURRENT_TIMESTAMP" : made.maker() + "()"));
                };
            case Value.Named named -> Optional.of(Values.lastName(named));
            default -> Optional.empty();
        };
    }
}
