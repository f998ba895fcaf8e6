package dev.migtrue.language.code.rails;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Chain;
import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.program.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows that a migration changes through models: as SQL where the text says all of it, and told where it does not. */
record RailsModels(Identifiers identifiers) {

    private static final Set<String> WRITING = Set.of(
            ("save save! update update! update_attribute update_attribute! update_attributes update_attributes! update_column"
                            + " update_columns update_all create create! insert insert! insert_all insert_all! upsert upsert_all"
                            + " delete delete_all delete_by destroy destroy! destroy_all destroy_by find_or_create_by"
                            + " find_or_create_by! first_or_create first_or_create! touch touch_all increment! decrement! toggle!"
                            + " reset_counters import import! update_counters")
                    .split(" "));
    private static final Set<String> ROUND_ALL =
            Set.of("find_each", "find_in_batches", "in_batches", "each", "each_record");
    private static final Set<String> OF_ALL_ROWS = Set.of("all", "unscoped", "where");

    /** What a call of a method of a model, or of something that it brought, does; absent where that is nothing to the database. */
    Optional<Outcome> of(Call call) {
        if (ROUND_ALL.contains(call.name())) {
            return Optional.of(rounds(call));
        }
        if (!WRITING.contains(call.name())) {
            return Optional.empty();
        }
        Operation made = chain(call)
                .flatMap(chain -> table(chain.root()).flatMap(table -> written(table, chain.links(), call)))
                .<Operation>map(sql -> new Operation.Called(sql, call.at()))
                .orElseGet(() -> new Operation.Unrecognized("rows of a model ('" + call.name() + "')", call.at()));
        return Optional.of(new Outcome(List.of(made), new Value.Unknown("a row of a model"), false));
    }

    private static Outcome rounds(Call call) {
        Optional<Value.Function> block = call.arguments().function();
        if (block.isEmpty()) {
            return call.arguments()
                    .keyword("do")
                    .flatMap(Values::text)
                    .map(method -> Outcome.of(
                            new Operation.Unrecognized("what each row is told to do ('" + method + "')", call.at())))
                    .orElseGet(() -> Outcome.of(new Value.Unknown("rows of a model")));
        }
        List<Operation> round = call.following()
                .inline(block.get(), Arguments.of(new Value.Unknown("a row of a model")))
                .operations();
        return round.isEmpty() ? Outcome.NOTHING : Outcome.of(new Operation.Repeated(round, call.at()));
    }

    /** The model with the calls on it, but for the last one. */
    private static Optional<Chain> chain(Call call) {
        return switch (call.function()) {
            case Value.Member member -> Optional.of(first(Chain.of(member.of(), value -> false)));
            case Value.Named named -> Optional.of(new Chain(new Value.Named(parent(named.path())), List.of()));
            default -> Optional.empty();
        };
    }

    /** {@code User.where} is the first call's name, with the model before it. */
    private static Chain first(Chain chain) {
        return chain.root() instanceof Value.Named named && !chain.links().isEmpty()
                ? new Chain(new Value.Named(parent(named.path())), chain.links())
                : chain;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    private static Optional<String> table(Value model) {
        return switch (model) {
            case Value.Named named ->
                named.path().matches("(?:\\w+\\.)*[A-Z]\\w*")
                        ? Optional.of(RailsNames.table(named.path()))
                        : Optional.empty();
            case Value.Instance instance ->
                setTable(instance.definition())
                        .or(() -> instance.definition().field("name").map(name -> RailsNames.table(name.text())));
            default -> Optional.empty();
        };
    }

    /** {@code self.table_name = "x"} in the body of a model. */
    private static Optional<String> setTable(CodeNode node) {
        return node.parts().stream()
                .flatMap(part -> (part.is("assignment")
                                        && part.field("left")
                                                .filter(left -> left.text().equals("self.table_name"))
                                                .isPresent()
                                ? part.field("right").map(right -> right.text().replaceAll("^[:\"']|[\"']$", ""))
                                : setTable(part))
                        .stream())
                .findFirst();
    }

    private Optional<String> written(String table, List<Chain.Link> links, Call call) {
        String name = RailsStatements.table(identifiers, table);
        boolean isWhole = links.stream().allMatch(link -> OF_ALL_ROWS.contains(link.name()));
        Optional<String> where = isWhole ? where(links) : Optional.empty();
        Optional<String> made = switch (call.name()) {
            case "update_all" ->
                set(call.arguments()).flatMap(set -> where.map(rows -> "UPDATE " + name + " SET " + set + rows));
            case "delete_all" -> where.map(rows -> "DELETE FROM " + name + rows);
            case "create", "create!", "insert", "insert!" ->
                links.isEmpty() ? inserted(name, call.arguments()) : Optional.empty();
            default -> Optional.empty();
        };
        return made;
    }

    private static Value.Entries row(Arguments given) {
        return given.positional().stream()
                .filter(Value.Entries.class::isInstance)
                .map(Value.Entries.class::cast)
                .findFirst()
                .orElseGet(() -> new Value.Entries(given.keywords().entrySet().stream()
                        .map(entry -> new Value.Items(List.of(new Value.Text(entry.getKey()), entry.getValue())))
                        .toList()));
    }

    /** {@code a: 1}, or the text of a clause. */
    private Optional<String> set(Arguments given) {
        return given.text(0, "").or(() -> pairs(row(given), ", ", " = "));
    }

    private Optional<String> where(List<Chain.Link> links) {
        List<String> conditions = new ArrayList<>();
        for (Chain.Link link : links) {
            if (link.name().equals("where")) {
                boolean isBound = link.arguments().positional().size() > 1;
                Optional<String> condition = isBound
                        ? Optional.empty()
                        : link.arguments().text(0, "").or(() -> pairs(row(link.arguments()), " AND ", " = "));
                if (condition.isEmpty()) {
                    return Optional.empty();
                }
                conditions.add(condition.get());
            }
        }
        return Optional.of(conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
    }

    private Optional<String> pairs(Value.Entries entries, String between, String sign) {
        List<String> pairs = new ArrayList<>();
        for (Value.Items pair : entries.pairs()) {
            Optional<String> column = Values.text(pair.values().getFirst());
            Optional<String> value = Execute.quoted(pair.values().get(1));
            if (column.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            boolean isNothing = between.contains("AND") && value.get().equals("NULL");
            pairs.add(identifiers.of(column.get()) + (isNothing ? " IS NULL" : sign + value.get()));
        }
        return pairs.isEmpty() ? Optional.empty() : Optional.of(String.join(between, pairs));
    }

    /** What only the run tells of a row is a parameter. */
    private Optional<String> inserted(String table, Arguments given) {
        Value.Entries row = row(given);
        List<String> columns = row.pairs().stream()
                .flatMap(pair -> Values.text(pair.values().getFirst()).stream())
                .toList();
        boolean isKnown = !columns.isEmpty()
                && columns.size() == row.pairs().size()
                && given.function().isEmpty();
        return isKnown
                ? Optional.of("INSERT INTO " + table + " (" + identifiers.of(columns) + ") VALUES ("
                        + row.pairs().stream()
                                .map(pair ->
                                        Execute.quoted(pair.values().get(1)).orElse("$1"))
                                .collect(Collectors.joining(", "))
                        + ")")
                : Optional.empty();
    }
}
