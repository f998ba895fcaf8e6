package dev.migtrue.language.code.laravel;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Chain;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Questions;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.php.Php;
import dev.migtrue.language.code.schema.SchemaText;
import dev.migtrue.language.code.schema.Told;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Mode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The calls of a migration of Doctrine. */
final class Doctrine implements Library {

    /** What stands for the schema that a migration is handed. */
    static final Value.Made SCHEMA = new Value.Made(new Value.Named("doctrine.schema"), Arguments.of());

    private static final Set<String> ASKING = Set.of(
            "fetchOne",
            "fetchAssociative",
            "fetchAllAssociative",
            "fetchAll",
            "fetchColumn",
            "fetchAssoc",
            "fetchAllKeyValue",
            "fetchFirstColumn",
            "executeQuery",
            "query",
            "fetchNumeric",
            "fetchAllNumeric",
            "fetchArray");
    private static final Set<String> RUNNING = Set.of("executeStatement", "executeUpdate", "exec", "execute", "addSql");
    private static final Set<String> ROWS = Set.of("insert", "update", "delete", "createQueryBuilder");
    private static final Set<String> SILENT = Set.of("warnIf", "write", "throwIrreversibleMigrationException");

    private final SchemaText text;

    Doctrine(SchemaText text, Mode mode) {
        this.text = text;
    }

    @Override
    public Optional<Outcome> call(Call call) {
        if (call.function().equals(new Value.Named(Php.INSTANCE))) {
            return platform(call);
        }
        if (!(call.function() instanceof Value.Member member)) {
            return Optional.empty();
        }
        if (SILENT.contains(call.name())) {
            return Optional.of(Outcome.NOTHING);
        }
        Chain chain = Chain.of(member.of(), SCHEMA::equals);
        if (chain.root().equals(SCHEMA)) {
            return Optional.of(schema(chain, call));
        }
        if (call.name().equals("getName") && isPlatform(member.of())) {
            return Optional.of(Outcome.of(new Value.Text(platform())));
        }
        return asked(call).or(() -> connection(member, call));
    }

    /** SQL that is kept for behind the end of the method, and SQL that is run at once: for what is done, it is the same. */
    private static Optional<Outcome> connection(Value.Member member, Call call) {
        if (RUNNING.contains(call.name()) || ASKING.contains(call.name())) {
            return call.arguments()
                    .get(0, "sql")
                    .map(sql -> call.following().query(sql, call.arguments().without(1)));
        }
        boolean isConnection =
                member.of() instanceof Value.Member own && own.name().equals("connection");
        return isConnection && ROWS.contains(call.name()) ? Optional.of(Told.unread(call)) : Optional.empty();
    }

    private static Optional<Outcome> asked(Call call) {
        Arguments given = call.arguments();
        Optional<String> table = given.text(0, "table")
                .or(() -> given.texts(0, "tables").map(names -> names.isEmpty() ? "" : names.getFirst()));
        return table.flatMap(name -> switch (call.name()) {
                    case "tablesExist", "tableExists" -> Optional.of(Questions.table(name));
                    case "listTableColumns" -> Optional.of(listing(ObjectKind.COLUMN, name));
                    case "listTableIndexes" -> Optional.of(listing(ObjectKind.INDEX, name));
                    default -> Optional.<Value>empty();
                })
                .map(Outcome::of);
    }

    private static Value listing(ObjectKind kind, String table) {
        return new Value.Listing(kind, Optional.of(table), Value.Listing.Form.KEYS);
    }

    /** What is asked of the schema, and what is changed in it: the changes become SQL that depends on what is there. */
    private static Outcome schema(Chain chain, Call call) {
        Optional<String> first = call.arguments().text(0, "name");
        Optional<String> table = chain.links().stream()
                .filter(link -> Set.of("getTable", "createTable").contains(link.name()))
                .flatMap(link -> link.arguments().text(0, "name").stream())
                .findFirst();
        if (chain.links().isEmpty() && call.name().equals("hasTable") && first.isPresent()) {
            return Outcome.of(Questions.table(first.get()));
        }
        if (table.isPresent() && first.isPresent()) {
            switch (call.name()) {
                case "hasColumn" -> {
                    return Outcome.of(Questions.column(table.get(), first.get()));
                }
                case "hasIndex" -> {
                    return Outcome.of(Questions.index(table.get(), first.get()));
                }
                case "hasForeignKey" -> {
                    return Outcome.of(Questions.constraint(table.get(), first.get()));
                }
                default -> {}
            }
        }
        return Outcome.of(new Value.Made(call.function(), call.arguments(), Optional.of(call.at())));
    }

    private static boolean isPlatform(Value value) {
        return value instanceof Value.Made made && made.maker().equals("getDatabasePlatform");
    }

    private String platform() {
        return switch (text.dialect()) {
            case POSTGRESQL -> "postgresql";
            case MYSQL -> "mysql";
            case MARIADB -> "mysql";
            case SQLITE -> "sqlite";
            case SQL_SERVER -> "mssql";
            default -> text.dialect().name().toLowerCase(Locale.ROOT);
        };
    }

    /** {@code $platform instanceof PostgreSQLPlatform}. */
    private Optional<Outcome> platform(Call call) {
        Optional<Value> of = call.arguments().get(0, "");
        Optional<String> type = call.arguments().text(1, "").map(name -> name.toLowerCase(Locale.ROOT));
        if (of.filter(Doctrine::isPlatform).isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        boolean isOf = switch (text.dialect()) {
            case POSTGRESQL -> type.get().contains("postgre");
            case MYSQL -> type.get().contains("mysql");
            case MARIADB ->
                type.get().contains("mariadb")
                        || type.get().contains("mysqlplatform")
                        || type.get().contains("abstractmysql");
            case SQLITE -> type.get().contains("sqlite");
            case SQL_SERVER -> type.get().contains("sqlserver");
            default -> type.get().contains(text.dialect().name().toLowerCase(Locale.ROOT));
        };
        return text.dialect() == Dialect.ANSI ? Optional.empty() : Optional.of(Outcome.of(new Value.Truth(isOf)));
    }
}
