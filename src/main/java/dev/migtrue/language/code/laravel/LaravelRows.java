package dev.migtrue.language.code.laravel;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Chain;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.code.schema.RowsText;
import dev.migtrue.language.code.schema.SchemaText;
import dev.migtrue.language.code.schema.Told;
import dev.migtrue.language.code.schema.Transactions;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The calls of the facade {@code DB} of Laravel, and those of models that change rows. */
final class LaravelRows implements Library {

    private static final Set<String> RUNNING =
            Set.of("statement", "unprepared", "insert", "update", "delete", "affectingStatement");
    private static final Set<String> ASKING = Set.of("select", "selectOne", "scalar", "selectResultSets");
    private static final Set<String> WRITING = Set.of(
            "insert",
            "insertOrIgnore",
            "insertGetId",
            "insertUsing",
            "update",
            "updateOrInsert",
            "updateOrCreate",
            "upsert",
            "delete",
            "forceDelete",
            "truncate",
            "increment",
            "decrement",
            "create",
            "forceCreate",
            "firstOrCreate",
            "findOrCreate",
            "givePermissionTo",
            "assignRole",
            "seed",
            "save",
            "saveQuietly",
            "push",
            "touch",
            "sync",
            "attach",
            "detach",
            "call");
    private static final Set<String> EACH = Set.of(
            "each",
            "chunk",
            "chunkById",
            "map",
            "lazy",
            "eachById",
            "cursor",
            "filter",
            "array_map",
            "array_walk",
            "transform");
    private static final Pattern MODEL = Pattern.compile("[A-Z]\\w*\\..*");

    private final SchemaText text;
    private final Transactions transactions;

    LaravelRows(SchemaText text, Mode mode) {
        this.text = text;
        this.transactions = new Transactions(mode, new Value.Unknown("a transaction"));
    }

    @Override
    public Optional<Outcome> call(Call call) {
        if (Laravel.isOf(call.function(), "DB")) {
            return Optional.of(facade(call));
        }
        Optional<Value.Function> block = call.arguments().function();
        if (block.isPresent() && EACH.contains(call.name())) {
            return Optional.of(each(call, block.get()));
        }
        Chain chain = call.function() instanceof Value.Member member
                ? Chain.of(member.of(), value -> false)
                : new Chain(call.function(), List.of());
        boolean isQuery = !chain.links().isEmpty() && Laravel.isOf(chain.root(), "DB");
        if (isQuery && WRITING.contains(call.name())) {
            return Optional.of(written(chain, call));
        }
        boolean isExisting = isQuery && Set.of("exists", "doesntExist").contains(call.name());
        if (isExisting) {
            return Optional.of(Outcome.of(found(chain, call)));
        }
        if (isQuery) {
            return Optional.of(Laravel.made(call));
        }
        return isModel(call, chain) ? Optional.of(Told.unread(call)) : Optional.empty();
    }

    /** What changes the rows of a model, or of what is known only by running. */
    private static boolean isModel(Call call, Chain chain) {
        if (!WRITING.contains(call.name())) {
            return false;
        }
        return switch (chain.root()) {
            case Value.Named named ->
                MODEL.matcher(named.path()).matches() || named.path().startsWith("$");
            case Value.Unknown unknown -> true;
            case Value.Member member -> true;
            default -> false;
        };
    }

    private Outcome facade(Call call) {
        Arguments given = call.arguments();
        Optional<Value> first = given.positional().stream().findFirst();
        if (RUNNING.contains(call.name()) || ASKING.contains(call.name())) {
            return first.map(sql -> call.following().query(sql, given.without(1)))
                    .orElseGet(() -> Told.unread(call));
        }
        return switch (call.name()) {
            case "transaction" -> transactions.run(call);
            case "beginTransaction" -> transactions.run(call);
            case "commit", "rollBack" ->
                transactions.ended(new Call(
                        new Value.Named(call.name().toLowerCase(java.util.Locale.ROOT)),
                        given,
                        call.following(),
                        call.at()));
            case "table",
                    "raw",
                    "connection",
                    "query",
                    "getSchemaBuilder",
                    "getQueryGrammar",
                    "getTablePrefix",
                    "getDatabaseName" -> Laravel.made(call);
            case "disableQueryLog", "enableQueryLog", "purge", "reconnect" -> Outcome.NOTHING;
            default -> Told.unread(call);
        };
    }

    /** Of things that are known each, of others any number. */
    private static Outcome each(Call call, Value.Function block) {
        Optional<Value> over = call.function() instanceof Value.Member member
                ? Optional.of(member.of())
                : call.arguments().positional().stream()
                        .filter(value -> !(value instanceof Value.Function))
                        .findFirst();
        if (over.isPresent() && over.get() instanceof Value.Items items) {
            List<Operation> done = items.values().stream()
                    .flatMap(one -> call.following().inline(block, Arguments.of(one)).operations().stream())
                    .toList();
            return Outcome.of(new Value.Unknown("a list that is made of another"))
                    .behind(done);
        }
        List<Operation> round = call.following()
                .call(block, new Value.Unknown("one of many"))
                .outcome()
                .operations();
        return Outcome.of(new Value.Unknown("a list that is made of another"))
                .behind(round.isEmpty() ? List.of() : List.of(new Operation.Repeated(round, call.at())));
    }

    private Optional<String> table(Chain chain) {
        return chain.links().stream()
                .filter(link -> link.name().equals("table") || link.name().equals("from"))
                .flatMap(link -> link.arguments().text(0, "table").stream())
                .findFirst();
    }

    private Outcome written(Chain chain, Call call) {
        RowsText rows = new RowsText(text);
        Arguments given = call.arguments();
        String where = where(chain);
        Optional<String> sql = table(chain).flatMap(table -> switch (call.name()) {
            case "insert", "insertGetId" ->
                given.get(0, "values").flatMap(values -> rows.insert(table, values, RowsText.Conflict.REFUSED));
            case "insertOrIgnore" ->
                given.get(0, "values").flatMap(values -> rows.insert(table, values, RowsText.Conflict.IGNORED));
            case "upsert" ->
                given.get(0, "values").flatMap(values -> rows.insert(table, values, RowsText.Conflict.MERGED));
            case "update" -> rows.update(table, given, where);
            case "delete" -> Optional.of(rows.delete(table, where));
            case "truncate" -> Optional.of("TRUNCATE TABLE " + text.name(table));
            default -> Optional.empty();
        });
        return sql.map(statement -> Told.sql(call, statement)).orElseGet(() -> Told.unread(call));
    }

    private String where(Chain chain) {
        List<Chain.Link> conditions = chain.links().stream()
                .filter(link -> link.name().contains("here"))
                .toList();
        if (conditions.isEmpty()) {
            return "";
        }
        return " WHERE "
                + (conditions.size() == 1 && conditions.getFirst().name().equals("where")
                        ? new RowsText(text)
                                .where(conditions.getFirst().arguments())
                                .orElse("unknown_condition()")
                        : "unknown_condition()");
    }

    private Value found(Chain chain, Call call) {
        Optional<String> table = table(chain);
        String where = where(chain);
        if (table.isEmpty() || where.contains("unknown") || where.isEmpty()) {
            return new Value.Unknown("what a query brings");
        }
        Guard found = new Guard.Found("SELECT 1 FROM " + text.name(table.get()) + where);
        return new Value.Question(call.name().equals("exists") ? found : new Guard.Not(found));
    }

    /** A text of SQL that stands for itself: {@code DB::raw("…")}. */
    static Optional<String> raw(Value value) {
        return value instanceof Value.Made made && Set.of("raw", "Expression").contains(made.maker())
                ? made.arguments().get(0, "value").flatMap(Values::text)
                : Optional.empty();
    }
}
