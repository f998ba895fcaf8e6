package dev.migtrue.language.code.node;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Questions;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.code.javascript.Callbacks;
import dev.migtrue.language.code.schema.SchemaText;
import dev.migtrue.language.code.schema.SchemaText.When;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Mode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The calls of the query runner of TypeORM. */
final class TypeOrm implements Library {

    /** What stands for the query runner. */
    static final Value.Made RUNNER = new Value.Made(new Value.Named("typeorm.runner"), Arguments.of());

    private static final Set<String> SILENT =
            Set.of("connect", "release", "clearSqlMemory", "getCurrentDatabase", "getCurrentSchema");
    private static final Pattern READING =
            Pattern.compile("(?:find|get|count|exist|createQueryBuilder|select|from|where|and|or|has|is).*");

    private final SchemaText text;
    private final Transactions transactions;

    TypeOrm(SchemaText text, Mode mode) {
        this.text = text;
        this.transactions = new Transactions(mode, RUNNER);
    }

    @Override
    public Optional<Outcome> call(Call call) {
        if (!(call.function() instanceof Value.Member member)) {
            return Optional.empty();
        }
        if (member.of().equals(RUNNER)) {
            return Optional.of(runner(call));
        }
        if (isManager(member.of())) {
            return Optional.of(
                    switch (call.name()) {
                        case "query" -> query(call);
                        case "transaction" -> transactions.run(call);
                        default ->
                            READING.matcher(call.name()).matches()
                                    ? Outcome.of(
                                            new Value.Made(call.function(), call.arguments(), Optional.of(call.at())))
                                    : Told.unread(call);
                    });
        }
        return table(member, call);
    }

    /** The manager of the entities, or what it brings. */
    private static boolean isManager(Value value) {
        return switch (value) {
            case Value.Member member -> member.of().equals(RUNNER) || isManager(member.of());
            case Value.Made made -> made.function() instanceof Value.Member member && isManager(member.of());
            default -> false;
        };
    }

    private static Outcome query(Call call) {
        return call.arguments().positional().stream()
                .findFirst()
                .map(sql -> call.following().query(sql, call.arguments().without(1)))
                .orElseGet(() -> Told.unread(call));
    }

    /** What a table is asked that {@code getTable} brought. */
    private Optional<Outcome> table(Value.Member member, Call call) {
        Optional<String> found = found(member.of());
        if (found.isPresent() && call.name().equals("findColumnByName")) {
            return call.arguments().text(0, "").map(column -> Outcome.of(Questions.column(found.get(), column)));
        }
        if (!(member.of() instanceof Value.Member part)) {
            return Optional.empty();
        }
        Optional<ObjectKind> kind = switch (part.name()) {
            case "columns" -> Optional.of(ObjectKind.COLUMN);
            case "indices" -> Optional.of(ObjectKind.INDEX);
            case "foreignKeys", "uniques", "checks" -> Optional.of(ObjectKind.CONSTRAINT);
            default -> Optional.empty();
        };
        return found(part.of())
                .flatMap(
                        name -> kind.map(known -> new Value.Listing(known, Optional.of(name), Value.Listing.Form.ROWS)))
                .flatMap(listing -> new Callbacks()
                        .call(new Call(
                                new Value.Member(listing, call.name()),
                                call.arguments(),
                                call.following(),
                                call.at())));
    }

    private static Optional<String> found(Value value) {
        return value instanceof Value.Question question
                        && question.guard() instanceof Guard.Exists exists
                        && exists.kind() == ObjectKind.TABLE
                ? Optional.of(exists.name())
                : Optional.empty();
    }

    private Outcome runner(Call call) {
        if (SILENT.contains(call.name())) {
            return Outcome.of(new Value.Unknown("what the database says"));
        }
        return switch (call.name()) {
            case "query" -> query(call);
            case "startTransaction" ->
                transactions.run(new Call(call.function(), Arguments.of(), call.following(), call.at()));
            case "commitTransaction", "rollbackTransaction" ->
                transactions.ended(new Call(
                        new Value.Named(call.name().replace("Transaction", "")),
                        call.arguments(),
                        call.following(),
                        call.at()));
            case "clearTable" ->
                table(call)
                        .map(name -> Told.sql(call, "TRUNCATE TABLE " + text.name(name)))
                        .orElseGet(() -> Told.unread(call));
            default -> table(call).flatMap(name -> defined(name, call)).orElseGet(() -> Told.unread(call));
        };
    }

    /** The table that a call is about: its name, or an object that has it. */
    private static Optional<String> table(Call call) {
        return call.arguments()
                .get(0, "")
                .flatMap(value -> Values.text(value)
                        .or(() -> found(value))
                        .or(() -> Fields.of(value).text("name")));
    }

    private Optional<Outcome> defined(String table, Call call) {
        Arguments given = call.arguments();
        TypeOrmTable parts = new TypeOrmTable(text, table);
        Guard there = new Guard.Exists(ObjectKind.TABLE, table, Optional.empty());
        boolean isAsked = given.get(1, "").filter(new Value.Truth(true)::equals).isPresent();
        return switch (call.name()) {
            case "hasTable", "getTable" -> Optional.of(Outcome.of(Questions.table(table)));
            case "hasColumn" -> given.text(1, "").map(column -> Outcome.of(Questions.column(table, column)));
            case "createTable" ->
                given.get(0, "")
                        .flatMap(value -> parts.created(Fields.of(value)))
                        .map(sql -> Told.sql(call, sql))
                        .map(done -> isAsked ? Told.guarded(new Guard.Not(there), done, call) : done);
            case "dropTable" -> {
                Outcome done = Told.sql(call, text.drop(When.ALWAYS, table));
                yield Optional.of(isAsked ? Told.guarded(there, done, call) : done);
            }
            case "renameTable" -> given.text(1, "").map(to -> Told.sql(call, text.rename(table, to)));
            default ->
                given.get(1, "").flatMap(what -> parts.changed(call, what)).map(sql -> Told.sql(call, sql));
        };
    }

    /** Not known to be any of the columns of a table. */
    static List<Value> several(Value value) {
        return Values.elements(value)
                .filter(all -> value instanceof Value.Items)
                .orElse(List.of(value));
    }
}
