package dev.migtrue.language.code.django;

import dev.migtrue.language.code.python.Arguments;
import dev.migtrue.language.code.python.Identifiers;
import dev.migtrue.language.code.python.Value;
import dev.migtrue.language.code.python.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of an app's models, and the SQL of the operations that change them. Learns the names of tables as they are given. */
final class ModelText {

    private final String app;
    private final Identifiers names;
    private final Map<String, String> tables = new HashMap<>();

    ModelText(String app, Identifiers names) {
        this.app = app;
        this.names = names;
    }

    Identifiers names() {
        return names;
    }

    String table(String model) {
        String lower = FieldText.lower(model);
        return names.of(tables.getOrDefault(lower, app + "_" + lower));
    }

    /** Absent where an argument is known only when it runs. */
    Optional<List<String>> create(Arguments given) {
        Optional<String> model = given.text(0, "name");
        Optional<List<Value>> fields = given.get(1, "fields")
                .filter(Value.Items.class::isInstance)
                .map(value -> ((Value.Items) value).values());
        if (model.isEmpty() || fields.isEmpty()) {
            return Optional.empty();
        }
        Optional<Value.Entries> options =
                given.get(2, "options").filter(Value.Entries.class::isInstance).map(Value.Entries.class::cast);
        options.flatMap(all -> all.get("db_table"))
                .flatMap(Values::text)
                .ifPresent(table -> tables.put(FieldText.lower(model.get()), table));
        boolean isWithout = options.filter(all -> is(all, "managed", false) || is(all, "proxy", true))
                .isPresent();
        return Optional.of(isWithout ? List.of() : created(model.get(), fields.get()));
    }

    private static boolean is(Value.Entries options, String key, boolean value) {
        return options.get(key).filter(new Value.Truth(value)::equals).isPresent();
    }

    private List<String> created(String model, List<Value> fields) {
        List<FieldText> columns = fields.stream()
                .flatMap(field ->
                        field instanceof Value.Items pair && pair.values().size() == 2
                                ? Values.text(pair.values().getFirst())
                                        .flatMap(name ->
                                                FieldText.of(name, pair.values().get(1), names))
                                        .stream()
                                : Optional.<FieldText>empty().stream())
                .toList();
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE " + table(model) + " ("
                + String.join(
                        ", ",
                        columns.stream()
                                .filter(FieldText::isStored)
                                .map(FieldText::definition)
                                .toList())
                + ")");
        columns.forEach(column -> statements.addAll(besides(model, column)));
        return statements;
    }

    /** What a field needs besides its column. */
    private List<String> besides(String model, FieldText field) {
        if (field.isOfSeveral()) {
            return field.field().arguments().keyword("through").isPresent()
                    ? List.of()
                    : List.of(between(model, field));
        }
        String index = FieldText.lower(app + "_" + model + "_" + field.column()) + "_idx";
        return field.isStored() && field.isIndexed()
                ? List.of("CREATE INDEX " + names.of(index) + " ON " + table(model) + " (" + names.of(field.column())
                        + ")")
                : List.of();
    }

    private String between(String model, FieldText field) {
        String bare = tables.getOrDefault(FieldText.lower(model), app + "_" + FieldText.lower(model));
        return "CREATE TABLE " + names.of(bare + "_" + field.name())
                + " (id bigint PRIMARY KEY NOT NULL, from_id bigint NOT NULL, to_id bigint NOT NULL)";
    }

    List<String> delete(String model) {
        return List.of("DROP TABLE " + table(model));
    }

    List<String> rename(String model, String now) {
        if (tables.containsKey(FieldText.lower(model))) {
            tables.put(FieldText.lower(now), tables.getOrDefault(FieldText.lower(model), now));
            return List.of();
        }
        return FieldText.lower(model).equals(FieldText.lower(now))
                ? List.of()
                : List.of("ALTER TABLE " + table(model) + " RENAME TO " + table(now));
    }

    List<String> move(String model, String table) {
        String before = table(model);
        tables.put(FieldText.lower(model), table);
        return before.equals(table(model))
                ? List.of()
                : List.of("ALTER TABLE " + before + " RENAME TO " + table(model));
    }

    List<String> add(String model, FieldText field) {
        List<String> statements = new ArrayList<>();
        if (field.isStored()) {
            statements.add("ALTER TABLE " + table(model) + " ADD COLUMN " + field.definition());
        }
        statements.addAll(besides(model, field));
        return statements;
    }
}
