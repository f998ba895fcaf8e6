package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In which order the columns of a table stand. */
final class Positions {

    private final World world;
    private final Key table;
    private final Text text;

    Positions(World world, Key table, Text text) {
        this.world = world;
        this.table = table;
        this.text = text;
    }

    /** Puts a column where its definition says, or else leaves it. */
    void follow(Column column, String name) {
        List<String> names = new ArrayList<>(TableCreation.columns(world, table));
        Optional<List<String>> words = column.constraints().stream()
                .map(constraint -> constraint.place())
                .map(place -> List.of(text.plain(place).split("[\\s,]+")))
                .filter(parts -> List.of("FIRST", "AFTER", "BEFORE")
                        .contains(parts.getFirst().toUpperCase(Locale.ROOT)))
                .findFirst();
        if (words.isEmpty() || !names.remove(name)) {
            return;
        }
        String verb = words.get().getFirst().toUpperCase(Locale.ROOT);
        String beside = Equalities.last(words.get().getLast());
        int at = indexOf(names, beside);
        if (verb.equals("FIRST")) {
            names.addFirst(name);
        } else if (at >= 0) {
            names.add(verb.equals("AFTER") ? at + 1 : at, name);
        } else {
            names.add(name);
        }
        number(names);
    }

    private static int indexOf(List<String> names, String name) {
        for (int index = 0; index < names.size(); index++) {
            if (names.get(index).equalsIgnoreCase(name)) {
                return index;
            }
        }
        return -1;
    }

    /** Closes the gap that a column left. */
    void close() {
        number(TableCreation.columns(world, table));
    }

    private void number(List<String> names) {
        for (int index = 0; index < names.size(); index++) {
            String number = String.valueOf(index + 1);
            world.change(table.member(Space.COLUMN, names.get(index)), entry -> entry.with("number", number));
        }
    }
}
