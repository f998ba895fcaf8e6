package dev.migtrue.language.code.efcore;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Chain;
import dev.migtrue.language.code.follow.Following;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.program.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statement of a {@code CreateTable}, out of what its functions say of columns and constraints. */
final class EfTable {

    /** What stands for the table in its functions, and for a row of it. */
    static final Value.Made TABLE = new Value.Made(new Value.Named("ef.table"), Arguments.of());

    private static final Value.Made ROW = new Value.Made(new Value.Named("ef.row"), Arguments.of());

    private final EfNames names;
    private final Call call;
    private final List<String> parts = new ArrayList<>();
    private final List<Operation> unread = new ArrayList<>();

    private EfTable(EfNames names, Call call) {
        this.names = names;
        this.call = call;
    }

    /** Absent where its name or its columns are known only when it runs. */
    static Optional<List<Operation>> of(EfNames names, Call call) {
        EfTable table = new EfTable(names, call);
        return names.itself(call.arguments()).filter(name -> table.hasColumns()).map(name -> table.statements(name));
    }

    private List<Operation> statements(String name) {
        constraints();
        List<Operation> all = new ArrayList<>();
        all.add(new Operation.Called("CREATE TABLE " + name + " (" + String.join(", ", parts) + ")", call.at()));
        all.addAll(unread);
        return all;
    }

    private boolean hasColumns() {
        Optional<Value> columns = call.arguments()
                .keyword("columns")
                .or(() -> call.arguments().get(1, "columns"))
                .filter(Value.Function.class::isInstance)
                .map(function -> call.following()
                        .call((Value.Function) function, TABLE)
                        .outcome()
                        .value());
        if (!(columns.orElse(new Value.None()) instanceof Value.Entries entries)) {
            return false;
        }
        for (Value.Items pair : entries.pairs()) {
            Optional<Arguments> options = EfColumn.options(pair.values().get(1));
            Optional<String> name = options.flatMap(given -> EfNames.text(given, "name"))
                    .or(() -> Values.text(pair.values().getFirst()));
            if (options.isEmpty() || name.isEmpty()) {
                return false;
            }
            parts.add(new EfColumn(names.identifiers().dialect())
                    .of(names.identifiers().of(name.get()), options.get()));
        }
        return true;
    }

    private void constraints() {
        call.arguments()
                .keyword("constraints")
                .filter(Value.Function.class::isInstance)
                .map(function -> call.following().call((Value.Function) function, TABLE))
                .map(Following.Followed::said)
                .orElse(List.of())
                .forEach(this::constraint);
    }

    private void constraint(Following.Said said) {
        Chain chain = Chain.of(said.value(), TABLE::equals);
        Optional<String> text = chain.links().stream()
                .findFirst()
                .filter(link -> said.under().isEmpty())
                .flatMap(this::written);
        text.ifPresentOrElse(
                parts::add, () -> unread.add(new Operation.Unrecognized("a constraint of a table", said.at())));
    }

    private Optional<String> written(Chain.Link link) {
        Arguments given = link.arguments();
        String name = EfNames.name(given)
                .map(known -> "CONSTRAINT " + names.identifiers().of(known) + " ")
                .orElse("");
        Optional<String> columns = given.function().flatMap(this::columns);
        return switch (link.name()) {
            case "PrimaryKey" -> columns.map(list -> name + "PRIMARY KEY (" + list + ")");
            case "UniqueConstraint" -> columns.map(list -> name + "UNIQUE (" + list + ")");
            case "CheckConstraint" -> given.text(1, "sql").map(sql -> name + "CHECK (" + sql + ")");
            case "ForeignKey" ->
                columns.flatMap(list -> EfConstraints.references(names, given)
                        .map(target -> name + "FOREIGN KEY (" + list + ")" + target));
            default -> Optional.empty();
        };
    }

    /** {@code x => x.Id}, {@code x => new { x.Id, x.Name }}. */
    private Optional<String> columns(Value.Function function) {
        Value chosen = call.following().call(function, ROW).outcome().value();
        return switch (chosen) {
            case Value.Member member -> Optional.of(names.identifiers().of(member.name()));
            case Value.Entries entries ->
                Values.elements(entries)
                        .flatMap(keys -> Values.texts(new Value.Items(keys)))
                        .map(names.identifiers()::of);
            default -> Optional.empty();
        };
    }
}
