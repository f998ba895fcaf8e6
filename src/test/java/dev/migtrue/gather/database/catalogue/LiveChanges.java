package dev.migtrue.gather.database.catalogue;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.sql.Dialect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody may do to a database by hand: each object taken away, and one of each kind put there. */
record LiveChanges(Dialect dialect, Schema live) {

    /** Of one kind, where each change takes long to take back. */
    private static final int MOST = 2;

    List<String> all() {
        List<String> changes = new ArrayList<>();
        Map<ObjectKind, Integer> seen = new EnumMap<>(ObjectKind.class);
        List<ObjectId> chosen = live.all().stream()
                .map(object -> object.id())
                .filter(id -> seen.merge(id.kind(), 1, Integer::sum) <= MOST || dialect != Dialect.MARIADB)
                .toList();
        chosen.forEach(id -> drop(id).ifPresent(changes::add));
        chosen.stream().filter(id -> id.kind() == ObjectKind.TABLE).forEach(table -> {
            changes.add("alter table " + name(table) + " add column hot_column integer");
            column(table)
                    .ifPresent(column ->
                            changes.add("create index hot_index on " + name(table) + " (" + quoted(column) + ")"));
            if (dialect != Dialect.SQLITE) {
                changes.add("alter table " + name(table) + " add constraint hot_check check (1 = 1)");
            }
        });
        changes.add("create table hot_table (a integer)");
        changes.add("create view hot_view as select 1 as a");
        changes.addAll(
                switch (dialect) {
                    case POSTGRESQL ->
                        List.of(
                                "create sequence hot_sequence",
                                "create type hot_type as enum ('a')",
                                "create function hot_function() returns integer language sql as 'select 1'");
                    case MARIADB ->
                        List.of("create sequence hot_sequence", "create procedure hot_procedure() begin end");
                    case H2 -> List.of("create sequence hot_sequence", "create domain hot_domain as integer");
                    default -> List.of();
                });
        return changes;
    }

    private Optional<String> column(ObjectId table) {
        return live.all().stream()
                .map(object -> object.id())
                .filter(id -> id.kind() == ObjectKind.COLUMN
                        && id.schema().equals(table.schema())
                        && id.table().equals(Optional.of(table.name())))
                .map(ObjectId::name)
                .findFirst();
    }

    private String quoted(String name) {
        return dialect == Dialect.MARIADB ? "`" + name + "`" : "\"" + name + "\"";
    }

    private String in(ObjectId id) {
        return id.schema().map(schema -> quoted(schema) + ".").orElse("");
    }

    private String name(ObjectId id) {
        return in(id) + quoted(id.name());
    }

    private String table(ObjectId id) {
        return in(id) + quoted(id.table().orElseThrow());
    }

    private Optional<String> drop(ObjectId id) {
        String cascade = dialect == Dialect.POSTGRESQL ? " cascade" : "";
        boolean isMariaDb = dialect == Dialect.MARIADB;
        String own = quoted(id.name());
        return Optional.of(
                        switch (id.kind()) {
                            case TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, DOMAIN ->
                                "drop " + id.kind().words() + " " + name(id) + cascade;
                            case ENUM_TYPE -> "drop type " + name(id) + cascade;
                            case EXTENSION -> "drop extension " + own + cascade;
                            case SCHEMA -> "drop schema " + own + " cascade";
                            case COLUMN -> "alter table " + table(id) + " drop column " + own + cascade;
                            case INDEX ->
                                isMariaDb
                                        ? "drop index " + own + " on " + table(id)
                                        : "drop index " + name(id) + cascade;
                            case PRIMARY_KEY ->
                                isMariaDb
                                        ? "alter table " + table(id) + " drop primary key"
                                        : "alter table " + table(id) + " drop constraint " + own + cascade;
                            case FOREIGN_KEY ->
                                "alter table " + table(id) + (isMariaDb ? " drop foreign key " : " drop constraint ")
                                        + own;
                            case UNIQUE_CONSTRAINT, CHECK_CONSTRAINT ->
                                "alter table " + table(id) + " drop constraint " + own + cascade;
                            case TRIGGER ->
                                dialect == Dialect.POSTGRESQL
                                        ? "drop trigger " + own + " on " + table(id)
                                        : "drop trigger " + name(id);
                            case POLICY -> "drop policy " + own + " on " + table(id);
                            case FUNCTION, PROCEDURE ->
                                "drop " + id.kind().words() + " " + in(id) + (isMariaDb ? own : id.name()) + cascade;
                            default -> "";
                        })
                .filter(sql -> !sql.isEmpty());
    }
}
