package dev.migtrue.language.code.efcore;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows that a migration puts in, changes and takes away. What only the run tells of them is a parameter. */
record EfRows(EfNames names) {

    private static final String PARAMETER = "$1";

    /** A statement for each row; absent where its arguments are known only when it runs. */
    Optional<List<String>> of(String operation, Arguments given) {
        Optional<String> table =
                given.text(0, "table").map(name -> names.identifiers().of(EfNames.text(given, "schema"), name));
        return table.flatMap(name -> switch (operation) {
            case "InsertData" -> inserted(name, given);
            case "UpdateData" -> updated(name, given);
            default -> deleted(name, given);
        });
    }

    private Optional<List<String>> inserted(String table, Arguments given) {
        Optional<List<String>> columns = EfNames.bareColumns(given, 1, "column", "columns");
        return columns.flatMap(list -> rows(given, 2, "value", "values", list.size())
                .map(rows -> rows.stream()
                        .map(row -> "INSERT INTO " + table + " ("
                                + names.identifiers().of(list) + ") VALUES ("
                                + row.stream().map(EfRows::written).collect(Collectors.joining(", ")) + ")")
                        .toList()));
    }

    private Optional<List<String>> updated(String table, Arguments given) {
        Optional<List<String>> keys = EfNames.bareColumns(given, 1, "keyColumn", "keyColumns");
        Optional<List<String>> columns = EfNames.bareColumns(given, 3, "column", "columns");
        if (keys.isEmpty() || columns.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<List<Value>>> which =
                rows(given, 2, "keyValue", "keyValues", keys.get().size());
        Optional<List<List<Value>>> rows =
                rows(given, 4, "value", "values", columns.get().size());
        if (which.isEmpty()
                || rows.isEmpty()
                || which.get().size() != rows.get().size()) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < rows.get().size(); i++) {
            all.add("UPDATE " + table + " SET "
                    + pairs(columns.get(), rows.get().get(i), ", ") + " WHERE "
                    + pairs(keys.get(), which.get().get(i), " AND "));
        }
        return Optional.of(all);
    }

    private Optional<List<String>> deleted(String table, Arguments given) {
        Optional<List<String>> keys = EfNames.bareColumns(given, 1, "keyColumn", "keyColumns");
        return keys.flatMap(list -> rows(given, 2, "keyValue", "keyValues", list.size())
                .map(rows -> rows.stream()
                        .map(row -> "DELETE FROM " + table + " WHERE " + pairs(list, row, " AND "))
                        .toList()));
    }

    private String pairs(List<String> columns, List<Value> values, String between) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            pairs.add(names.identifiers().of(columns.get(i)) + " = " + written(values.get(i)));
        }
        return String.join(between, pairs);
    }

    private static String written(Value value) {
        return Execute.quoted(value).orElse(PARAMETER);
    }

    /** One value, those of one row, those of several, or one of each of several rows. */
    private static Optional<List<List<Value>>> rows(Arguments given, int place, String one, String several, int width) {
        Optional<Value> value =
                given.keyword(one).or(() -> given.keyword(several)).or(() -> given.get(place, one));
        return value.flatMap(found -> {
            if (!(found instanceof Value.Items items)) {
                return width == 1 ? Optional.of(List.of(List.of(found))) : Optional.empty();
            }
            boolean isOfRows = !items.values().isEmpty()
                    && items.values().stream()
                            .allMatch(row -> row instanceof Value.Items list
                                    && list.values().size() == width);
            if (isOfRows) {
                return Optional.of(items.values().stream()
                        .map(row -> ((Value.Items) row).values())
                        .toList());
            }
            if (width == 1) {
                return Optional.of(items.values().stream().map(List::of).toList());
            }
            return items.values().size() == width ? Optional.of(List.of(items.values())) : Optional.empty();
        });
    }
}
