package dev.migtrue.language.effect;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** What is gone: whatever hangs on the name of it differs for that reason alone. */
record Gone(Live live, List<Assessment.Lost> lost) {

    /** Takes back what is said of keys and indexes over columns that are gone, and of keys to tables that are. */
    void forget(SortedMap<ObjectId, Claims> claims) {
        Set<String> tables = new HashSet<>();
        Map<String, Set<String>> columns = new HashMap<>();
        for (Assessment.Lost one : lost) {
            ObjectId id = one.object();
            String holder = live.qualified(id.schema(), id.table().orElse(id.name()));
            if (id.kind() == ObjectKind.TABLE) {
                tables.add(holder);
            } else if (id.kind() == ObjectKind.COLUMN) {
                columns.computeIfAbsent(holder, first -> new HashSet<>()).add(id.name());
            }
        }
        claims.forEach((id, claim) -> id.table()
                .map(table -> live.qualified(id.schema(), table))
                .ifPresent(table -> claim.forgetWhereGone(columns.getOrDefault(table, Set.of()), tables)));
    }
}
