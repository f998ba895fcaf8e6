package dev.migtrue.language.code.django;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
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
    private final Map<String, String> columns = new HashMap<>();

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

    /** The column of a field: of one that points at another model it is called otherwise. */
    String column(String model, String field) {
        return names.of(columns.getOrDefault(key(model, field), field));
    }

    /** Several, with commas between. */
    String columns(String model, List<String> fields) {
        return String.join(
                ", ", fields.stream().map(field -> column(model, field)).toList());
    }

    private static String key(String model, String field) {
        return FieldText.lower(model) + "." + field;
    }

    private void learn(String model, FieldText field) {
        columns.put(key(model, field.name()), field.column());
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
        for (FieldText column : columns) {
            learn(model, column);
            statements.addAll(besides(model, column));
        }
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
        String lower = FieldText.lower(model);
        String to = field.field().arguments().text(0, "to").orElse("self");
        String target = FieldText.lower(to.substring(to.lastIndexOf('.') + 1));
        boolean isSelf = target.equals("self") || target.equals(lower);
        String one = (isSelf ? "from_" : "") + lower + "_id";
        String other = isSelf ? "to_" + lower + "_id" : target + "_id";
        return "CREATE TABLE " + names.of(tables.getOrDefault(lower, app + "_" + lower) + "_" + field.name())
                + " (id bigint PRIMARY KEY NOT NULL, " + names.of(one) + " bigint NOT NULL, " + names.of(other)
                + " bigint NOT NULL)";
    }

    List<String> delete(String model) {
        return List.of("DROP TABLE " + table(model));
    }

    List<String> rename(String model, String now) {
        String before = FieldText.lower(model) + ".";
        Map<String, String> moved = new HashMap<>();
        columns.forEach((key, column) -> {
            if (key.startsWith(before)) {
                moved.put(key(now, key.substring(before.length())), column);
            }
        });
        columns.putAll(moved);
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

    List<String> remove(String model, String field, String behind) {
        return List.of("ALTER TABLE " + table(model) + " DROP COLUMN " + column(model, field) + behind);
    }

    /** A field that points at another model keeps that in the name of its column. */
    List<String> rename(String model, String field, String now) {
        String before = columns.getOrDefault(key(model, field), field);
        String behind = before.equals(field + "_id") ? now + "_id" : before.equals(field) ? now : before;
        columns.put(key(model, now), behind);
        return before.equals(behind)
                ? List.of()
                : List.of("ALTER TABLE " + table(model) + " RENAME COLUMN " + names.of(before) + " TO "
                        + names.of(behind));
    }

    List<String> add(String model, FieldText field) {
        learn(model, field);
        List<String> statements = new ArrayList<>();
        if (field.isStored()) {
            statements.add("ALTER TABLE " + table(model) + " ADD COLUMN " + field.definition());
        }
        statements.addAll(besides(model, field));
        return statements;
    }
}
