package dev.migtrue.system.keyed;

import dev.migtrue.model.DescribedTool.KeyKind;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.system.keyed.DownPart.Beside;
import dev.migtrue.system.keyed.DownPart.Method;
import dev.migtrue.system.keyed.DownPart.Section;
import dev.migtrue.system.keyed.FileNames.Slip;
import dev.migtrue.system.keyed.KeyedTool.Sending;
import dev.migtrue.system.keyed.KeyedTool.Tolerance;
import dev.migtrue.system.keyed.Ledger.LastRow;
import dev.migtrue.system.keyed.Ledger.Pointer;
import dev.migtrue.system.keyed.Ledger.RowEach;
import dev.migtrue.system.keyed.Signs.Rival;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The table of the tools that key migrations by their file names: a tool is a row. Those that write their migrations themselves are {@link ModelledTools}. */
public final class KeyedTools {

    /** A table of versions and no more; with more columns it is golang-migrate's or Ecto's. */
    private static final Ledger SCHEMA_MIGRATIONS = new RowEach(
            VersionTable.of("schema_migrations", "version").without("dirty", "inserted_at"),
            "version",
            Optional.empty(),
            Optional.empty());

    private static final Pattern ROWS = Pattern.compile(
            "\\bINSERT\\s+INTO\\s+[\\w.\"`]*\\bschema_migrations[\"`]?\\s*\\(\\s*[\"`]?version[\"`]?\\s*\\)\\s*VALUES[^;]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROW = Pattern.compile("\\(\\s*'([0-9]+)'\\s*\\)");

    private static final List<Dump> DBMATE_DUMPS =
            List.of(Dump.of("db/schema.sql", "db/migrations", Dump.Extent.ALL, ROWS, ROW));

    private static final List<Dump> RAILS_DUMPS = List.of(
            Dump.of(
                    "db/schema.rb",
                    "db/migrate",
                    Dump.Extent.NEWEST,
                    Pattern.compile("\\bActiveRecord::Schema(?:\\[[0-9.]+\\])?\\.define\\([^)]*"),
                    Pattern.compile("(?:\\bversion:|:version\\s*=>)\\s*([0-9_]+)")),
            Dump.of("db/structure.sql", "db/migrate", Dump.Extent.ALL, ROWS, ROW));

    private static final KeyedTool DBMATE = new KeyedTool(
            "dbmate",
            new FileNames(
                    List.of(".sql"),
                    Pattern.compile("(?<key>[0-9]+)(?<words>.*)\\.sql"),
                    KeyKind.TEXT,
                    Optional.of(new Slip(
                            Pattern.compile(".*\\.sql"),
                            "dbmate ignores",
                            "it must begin with the version, in digits",
                            "20260131120000_add_owner.sql"))),
            Signs.mark(
                    "-- migrate:up",
                    Pattern.compile("^--\\s*migrate:up(?:\\s|$)", Pattern.MULTILINE),
                    new EachFolder("db/migrations")),
            Ordering.LENIENT,
            SCHEMA_MIGRATIONS,
            DBMATE_DUMPS,
            "in a clean checkout dbmate up and dbmate status succeed and say nothing of it; dbmate rollback takes back the newest"
                    + " migration that has a file there, and leaves this one applied",
            new Section(
                    ".sql",
                    Pattern.compile("^--\\s*migrate:down(?:\\s|$)"),
                    Pattern.compile("^--\\s*migrate:up(?:\\s|$)"),
                    Pattern.compile("^--\\s*migrate:")),
            Tolerance.OF_GONE_FILES);

    private static final KeyedTool GOLANG_MIGRATE = new KeyedTool(
            "golang-migrate",
            new FileNames(
                    List.of(".up.sql", ".up.cql", ".up.json"),
                    Pattern.compile("(?<key>[0-9]+)_(?<words>.*)\\.up\\..+"),
                    KeyKind.NUMBER,
                    Optional.of(new Slip(
                            Pattern.compile("(?![0-9]+_).*\\.(?:up|down)\\.sql"),
                            "golang-migrate ignores",
                            "a number and '_' must come first",
                            "000042_add_owner.up.sql"))),
            Signs.names(
                    new EachFolder("migrations"),
                    new Rival("Cargo.toml", "sqlx"),
                    new Rival("package.json", "node-pg-migrate"),
                    // Both name a file for each dialect of one version.
                    new Rival("go.mod", "gobuffalo/pop"),
                    new Rival("go.mod", "ory/pop")),
            Ordering.STRICT,
            new Pointer(VersionTable.of("schema_migrations", "version", "dirty"), "version", Optional.of("dirty")),
            List.of(),
            "in a clean checkout migrate up and migrate down fail: \"no migration found for version\" the one that the table"
                    + " names; migrate goto and migrate force from there lead further astray",
            new Beside(Pattern.compile("(?<key>[0-9]+)_.*\\.down\\..+")),
            Sending.AS_ONE_MESSAGE_BUT_TO_SQLITE);

    private static final KeyedTool GOOSE = new KeyedTool(
            "goose",
            new FileNames(
                    List.of(".sql", ".go"),
                    Pattern.compile("(?<key>[0-9]+)_(?<words>.*?)(?<!_test)\\.(?:sql|go)"),
                    KeyKind.NUMBER,
                    Optional.of(new Slip(
                            Pattern.compile(".*\\.sql"),
                            "goose refuses to run because of",
                            "a number and '_' must come first",
                            "00042_add_owner.sql"))),
            Signs.mark(
                    "-- +goose Up",
                    Pattern.compile(
                            "^--\\s*\\+goose\\s+up\\b|\\bgoose\\.Add(?:Named)?Migration",
                            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE),
                    new EachFolder("migrations")),
            Ordering.STRICT,
            new LastRow(
                    VersionTable.of("goose_db_version", "id", "version_id", "is_applied")
                            .alsoReading("tstamp"),
                    "version_id",
                    "is_applied",
                    Optional.of("tstamp")),
            List.of(),
            "in a clean checkout goose up and goose status succeed and say nothing of it; only goose down fails",
            new Section(
                    ".sql",
                    Pattern.compile("^--\\s*\\+goose\\s+down\\b", Pattern.CASE_INSENSITIVE),
                    Pattern.compile("^--\\s*\\+goose\\s+up\\b", Pattern.CASE_INSENSITIVE),
                    Pattern.compile("^--\\s*\\+goose\\b", Pattern.CASE_INSENSITIVE)),
            Tolerance.OF_GONE_FILES,
            Drivers.OF_GO);

    private static final KeyedTool RAILS = new KeyedTool(
            "rails",
            new FileNames(
                    List.of(".rb"),
                    Pattern.compile("(?<key>[0-9]+)_(?<words>[_a-z0-9]*)(?:\\.[_a-z0-9]*)?\\.rb"),
                    KeyKind.NUMBER,
                    Optional.of(new Slip(
                            Pattern.compile("[0-9].*_.*\\.rb"),
                            "rails refuses to run because of",
                            "after the version there may be lower-case letters, digits and '_' only",
                            "20260131120000_add_owner.rb"))),
            Signs.mark(
                    "ActiveRecord::Migration",
                    Pattern.compile("\\bActiveRecord::Migration\\b"),
                    new RailsApplication()),
            Ordering.LENIENT,
            SCHEMA_MIGRATIONS,
            RAILS_DUMPS,
            "in a clean checkout rails db:migrate succeeds and says nothing of it; rails db:migrate:status prints NO FILE, and"
                    + " rails db:rollback fails",
            new Method(
                    Pattern.compile("^\\s*def\\s+(?:self\\.)?up\\b", Pattern.MULTILINE),
                    Pattern.compile("^\\s*def\\s+(?:self\\.)?down\\b", Pattern.MULTILINE),
                    Pattern.compile("^\\s*def\\s+change\\b", Pattern.MULTILINE)),
            Tolerance.OF_GONE_FILES,
            Drivers.OF_RUBY);

    private static final KeyedTool TERN = new KeyedTool(
            "tern",
            new FileNames(
                    List.of(".sql"),
                    Pattern.compile("(?<key>[0-9]+)_(?<words>.+)\\.sql"),
                    KeyKind.NUMBER,
                    Optional.empty()),
            Signs.mark(
                    "---- create above / drop below ----",
                    Pattern.compile("^----\\s*create above / drop below\\s*----", Pattern.MULTILINE),
                    new EachFolder("migrations")),
            Ordering.STRICT,
            new Pointer(
                    VersionTable.of("schema_version", "version").without("installed_rank"),
                    "version",
                    Optional.empty()),
            List.of(),
            "in a clean checkout tern fails, because the version in the table is none that its files lead to",
            new Section(
                    ".sql",
                    Pattern.compile("^----\\s*create above / drop below\\s*----"),
                    Pattern.compile("(?!)"),
                    Pattern.compile("^----")));

    /** A system for each row. */
    public static final List<MigrationSystem> ALL = List.of(
            new KeyedSystem(DBMATE),
            new KeyedSystem(GOLANG_MIGRATE),
            new KeyedSystem(GOOSE),
            new KeyedSystem(ModelledTools.EF_CORE),
            new KeyedSystem(ModelledTools.PRISMA),
            new KeyedSystem(RAILS),
            new KeyedSystem(TERN));

    private KeyedTools() {}
}
