package dev.migtrue.language.code.ecto;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Following;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The functions of a migration of Ecto. */
final class Ecto implements Library {

    /** What only says something, of a table that is made or changed. */
    private static final Set<String> SAYING = Set.of(
            "table",
            "index",
            "unique_index",
            "constraint",
            "references",
            "fragment",
            "add",
            "add_if_not_exists",
            "remove",
            "remove_if_exists",
            "modify",
            "timestamps",
            "repo");

    private static final Set<String> SILENT = Set.of(
            ("flush prefix inspect is_nil length hd elem to_string config from where select subquery dynamic join"
                            + " order_by group_by limit field over")
                    .split(" "));

    /** Modules whose functions do nothing to a database. */
    private static final Pattern PURE = Pattern.compile(
            "(?:Enum|Map|List|Keyword|String|Atom|Integer|Float|IO|Logger|DateTime|NaiveDateTime|Date|Time|System|Application|Regex|Jason|Tuple|MapSet|Stream|Access|Process|Path|Base|Kernel|Decimal|Version|Code|Mix)\\.\\w+[?!]?");

    /** Functions of changes to rows, of which nothing is done before they are handed to the repository. */
    private static final Pattern CHANGESET = Pattern.compile(
            "cast|cast_assoc|change|put_change|validate_\\w+|(?:unique|foreign_key|check|assoc|no_assoc)_constraint");

    /** A question to a catalogue. */
    private static final Pattern ASKING = Pattern.compile(
            "(?is)^\\s*(?:SHOW|PRAGMA|SELECT)\\b.*\\b(?:information_schema|pg_\\w+|to_regclass|sqlite_master|table_info)\\b");

    private final Identifiers identifiers;

    Ecto(Dialect dialect) {
        this.identifiers = new Identifiers(dialect);
    }

    @Override
    public Optional<Outcome> call(Call call) {
        return switch (call.function()) {
            case Value.Named named -> named.path().contains(".") ? remote(named.path(), call) : own(call);
            case Value.Member member ->
                member.of() instanceof Value.Made made && made.maker().equals("repo")
                        ? Optional.of(onRepository(call, call.arguments()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Outcome> own(Call call) {
        String name = call.name();
        if (CHANGESET.matcher(name).matches()) {
            return Optional.of(Outcome.of(new Value.Unknown("a change of a row")));
        }
        if (SAYING.contains(name)) {
            return Optional.of(Outcome.of(new Value.Made(call.function(), call.arguments(), Optional.of(call.at()))));
        }
        if (SILENT.contains(name)) {
            return Optional.of(Outcome.NOTHING);
        }
        return switch (name) {
            case "create" -> Optional.of(created(call, ""));
            case "create_if_not_exists" -> Optional.of(created(call, "IF NOT EXISTS "));
            case "alter" -> Optional.of(altered(call));
            case "drop" -> Optional.of(dropped(call, ""));
            case "drop_if_exists" -> Optional.of(dropped(call, "IF EXISTS "));
            case "rename" -> Optional.of(renamed(call));
            case "execute" -> Optional.of(executed(call));
            case "direction" -> Optional.of(Outcome.of(new Value.Text("up")));
            default ->
                call.arguments().positional().isEmpty()
                                || name.endsWith("?")
                                || call.arguments().function().isPresent()
                        ? Optional.empty()
                        : Optional.of(unread(call));
        };
    }

    private static Outcome unread(Call call) {
        return new Outcome(
                List.of(new Operation.Unrecognized("'" + call.name() + "'", call.at())),
                new Value.Unknown("what '" + call.name() + "' brings"),
                false);
    }

    private static Outcome told(Optional<String> sql, Call call) {
        return sql.map(text -> Outcome.of(new Operation.Called(text, call.at())))
                .orElseGet(() -> unread(call));
    }

    private Optional<EctoThing> thing(Call call) {
        return call.arguments().get(0, "").flatMap(value -> EctoThing.of(identifiers, value));
    }

    private static Optional<Following.Followed> block(Call call) {
        return call.arguments().function().map(block -> call.following().call(block));
    }

    private static List<Following.Said> said(Optional<Following.Followed> block) {
        return block.map(Following.Followed::said).orElse(List.of());
    }

    private Outcome created(Call call, String condition) {
        Optional<EctoThing> thing = thing(call);
        if (thing.isEmpty()) {
            return unread(call);
        }
        if (!thing.get().isTable()) {
            return told(
                    thing.get().isIndex()
                            ? thing.get().index(condition)
                            : thing.get().constraint(),
                    call);
        }
        Optional<Following.Followed> block = block(call);
        EctoColumns columns = EctoColumns.ofNew(identifiers, thing.get(), said(block));
        return together(
                "CREATE TABLE " + condition + thing.get().table() + " (" + String.join(", ", columns.clauses()) + ")",
                columns,
                block,
                call);
    }

    private Outcome altered(Call call) {
        Optional<EctoThing> thing = thing(call).filter(EctoThing::isTable);
        if (thing.isEmpty()) {
            return unread(call);
        }
        Optional<Following.Followed> block = block(call);
        EctoColumns columns = EctoColumns.ofChanged(identifiers, thing.get(), said(block));
        String alter = "ALTER TABLE " + thing.get().table() + " ";
        boolean isEach = identifiers.dialect() == Dialect.SQLITE;
        String sql = isEach
                ? alter + String.join("; " + alter, columns.clauses())
                : alter + String.join(", ", columns.clauses());
        return together(columns.clauses().isEmpty() ? "" : sql, columns, block, call);
    }

    /** @param sql empty where nothing of it is understood */
    private static Outcome together(String sql, EctoColumns columns, Optional<Following.Followed> block, Call call) {
        List<Operation> all = new ArrayList<>();
        block.ifPresent(followed -> all.addAll(followed.outcome().operations()));
        if (!sql.isEmpty()) {
            all.add(new Operation.Called(sql, call.at()));
        }
        all.addAll(columns.unread());
        return Outcome.of(all);
    }

    private Outcome dropped(Call call, String condition) {
        return told(thing(call).flatMap(thing -> thing.dropped(condition, call.arguments())), call);
    }

    private Outcome renamed(Call call) {
        Optional<EctoThing> thing = thing(call);
        Optional<Value> to = call.arguments().keyword("to");
        Optional<String> column = call.arguments().text(1, "");
        Optional<String> sql = thing.flatMap(old -> to.flatMap(now -> {
            Optional<String> name = Values.text(now)
                    .or(() -> EctoThing.of(identifiers, now).map(EctoThing::bareTable))
                    .map(identifiers::of);
            if (old.isIndex()) {
                return name.flatMap(next ->
                        old.bareName().map(bare -> "ALTER INDEX " + identifiers.of(bare) + " RENAME TO " + next));
            }
            String part = column.map(bare -> "RENAME COLUMN " + identifiers.of(bare) + " TO ")
                    .orElse("RENAME TO ");
            return name.map(next -> "ALTER TABLE " + old.table() + " " + part + next);
        }));
        return told(sql, call);
    }

    /** The way up comes first; what goes with it is the way back. */
    private static Outcome executed(Call call) {
        return call.arguments()
                .get(0, "")
                .map(value -> switch (value) {
                    case Value.Function function ->
                        Outcome.of(call.following().call(function).outcome().operations());
                    case Value.Items several ->
                        Outcome.of(several.values().stream()
                                .map(call.following()::sql)
                                .toList());
                    default -> Outcome.of(call.following().sql(value));
                })
                .orElseGet(() -> unread(call));
    }

    /** Functions of other modules: of the repository, of pure ones, or of whoever knows what. */
    private static Optional<Outcome> remote(String path, Call call) {
        boolean isOfRepository = path.matches("(?:\\w+\\.)*Repo\\.\\w+[?!]?");
        if (isOfRepository) {
            return Optional.of(onRepository(call, call.arguments()));
        }
        if (path.matches("Ecto\\.Adapters\\.SQL\\.query!?")) {
            return Optional.of(onRepository(call, call.arguments().without(1)));
        }
        boolean isPure = PURE.matcher(path).matches() || path.startsWith("Ecto.");
        if (isPure) {
            return call.arguments().function().flatMap(function -> rounds(call, function));
        }
        return path.matches("[A-Z].*") ? Optional.of(unread(call)) : Optional.empty();
    }

    /** What a function of a pure module has done by another; absent where that is nothing. */
    private static Optional<Outcome> rounds(Call call, Value.Function function) {
        Value one = new Value.Unknown("one of many");
        List<Operation> done =
                call.following().inline(function, Arguments.of(one, one)).operations();
        return done.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome(
                        List.of(new Operation.Repeated(done, call.at())), new Value.Unknown("a list"), false));
    }

    private static Outcome onRepository(Call call, Arguments given) {
        String name = call.name();
        if (name.matches("query!?")) {
            Optional<Value> sql = given.get(0, "");
            Value answers = sql.flatMap(Values::text)
                    .<Value>map(text -> new Value.Answers(text, Value.Answers.Part.ROWS))
                    .orElse(new Value.Unknown("what a query brings"));
            boolean isAsking = sql.flatMap(Values::text)
                    .filter(text -> ASKING.matcher(text).find())
                    .isPresent();
            return new Outcome(
                    isAsking
                            ? List.of()
                            : sql.map(value -> List.of(call.following().sql(value)))
                                    .orElse(List.of()),
                    answers,
                    false);
        }
        if (name.equals("transaction") || name.equals("transact")) {
            return given.function()
                    .map(function ->
                            Outcome.of(call.following().call(function).outcome().operations()))
                    .orElseGet(() -> unread(call));
        }
        boolean isReading = name.matches(
                "(?:all|one|get|get_by|exists|aggregate|preload|stream|config|__adapter__|in_transaction|checkout)[?!]?");
        return isReading ? Outcome.of(new Value.Unknown("rows of the repository")) : unread(call);
    }
}
