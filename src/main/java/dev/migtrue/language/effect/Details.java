package dev.migtrue.language.effect;

import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.rerun.Held;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what statements say of how an object is made that is there. */
final class Details {

    private final Dialect dialect;
    private final List<Held> all;
    private final Map<String, Held> tables = new HashMap<>();
    private final Map<String, Set<String>> keys = new HashMap<>();
    private final Map<String, Set<String>> labels = new HashMap<>();

    /** Tables that have a key of which nobody knows the columns. */
    private final Set<String> unclear = new HashSet<>();

    Details(Dialect dialect, List<Held> all) {
        this.dialect = dialect;
        this.all = all;
        for (Held held : all) {
            if (Catalogued.isTable(held)) {
                tables.put(held.name(), held);
            }
            if (held.facet("kind").equals("PRIMARY_KEY")) {
                keys.computeIfAbsent(held.owner(), first -> new HashSet<>()).addAll(held.columns());
                if (held.isDoubtful() || held.columns().isEmpty()) {
                    unclear.add(held.owner());
                }
            }
            if (held.kind() == dev.migtrue.language.sql.ddl.ObjectKind.LABEL) {
                labels.computeIfAbsent(held.owner(), first -> new HashSet<>()).add(held.name());
                if (held.isDoubtful()) {
                    unclear.add(held.owner());
                }
            }
        }
    }

    Claims of(Wanted wanted, SchemaObject there) {
        Held held = wanted.held();
        Claims claims = new Claims(held, there);
        if (held.isDoubtful() || held.facets().containsKey("blurred")) {
            return claims;
        }
        switch (wanted.kind()) {
            case COLUMN -> column(held, claims);
            case PRIMARY_KEY, UNIQUE_CONSTRAINT, FOREIGN_KEY, CHECK_CONSTRAINT ->
                new KeyClaims(dialect, held, all).tell(wanted.kind(), claims);
            case INDEX -> new IndexClaims(dialect, held).tell(claims);
            case FUNCTION, PROCEDURE, VIEW, MATERIALIZED_VIEW, TRIGGER ->
                new BodyClaims(dialect, held).tell(wanted.kind(), claims);
            case ENUM_TYPE -> labels(held, claims);
            default -> {}
        }
        return claims;
    }

    private void column(Held held, Claims claims) {
        Optional.ofNullable(tables.get(held.owner()))
                .filter(table -> !unclear.contains(held.owner()))
                .ifPresent(table -> {
                    boolean isOfKey = keys.getOrDefault(held.owner(), Set.of()).contains(held.name());
                    new ColumnClaims(dialect, held, table, isOfKey).tell(claims);
                });
    }

    /** Where one is to be among the others nobody knows; that it is among them has to do. */
    private void labels(Held held, Claims claims) {
        Set<String> wanted = labels.getOrDefault(held.name(), Set.of());
        if (unclear.contains(held.name()) || wanted.isEmpty()) {
            return;
        }
        new Labels(wanted, claims.there("values").orElse("")).tell(claims);
    }
}
