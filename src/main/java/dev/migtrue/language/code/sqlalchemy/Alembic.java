package dev.migtrue.language.code.sqlalchemy;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operations of Alembic, those of a batch for one table among them. */
public final class Alembic implements Library {

    private static final Set<String> ASKING =
            Set.of("get_bind", "get_context", "batch_alter_table", "autocommit_block");
    private static final Set<String> HANDED_ON = Set.of("f", "inline_literal");

    private final Library items;
    private final Dialect dialect;

    public Alembic(Dialect dialect) {
        this.dialect = dialect;
        this.items = new SqlAlchemy(dialect);
    }

    @Override
    public Optional<Outcome> call(Call call) {
        Value function = call.function();
        Arguments arguments = call.arguments();
        Span at = call.at();
        String name = call.name();
        if (name.equals("is_offline_mode") || name.equals("as_sql")) {
            return Optional.of(Outcome.of(new Value.Truth(false)));
        }
        Optional<Value.Made> batch = batch(function);
        boolean isOperation = function instanceof Value.Named named
                && (named.path().startsWith("alembic.op.") || named.path().startsWith("op."));
        if (batch.isEmpty() && !isOperation) {
            return items.call(call);
        }
        if (name.equals("execute") || HANDED_ON.contains(name)) {
            return HANDED_ON.contains(name)
                    ? arguments.positional().stream().findFirst().map(Outcome::of)
                    : items.call(call);
        }
        if (ASKING.contains(name)) {
            return Optional.of(Outcome.of(new Value.Made(function, arguments)));
        }
        return Optional.of(done(name, arguments, batch, at));
    }

    /** The batch that an operation belongs to. */
    private static Optional<Value.Made> batch(Value function) {
        return function instanceof Value.Member member
                        && member.of() instanceof Value.Made made
                        && made.maker().equals("batch_alter_table")
                ? Optional.of(made)
                : Optional.empty();
    }

    private Outcome done(String name, Arguments arguments, Optional<Value.Made> batch, Span at) {
        Optional<List<String>> statements = batch.isPresent()
                ? new BatchText(batch.get().arguments(), new Identifiers(dialect)).of(name, arguments)
                : new OperationText(new Identifiers(dialect)).of(name, arguments);
        List<Operation> operations = statements
                .map(all -> all.stream()
                        .<Operation>map(sql -> new Operation.Called(sql, at))
                        .toList())
                .orElseGet(() -> List.of(new Operation.Unrecognized("op." + name, at)));
        // A table that was made can be handed on.
        return new Outcome(
                operations,
                name.equals("create_table")
                        ? new Value.Made(new Value.Named("sqlalchemy.Table"), arguments)
                        : new Value.None(),
                false);
    }
}
