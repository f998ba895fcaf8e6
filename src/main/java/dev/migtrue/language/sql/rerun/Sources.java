package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Query;
import java.util.List;
import java.util.Locale;

/** Which rows a query gives. */
final class Sources {

    private final Engine engine;

    Sources(Engine engine) {
        this.engine = engine;
    }

    /** The rows of a table that is filled with them. */
    Rows rows(Query query) {
        if (new Expressions(engine).isVolatile(query.clause())) {
            return Rows.given(engine.newValue());
        }
        List<Rows> sources = sources(query);
        if (sources.size() == 1 && isWhole(query)) {
            return sources.getFirst();
        }
        if (!sources.isEmpty() && sources.stream().allMatch(Rows::isEmpty)) {
            return Rows.NONE;
        }
        return new Rows(query.clause() + " over " + sources, List.of());
    }

    /** Whether there is no row that it could give. */
    boolean isNothing(Query query) {
        boolean isNever = query.where()
                .map(Object::toString)
                .filter(where -> where.equalsIgnoreCase("FALSE") || where.equals("1 = 0"))
                .isPresent();
        if (isNever) {
            return true;
        }
        List<Mention> origins = Readings.origins(query);
        if (origins.size() != 1) {
            return !origins.isEmpty()
                    && isJoinedFrom(query)
                    && of(origins.getFirst()).isEmpty();
        }
        Rows rows = of(origins.getFirst());
        boolean isDeleted = query.where().isPresent()
                && rows.effects().stream()
                        .anyMatch(effect -> effect instanceof Effect.Delete delete
                                && delete.text().equals(query.where().get().toString())
                                && rows.isSettled(delete));
        return rows.isEmpty() || isDeleted;
    }

    /** Whether there is nothing where its first table is empty: no row is made from none. */
    private static boolean isJoinedFrom(Query query) {
        String words = (" " + query.clause() + " ").toUpperCase(Locale.ROOT);
        boolean isCounting = List.of(" COUNT (", " SUM (", " MAX (", " MIN (", " AVG (", "_AGG (").stream()
                .anyMatch(words::contains);
        boolean isOfMore =
                List.of(" RIGHT ", " FULL ", " UNION ", " WITH ").stream().anyMatch(words::contains);
        return !isOfMore && (!isCounting || words.contains(" GROUP BY "));
    }

    List<Rows> sources(Query query) {
        return query.tables().stream().map(this::of).toList();
    }

    private Rows of(Mention mention) {
        Key table = engine.names().relation(mention);
        return engine.world().find(table).map(Entry::rows).orElseGet(() -> Rows.given(table.toString()));
    }

    /** Whether it gives all the rows of its table as they are. */
    static boolean isWhole(Query query) {
        boolean isPlain = SelectList.parts(SelectList.list(query.clause())).stream()
                .allMatch(part -> part.words().size() == 1
                        || (part.words().stream().allMatch(word -> word.matches("[\\w\"`]+|\\.|\\*"))
                                && part.words().contains(".")));
        String words = query.clause().toString().toUpperCase(Locale.ROOT);
        return isPlain
                && query.where().isEmpty()
                && !words.contains("LIMIT")
                && !words.contains("EXCEPT")
                && !words.contains("INTERSECT")
                && !words.contains("JOIN")
                && !words.contains("GROUP")
                && !words.contains("DISTINCT")
                && !words.contains("UNION");
    }
}
