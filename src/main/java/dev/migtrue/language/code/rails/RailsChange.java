package dev.migtrue.language.code.rails;

import static java.util.Map.entry;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.sql.program.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table in the block of a {@code change_table}: each of its methods is one of the migration, said of this table. */
final class RailsChange {

    private static final Value.Named BUILDER = new Value.Named("rails.change");

    private static final Map<String, String> METHODS = Map.ofEntries(
            entry("column", "add_column"),
            entry("remove", "remove_columns"),
            entry("rename", "rename_column"),
            entry("change", "change_column"),
            entry("change_default", "change_column_default"),
            entry("change_null", "change_column_null"),
            entry("change_comment", "change_column_comment"),
            entry("index", "add_index"),
            entry("remove_index", "remove_index"),
            entry("rename_index", "rename_index"),
            entry("timestamps", "add_timestamps"),
            entry("remove_timestamps", "remove_timestamps"),
            entry("foreign_key", "add_foreign_key"),
            entry("remove_foreign_key", "remove_foreign_key"),
            entry("check_constraint", "add_check_constraint"),
            entry("remove_check_constraint", "remove_check_constraint"),
            entry("unique_constraint", "add_unique_constraint"),
            entry("remove_unique_constraint", "remove_unique_constraint"));

    /** Of each name that they are handed. */
    private static final Map<String, String> REFERENCES = Map.of(
            "references", "add_reference",
            "belongs_to", "add_reference",
            "remove_references", "remove_reference",
            "remove_belongs_to", "remove_reference");

    private final RailsStatements statements;
    private final RailsQuestions questions;

    RailsChange(RailsStatements statements, RailsQuestions questions) {
        this.statements = statements;
        this.questions = questions;
    }

    /** What stands for a table in such a block. */
    static Value.Made builder(String table) {
        return new Value.Made(BUILDER, Arguments.of(new Value.Text(table)));
    }

    /** The table that a value stands for; absent where it stands for none. */
    static Optional<String> table(Value value) {
        return value instanceof Value.Made made && made.function().equals(BUILDER)
                ? made.arguments().text(0, "")
                : Optional.empty();
    }

    /** What a method of the table does, or what it tells; told as not understood where nobody knows it. */
    List<Operation> of(String table, Call call) {
        Arguments whole = call.arguments().behind(new Value.Text(table));
        Optional<String> method = Optional.ofNullable(METHODS.get(call.name()));
        if (method.isPresent()) {
            return made(method.get(), whole, call);
        }
        Optional<String> reference = Optional.ofNullable(REFERENCES.get(call.name()));
        Optional<List<String>> words = RailsStatements.words(call.arguments());
        boolean isType = RailsType.isKnown(call.name());
        if ((reference.isEmpty() && !isType) || words.isEmpty() || words.get().isEmpty()) {
            return List.of(RailsStatements.unread("t." + call.name(), call.at()));
        }
        List<Operation> all = new ArrayList<>();
        for (String word : words.get()) {
            all.addAll(
                    reference.isPresent()
                            ? made(reference.get(), whole(table, call, word), call)
                            : column(table, call, word));
        }
        return all;
    }

    /** What it is asked; absent where it is no question. */
    Optional<Value> asked(String table, Call call) {
        return questions.of(call.name(), call.arguments().behind(new Value.Text(table)));
    }

    private List<Operation> column(String table, Call call, String word) {
        Arguments given = whole(table, call, word);
        List<Value> values = new ArrayList<>(given.positional());
        values.add(new Value.Text(call.name()));
        List<Operation> all =
                new ArrayList<>(made("add_column", new Arguments(values, given.keywords(), given.isWhole()), call));
        RailsIndexes.wanted(given)
                .map(options -> options.behind(new Value.Text(word)).behind(new Value.Text(table)))
                .ifPresent(options -> all.addAll(made("add_index", options, call)));
        return all;
    }

    private static Arguments whole(String table, Call call, String word) {
        return new Arguments(
                List.of(new Value.Text(table), new Value.Text(word)),
                call.arguments().keywords(),
                true);
    }

    private List<Operation> made(String name, Arguments given, Call call) {
        return statements
                .of(name, given, call.at())
                .orElseGet(() -> List.of(RailsStatements.unread("t." + call.name(), call.at())));
    }

    /** What a change of several things in one statement is: MySQL takes it as one. */
    static List<Operation> together(List<Operation> operations, String table) {
        String start = "ALTER TABLE " + table + " ";
        List<Operation> all = new ArrayList<>();
        for (Operation operation : operations) {
            boolean isJoined = operation instanceof Operation.Called now
                    && now.sql().startsWith(start)
                    && !all.isEmpty()
                    && all.getLast() instanceof Operation.Called before
                    && before.sql().startsWith(start);
            if (isJoined) {
                Operation.Called before = (Operation.Called) all.removeLast();
                String more = ((Operation.Called) operation).sql().substring(start.length());
                all.add(new Operation.Called(before.sql() + ", " + more, before.at()));
            } else {
                all.add(operation);
            }
        }
        return all;
    }
}
