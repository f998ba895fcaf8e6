package dev.migtrue.language.code.rails;

import static java.util.Map.entry;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.rails.RailsStatements.Maker;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements about references: each is one about a column, one about an index and one about a foreign key. */
record RailsReferences(Identifiers identifiers, RailsNames names) {

    Map<String, Maker> makers() {
        return Map.ofEntries(
                entry("add_reference", this::added),
                entry("add_belongs_to", this::added),
                entry("remove_reference", this::removed),
                entry("remove_belongs_to", this::removed));
    }

    private Optional<RailsReference> reference(Arguments given) {
        return given.text(0, "table_name")
                .flatMap(table -> given.text(1, "ref_name").map(name -> new RailsReference(table, name, given, names)));
    }

    private Optional<List<Operation>> added(Arguments given, Span at) {
        return reference(given).map(reference -> added(reference, at));
    }

    private List<Operation> added(RailsReference reference, Span at) {
        Map<String, Maker> columns = new RailsColumns(identifiers).makers();
        List<Operation> all = new ArrayList<>();
        for (RailsReference.Column column : reference.columns()) {
            Arguments whole = new Arguments(
                    List.of(
                            new Value.Text(reference.table()),
                            new Value.Text(column.name()),
                            new Value.Text(column.type())),
                    column.options().keywords(),
                    true);
            all.addAll(made(columns, "add_column", whole, at));
        }
        reference
                .index()
                .ifPresent(options ->
                        all.addAll(made(new RailsIndexes(identifiers, names).makers(), "add_index", options, at)));
        reference
                .foreignKey()
                .ifPresent(options ->
                        all.addAll(made(new RailsConstraints(identifiers).makers(), "add_foreign_key", options, at)));
        return all;
    }

    private static List<Operation> made(Map<String, Maker> makers, String name, Arguments given, Span at) {
        return Optional.ofNullable(makers.get(name))
                .flatMap(maker -> maker.make(given, at))
                .orElseGet(() -> List.of(RailsStatements.unread(name, at)));
    }

    private Optional<List<Operation>> removed(Arguments given, Span at) {
        return reference(given).map(reference -> {
            List<Operation> all = new ArrayList<>();
            // SQLite makes the table anew without it.
            reference
                    .foreignKey()
                    .filter(options -> identifiers.dialect() != Dialect.SQLITE)
                    .ifPresent(options -> all.addAll(
                            made(new RailsConstraints(identifiers).makers(), "remove_foreign_key", options, at)));
            reference
                    .columns()
                    .reversed()
                    .forEach(column -> all.addAll(made(
                            new RailsColumns(identifiers).makers(),
                            "remove_column",
                            new Arguments(
                                    List.of(new Value.Text(reference.table()), new Value.Text(column.name())),
                                    column.options().keywords(),
                                    true),
                            at)));
            return all;
        });
    }
}
