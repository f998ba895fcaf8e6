package dev.migtrue.language.code.sqlalchemy;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is done through the tables, types and sessions of SQLAlchemy. */
public final class SqlAlchemy implements Library {

    private static final Set<String> WRITING =
            Set.of("add", "add_all", "merge", "bulk_insert_mappings", "bulk_save_objects", "bulk_update_mappings");
    private static final Pattern SESSION = Pattern.compile("(?i).*session");
    private static final Pattern ADDING = Pattern.compile(
            "(?i)_*(?:safe_|ensure_)?(?:add_)?column(?:_if_(?:not_exists?|missing|absent|needed))?|_*add_column_.*|ensure_column");

    private final Dialect dialect;

    public SqlAlchemy(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Optional<Outcome> call(Call call) {
        Value function = call.function();
        Arguments arguments = call.arguments();
        Span at = call.at();
        String name = call.name();
        Optional<List<String>> rows = name.equals("execute")
                ? arguments.positional().stream().findFirst().flatMap(new RowText(new Identifiers(dialect))::of)
                : Optional.empty();
        if (rows.isPresent()) {
            return Optional.of(Outcome.of(rows.get().stream()
                    .<Operation>map(sql -> new Operation.Called(sql, at))
                    .toList()));
        }
        if (function instanceof Value.Member member && member.of() instanceof Value.Made made) {
            return item(made, member.name(), arguments, at);
        }
        if (name.equals("create_all")) {
            return Optional.of(Outcome.of(new Operation.Unrecognized("the tables of the program's models", at)));
        }
        return written(function, name, at).or(() -> wrapped(function, name, arguments, at));
    }

    private static Optional<Outcome> written(Value function, String name, Span at) {
        boolean isSession = switch (function) {
            case Value.Named named -> SESSION.matcher(parent(named.path())).matches();
            case Value.Member member ->
                member.of() instanceof Value.Unknown unknown && unknown.why().contains("session");
            default -> false;
        };
        return isSession && WRITING.contains(name)
                ? Optional.of(Outcome.of(new Operation.Unrecognized("rows of a session ('" + name + "')", at)))
                : Optional.empty();
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    private Optional<Outcome> item(Value.Made made, String method, Arguments arguments, Span at) {
        boolean isType = made.maker().equalsIgnoreCase("enum");
        boolean isTable = made.maker().equals("Table");
        boolean isChecked = arguments.isTrue("checkfirst")
                || (isType
                        && arguments.keyword("checkfirst").isEmpty()
                        && arguments.positional().size() < 2)
                || arguments.positional().stream().skip(1).anyMatch(new Value.Truth(true)::equals);
        Identifiers names = new Identifiers(dialect);
        boolean isMaking = method.equals("create");
        if ((!isType && !isTable) || (!isMaking && !method.equals("drop"))) {
            boolean isSession = SESSION.matcher(made.maker()).matches();
            return isSession && WRITING.contains(method)
                    ? Optional.of(Outcome.of(new Operation.Unrecognized("rows of a session ('" + method + "')", at)))
                    : Optional.empty();
        }
        if (isType && dialect != Dialect.POSTGRESQL) {
            return Optional.of(Outcome.NOTHING);
        }
        return isType
                ? type(made, isMaking, names).map(sql -> checked(ObjectKind.TYPE, made, sql, isMaking, isChecked, at))
                : table(made, isMaking, names)
                        .map(sql -> checked(ObjectKind.TABLE, made, sql, isMaking, isChecked, at));
    }

    private static Optional<List<String>> type(Value.Made made, boolean isMaking, Identifiers names) {
        return isMaking
                ? TableText.labels(made, names).map(List::of)
                : made.arguments()
                        .keyword("name")
                        .flatMap(Values::text)
                        .map(name -> List.of("DROP TYPE " + names.of(name)));
    }

    private static Optional<List<String>> table(Value.Made made, boolean isMaking, Identifiers names) {
        return TableText.of(made.arguments(), names)
                .map(table -> isMaking ? table.statements(false) : List.of("DROP TABLE " + table.fullName()));
    }

    private static Outcome checked(
            ObjectKind kind, Value.Made made, List<String> sql, boolean isMaking, boolean isChecked, Span at) {
        List<Operation> operations = sql.stream()
                .<Operation>map(one -> new Operation.Called(one, at))
                .toList();
        Optional<String> name = made.arguments()
                .keyword("name")
                .or(() -> made.arguments().get(0, "name"))
                .flatMap(Values::text);
        if (!isChecked || name.isEmpty()) {
            return Outcome.of(operations);
        }
        Guard exists = new Guard.Exists(kind, name.get(), Optional.empty());
        return Outcome.of(new Operation.Guarded(isMaking ? new Guard.Not(exists) : exists, operations, List.of(), at));
    }

    /** A function from elsewhere whose name says that it adds a column unless it is there. */
    private Optional<Outcome> wrapped(Value function, String name, Arguments arguments, Span at) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isGuarded =
                lower.contains("if_not_exist") || lower.contains("if_missing") || lower.startsWith("ensure_");
        if (!isGuarded || !(function instanceof Value.Named)) {
            return Optional.empty();
        }
        Arguments own = arguments.without((int) arguments.positional().stream()
                .takeWhile(value -> Values.text(value).isEmpty())
                .count());
        Optional<ColumnText> column =
                own.get(1, "column").flatMap(value -> ColumnText.of(value, new Identifiers(dialect)));
        Optional<List<String>> added = ADDING.matcher(name).matches() && column.isPresent()
                ? new OperationText(new Identifiers(dialect)).of("add_column", own)
                : Optional.empty();
        Optional<String> table = own.text(0, "table_name");
        if (added.isEmpty() || table.isEmpty()) {
            return Optional.of(Outcome.NOTHING);
        }
        Guard missing = new Guard.Not(
                new Guard.Exists(ObjectKind.COLUMN, column.orElseThrow().name(), table));
        return Optional.of(Outcome.of(new Operation.Guarded(
                missing,
                added.get().stream()
                        .<Operation>map(sql -> new Operation.Called(sql, at))
                        .toList(),
                List.of(),
                at)));
    }
}
