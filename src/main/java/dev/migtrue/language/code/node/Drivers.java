package dev.migtrue.language.code.node;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Following;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.code.schema.Told;
import dev.migtrue.language.code.schema.Transactions;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The calls of the drivers of databases, whatever their connection is called. */
final class Drivers implements Library {

    /** What stands for a database of which nobody says what it is reached by. */
    static final Value.Made DATABASE = new Value.Made(new Value.Named("database"), Arguments.of());

    private static final Set<String> RUNNING = Set.of(
            "query",
            "exec",
            "execute",
            "executeSql",
            "runSql",
            "$executeRawUnsafe",
            "$executeRaw",
            "$queryRawUnsafe",
            "unsafe",
            "addSql",
            "raw");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:.*\\.)?(?:exec|execFile|spawn|fork)(?:Sync)?");
    private static final Set<String> PREPARED = Set.of("run", "all", "get", "iterate", "pluck", "raw");
    private static final Pattern STATEMENT = Pattern.compile(
            "(?is)\\s*(?:--[^\\n]*\\n\\s*|/\\*.*?\\*/\\s*)*(?:CREATE|ALTER|DROP|INSERT|UPDATE|DELETE|SELECT|WITH|PRAGMA|BEGIN|COMMIT|ROLLBACK|GRANT|REVOKE|TRUNCATE|COMMENT|SET|DO|RENAME|REPLACE|SHOW|DESCRIBE|REINDEX|VACUUM|ANALYZE|CALL|EXPLAIN|LOCK|REFRESH|START|SAVEPOINT|RELEASE|MERGE|USE|ATTACH)\\b.*");

    private final Transactions transactions;

    /** A transaction that nobody calls runs at once. */
    @Override
    public Optional<Outcome> settled(Value value, Following following) {
        return value instanceof Value.Made made && isTransaction(made)
                ? around(made, Arguments.of(DATABASE), following, made.at().orElse(Span.START))
                : Optional.empty();
    }

    Drivers(Mode mode) {
        this.transactions = new Transactions(mode, new Value.Unknown("a transaction"));
    }

    @Override
    public Optional<Outcome> call(Call call) {
        if (call.function() instanceof Value.Made made && isTransaction(made)) {
            return around(made, call.arguments(), call.following(), call.at());
        }
        if (call.name().equals("transaction") && call.arguments().function().isPresent()) {
            return Optional.of(Outcome.of(new Value.Made(call.function(), call.arguments(), Optional.of(call.at()))));
        }
        if (isElsewhere(call)) {
            return Optional.of(Told.unread(call));
        }
        Optional<Value> owner = owner(call.function());
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        if (call.name().equals("pragma")) {
            return call.arguments()
                    .text(0, "")
                    .map(words -> call.following().query(new Value.Text("PRAGMA " + words), Arguments.of()));
        }
        Optional<Outcome> prepared = prepared(owner.get(), call);
        return prepared.isPresent() ? prepared : ran(call);
    }

    /** Another program that is run may do anything. */
    private static boolean isElsewhere(Call call) {
        return call.function() instanceof Value.Named named
                && (named.path().startsWith("child_process.") || !named.path().contains("."))
                && ELSEWHERE.matcher(named.path()).matches();
    }

    private Optional<Outcome> around(Value.Made made, Arguments handed, Following following, Span at) {
        return made.arguments().function().map(function -> transactions.around(following.inline(function, handed), at));
    }

    /** {@code db.transaction(() => …)}, which is a function that runs another. */
    private static boolean isTransaction(Value.Made made) {
        return made.maker().equals("transaction")
                || (Set.of("immediate", "exclusive", "deferred").contains(made.maker())
                        && made.function() instanceof Value.Member member
                        && member.of() instanceof Value.Made inner
                        && isTransaction(inner));
    }

    /** What a method is called on; absent where it is none. */
    private static Optional<Value> owner(Value function) {
        return switch (function) {
            case Value.Member member -> Optional.of(member.of());
            case Value.Named named ->
                named.path().contains(".")
                        ? Optional.of(new Value.Named(
                                named.path().substring(0, named.path().lastIndexOf('.'))))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Outcome> prepared(Value owner, Call call) {
        boolean isPrepared = owner instanceof Value.Made made && made.maker().equals("prepare");
        if (!isPrepared || !PREPARED.contains(call.name())) {
            return Optional.empty();
        }
        if (call.name().equals("pluck") || call.name().equals("raw")) {
            return Optional.of(Outcome.of(owner));
        }
        List<Value> values = call.arguments().positional();
        return ((Value.Made) owner)
                .arguments().positional().stream()
                        .findFirst()
                        .map(sql -> call.following()
                                .query(sql, values.isEmpty() ? Arguments.of() : Arguments.of(new Value.Items(values))));
    }

    /** A method that runs SQL; others may have its name where what they are handed is none. */
    private Optional<Outcome> ran(Call call) {
        Optional<Value> given = call.arguments().positional().stream().findFirst();
        Optional<Value> sql = given.flatMap(value -> value instanceof Value.Entries entries
                ? entries.get("text").or(() -> entries.get("sql"))
                : Optional.of(value));
        if (sql.isEmpty()) {
            return Optional.empty();
        }
        boolean isText = Values.text(sql.get())
                .filter(text -> STATEMENT.matcher(text).matches())
                .isPresent();
        boolean isUnknown = Values.text(sql.get()).isEmpty() && sql.get() instanceof Value.Unknown;
        boolean isRun = RUNNING.contains(call.name()) || (call.name().equals("run") && isText);
        if (!isRun || !(isText || isUnknown)) {
            return Optional.empty();
        }
        Arguments values = call.arguments().without(1);
        boolean isPlain = values.positional().stream()
                .findFirst()
                .filter(Value.Items.class::isInstance)
                .isPresent();
        return Optional.of(call.following().query(sql.get(), isPlain ? values : Arguments.of()));
    }
}
