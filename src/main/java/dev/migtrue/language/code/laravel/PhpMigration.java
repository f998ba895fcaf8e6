package dev.migtrue.language.code.laravel;

import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.ClassRun;
import dev.migtrue.language.code.follow.Following;
import dev.migtrue.language.code.follow.Library;
import dev.migtrue.language.code.follow.ModuleRun;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.php.Php;
import dev.migtrue.language.code.schema.SchemaText;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A migration of Laravel or Doctrine: what its method {@code up} does. */
public final class PhpMigration {

    private static final Pattern DOCTRINE = Pattern.compile("\\bDoctrine\\\\|\\baddSql\\s*\\(");
    private static final Pattern ALONE = Pattern.compile(
            "\\$withinTransaction\\s*=\\s*false|function\\s+isTransactional\\s*\\([^)]*\\)[^{]*\\{\\s*return\\s+false");

    /** Phinx, and the migrations of CakePHP that are made from it. */
    private static final Pattern PHINX =
            Pattern.compile("(?m)^use (?:Phinx|Migrations)\\\\\\S*;|\\bextends \\\\?(?:Phinx|Migrations)\\\\");

    private PhpMigration() {}

    /** Never throws: what is not understood is told. */
    public static Program read(String text, Dialect dialect) {
        boolean isDoctrine = DOCTRINE.matcher(text).find();
        Mode mode = mode(text, dialect, isDoctrine);
        SchemaText schema = new SchemaText(dialect);
        Library doctrine = new Doctrine(schema, mode);
        Library laravel = new Laravel(schema, mode);
        Library library = isDoctrine ? both(doctrine, laravel) : laravel;
        List<Operation> operations = ModuleRun.of(new Php(), text, ModuleRun.As.PROGRAM, dialect, library)
                .map(run -> operations(run, text))
                .orElse(ModuleRun.UNREAD);
        return new Program(dialect, mode, operations);
    }

    private static Library both(Library one, Library other) {
        return (Call call) -> {
            Optional<Outcome> known = one.call(call);
            return known.isPresent() ? known : other.call(call);
        };
    }

    /** Laravel takes a transaction on PostgreSQL and SQL Server, Doctrine on all; where definitions cannot be taken back, it does not help. */
    private static Mode mode(String text, Dialect dialect, boolean isDoctrine) {
        if (ALONE.matcher(text).find()) {
            return Mode.STATEMENT_BY_STATEMENT;
        }
        return switch (dialect) {
            case POSTGRESQL, SQL_SERVER, ANSI -> Mode.ONE_TRANSACTION;
            case SQLITE -> isDoctrine ? Mode.ONE_TRANSACTION : Mode.STATEMENT_BY_STATEMENT;
            case MYSQL, MARIADB, ORACLE, H2 -> Mode.STATEMENT_BY_STATEMENT;
        };
    }

    private static List<Operation> operations(ModuleRun run, String text) {
        List<Operation> all = new ArrayList<>(run.operations());
        if (PHINX.matcher(text).find()) {
            all.add(new Operation.Unrecognized("what Phinx does to tables: only SQL is followed there", Span.START));
        }
        for (ClassRun type : run.classes()) {
            all.addAll(type.body().outcome().operations());
            type.call("up", Doctrine.SCHEMA).ifPresent(followed -> all.addAll(done(followed)));
        }
        return all;
    }

    /** What is changed in the schema of Doctrine becomes SQL behind all that is added by hand. */
    private static List<Operation> done(Following.Followed followed) {
        List<Operation> all = new ArrayList<>(followed.outcome().operations());
        for (Following.Said said : followed.said()) {
            if (DoctrineSchema.isChange(said.value())) {
                Operation change = new Operation.Unrecognized("a change of Doctrine's schema", said.at());
                for (Guard guard : said.under().reversed()) {
                    change = new Operation.Guarded(guard, List.of(change), List.of(), said.at());
                }
                all.add(change);
            }
        }
        return all;
    }
}
