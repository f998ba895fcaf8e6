package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Body;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.ddl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a {@code CREATE} says past the name. */
final class DefinitionReader {

    private final Cursor cursor;
    private final Found found;
    private final ObjectReader objects;

    DefinitionReader(Cursor cursor, Found found, ObjectReader objects) {
        this.cursor = cursor;
        this.found = found;
        this.objects = objects;
    }

    /** A definition, and what its object belongs to. */
    record Read(Optional<Mention> on, Definition definition) {}

    Read read(ObjectKind kind) {
        return switch (kind) {
            case VIEW, MATERIALIZED_VIEW -> alone(view());
            case FUNCTION, PROCEDURE, AGGREGATE -> alone(new RoutineReader(cursor).definition());
            case TRIGGER -> trigger();
            case EVENT_TRIGGER ->
                alone(new Definition.Trigger(cursor.across(Set.of("EXECUTE")), runs(), Optional.empty()));
            case EVENT, PACKAGE, PACKAGE_BODY, TYPE_BODY -> alone(event());
            case TYPE -> alone(new TypeDefinitionReader(cursor).type());
            case DOMAIN -> alone(new TypeDefinitionReader(cursor).domain());
            case SEQUENCE -> alone(sequence());
            case PUBLICATION -> alone(publication());
            case RULE -> rule();
            default -> new Read(on(kind), new Definition.Other(cursor.rest()));
        };
    }

    private static Read alone(Definition definition) {
        return new Read(Optional.empty(), definition);
    }

    private Optional<Mention> on(ObjectKind kind) {
        return switch (kind) {
            case SERVER -> {
                cursor.across(Set.of("WRAPPER"));
                yield cursor.take("WRAPPER") ? cursor.name() : Optional.empty();
            }
            case SYNONYM -> cursor.take("FOR") ? cursor.name() : Optional.empty();
            case OPERATOR_CLASS -> {
                cursor.across(Set.of("USING"));
                yield objects.on(kind);
            }
            default -> objects.on(kind);
        };
    }

    private Definition view() {
        List<Mention> columns = cursor.columnsInParentheses();
        cursor.across(Set.of("AS"));
        cursor.take("AS");
        Query query = new QueryReader(cursor).read();
        found.take(Modifier.WITH_NO_DATA, "WITH", "NO", "DATA");
        cursor.rest();
        return new Definition.View(columns, query);
    }

    private Read trigger() {
        Clause before = cursor.across(Set.of("ON"));
        Optional<Mention> on = objects.on(ObjectKind.TRIGGER);
        Clause events = before.isEmpty() ? cursor.across(Set.of("AS")) : before;
        cursor.across(Set.of("EXECUTE", "BEGIN", "AS", "DECLARE", "CALL", "SET", "INSERT", "UPDATE", "DELETE", "IF"));
        if (cursor.isAt("EXECUTE")) {
            return new Read(on, new Definition.Trigger(events, runs(), Optional.empty()));
        }
        return new Read(on, new Definition.Trigger(events, Optional.empty(), body()));
    }

    private Optional<Mention> runs() {
        cursor.take("EXECUTE");
        cursor.takeAny(Set.of("FUNCTION", "PROCEDURE"));
        Optional<Mention> function = cursor.name();
        cursor.rest();
        return function;
    }

    private Optional<Body> body() {
        cursor.take("AS");
        return cursor.isAtEnd()
                ? Optional.empty()
                : Optional.of(new Body(cursor.rest().place(), false, Optional.empty()));
    }

    /** What has no parameters and no events: MySQL's events, Oracle's packages. */
    private Definition event() {
        Clause head = cursor.across(Set.of("DO", "AS", "IS"));
        if (!cursor.isAtEnd()) {
            cursor.next();
        }
        return new Definition.Trigger(head, Optional.empty(), body());
    }

    private Definition sequence() {
        int start = cursor.at();
        cursor.across(Set.of("OWNED"));
        Optional<Mention> owner =
                cursor.take("OWNED", "BY") && !cursor.isAt("NONE") ? cursor.column() : Optional.empty();
        cursor.rest();
        return new Definition.Sequence(owner, cursor.since(start));
    }

    private Definition publication() {
        int start = cursor.at();
        List<Mention> tables = cursor.take("FOR", "TABLE") ? new MembersReader(cursor).tables() : new ArrayList<>();
        cursor.rest();
        return new Definition.Members(tables, cursor.since(start));
    }

    private Read rule() {
        int start = cursor.at();
        cursor.across(Set.of("TO"));
        cursor.take("TO");
        Optional<Mention> on = cursor.name();
        cursor.rest();
        return new Read(on, new Definition.Other(cursor.since(start)));
    }
}
