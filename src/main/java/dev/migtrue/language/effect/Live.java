package dev.migtrue.language.effect;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.language.sql.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is there, found by the names that scripts use. */
final class Live {

    /** Scripts may name these or leave them out. */
    static final Set<String> USUAL_SCHEMAS = Set.of("public", "PUBLIC", "main", "dbo");

    private final Dialect dialect;
    private final String home;
    private final Map<Address, SchemaObject> byAddress = new HashMap<>();
    private final Map<Family, List<SchemaObject>> families = new HashMap<>();

    /** By what a script finds an object; parts without a table are of none. */
    record Address(ObjectKind kind, String table, String name) {}

    /** All of one kind in one table. */
    record Family(ObjectKind kind, String table) {}

    Live(Schema actual, Dialect dialect, String home) {
        this.dialect = dialect;
        this.home = home;
        for (SchemaObject object : actual.all()) {
            byAddress.putIfAbsent(address(object.id()), object);
            families.computeIfAbsent(family(object.id()), first -> new ArrayList<>())
                    .add(object);
        }
    }

    Optional<SchemaObject> find(Wanted wanted) {
        return Optional.ofNullable(
                byAddress.get(new Address(wanted.kind(), folded(wanted.table().orElse("")), folded(wanted.name()))));
    }

    List<SchemaObject> family(ObjectKind kind, String table) {
        return families.getOrDefault(new Family(kind, folded(table)), List.of());
    }

    private Address address(ObjectId id) {
        return id.table()
                .map(table -> new Address(id.kind(), folded(qualified(id.schema(), table)), folded(id.name())))
                .orElseGet(() -> new Address(id.kind(), "", folded(qualified(id.schema(), id.name()))));
    }

    private Family family(ObjectId id) {
        return new Family(
                id.kind(),
                id.table().map(table -> folded(qualified(id.schema(), table))).orElse(""));
    }

    /** As a script would have it that leaves out what goes without saying. */
    String qualified(Optional<String> schema, String name) {
        return schema.filter(one -> !one.equals(home) && !USUAL_SCHEMAS.contains(one))
                .map(one -> one + "." + name)
                .orElse(name);
    }

    /** Of two names that differ in nothing but case, PostgreSQL has two objects. */
    String folded(String name) {
        return dialect == Dialect.POSTGRESQL ? name : name.toLowerCase(Locale.ROOT);
    }

    /** What an object would be called that is not there. */
    ObjectId id(Wanted wanted) {
        String holder = wanted.table().orElse(wanted.name());
        boolean isRoutine = wanted.kind() == ObjectKind.FUNCTION || wanted.kind() == ObjectKind.PROCEDURE;
        int end = isRoutine && holder.contains("(") ? holder.indexOf('(') : holder.length();
        int dot = holder.lastIndexOf('.', end - 1);
        boolean isOfNone =
                home.isEmpty() || wanted.kind() == ObjectKind.SCHEMA || wanted.kind() == ObjectKind.EXTENSION;
        Optional<String> schema =
                dot > 0 ? Optional.of(holder.substring(0, dot)) : isOfNone ? Optional.empty() : Optional.of(home);
        String plain = holder.substring(dot + 1);
        return wanted.table().isPresent()
                ? new ObjectId(wanted.kind(), schema, Optional.of(plain), wanted.name())
                : ObjectId.of(wanted.kind(), schema, plain);
    }
}
