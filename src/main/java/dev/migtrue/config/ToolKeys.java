package dev.migtrue.config;

import dev.migtrue.config.Form.Choice;
import dev.migtrue.config.Form.Text;
import dev.migtrue.config.Section.Fields;
import dev.migtrue.model.DescribedTool;
import dev.migtrue.model.DescribedTool.Rows;
import dev.migtrue.model.Ordering;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The keys of {@code tool}: a migration tool that the project describes. */
final class ToolKeys {

    static final Text<String> TABLE_NAME = Text.of("the name of a table", "^[^\\s.]+(\\.[^\\s.]+)?$");

    private static final Key<Pattern> FILES = Key.required(
            "files",
            new Text<>(
                    "a regular expression with a group (?<key>…)",
                    Pattern.compile("\\(\\?<key>"),
                    Optional.of("regex"),
                    Text.Numbers.REFUSED,
                    ToolKeys::pattern),
            "What matches the whole name of a migration file, and nothing else does. Its group (?<key>…) is what the"
                    + " version table holds; a group (?<words>…) describes the migration to people.");
    private static final Key<DescribedTool.KeyKind> KEY = Key.required(
            "key",
            Choice.of(
                    "a kind of key",
                    List.of(DescribedTool.KeyKind.values()),
                    kind -> kind.name().toLowerCase(Locale.ROOT)),
            "Whether keys are numbers, among which 7 and 007 are one and 9 comes before 10, or texts.");
    private static final Key<Ordering> ORDER = Key.required(
            "order",
            Choice.of(
                    "an order",
                    List.of(Ordering.STRICT, Ordering.LENIENT),
                    order -> order.name().toLowerCase(Locale.ROOT)),
            "What the tool does with a migration that comes before an applied one: strict where it refuses or skips it,"
                    + " lenient where it applies it late.");
    private static final Key<String> TABLE = Key.required(
            "table",
            TABLE_NAME,
            "The table in which it remembers what it applied: table or schema.table. Its rows mean one of 'eachRow',"
                    + " 'lastRow' and 'pointer'.");

    private static final Text<String> COLUMN = Text.of("the name of a column", "^\\S+$");
    private static final Key<String> KEY_COLUMN =
            Key.required("key", COLUMN, "The column that holds the key of the migration.");
    private static final Key<String> TIME = Key.optional("time", COLUMN, "The column of the time when it was applied.");
    private static final Key<String> SUCCESS =
            Key.optional("success", COLUMN, "The column that is false where the migration failed.");
    private static final Key<String> FLAG =
            Key.required("flag", COLUMN, "The column that is true where the migration is applied.");
    private static final Key<String> ORDER_BY =
            Key.required("orderBy", COLUMN, "The column that gives the rows their order.");
    private static final Key<String> DIRTY = Key.optional(
            "dirty", COLUMN, "The column that is true while a migration runs, and stays so when it fails.");

    private static final Key<Rows> EACH_ROW = Key.optional(
            "eachRow",
            new Section<>("'eachRow'", List.of(KEY_COLUMN, SUCCESS, TIME), ToolKeys::eachRow),
            "The table holds a row for each migration that was run: its columns.");
    private static final Key<Rows> LAST_ROW = Key.optional(
            "lastRow",
            new Section<>("'lastRow'", List.of(KEY_COLUMN, FLAG, ORDER_BY, TIME), ToolKeys::lastRow),
            "The table is a log, in which the last row of a migration counts: its columns.");
    private static final Key<Rows> POINTER = Key.optional(
            "pointer",
            new Section<>("'pointer'", List.of(KEY_COLUMN, DIRTY), ToolKeys::pointer),
            "The table holds one row, for the newest migration; all before it are applied: its columns.");

    private ToolKeys() {}

    static Section<DescribedTool> section() {
        return new Section<>(
                "'tool'",
                List.of(FILES, KEY, ORDER, TABLE, EACH_ROW, LAST_ROW, POINTER),
                List.of(EACH_ROW, LAST_ROW, POINTER),
                new LinkedHashMap<>(),
                ToolKeys::read);
    }

    private static Optional<DescribedTool> read(Fields fields) {
        Optional<Pattern> files = fields.get(FILES);
        Optional<DescribedTool.KeyKind> key = fields.get(KEY);
        Optional<Ordering> order = fields.get(ORDER);
        Optional<String> table = fields.get(TABLE);
        Optional<Rows> each = fields.get(EACH_ROW);
        Optional<Rows> last = fields.get(LAST_ROW);
        Optional<Rows> pointer = fields.get(POINTER);
        Optional<Rows> rows = each.or(() -> last).or(() -> pointer);
        return files.flatMap(names -> key.flatMap(kind -> order.flatMap(sorted -> table.flatMap(
                called -> rows.map(meaning -> new DescribedTool(names, kind, sorted, called, meaning))))));
    }

    private static Optional<Rows> eachRow(Fields fields) {
        Optional<String> success = fields.get(SUCCESS);
        Optional<String> time = fields.get(TIME);
        return fields.get(KEY_COLUMN).map(key -> new Rows.Each(key, success, time));
    }

    private static Optional<Rows> lastRow(Fields fields) {
        Optional<String> key = fields.get(KEY_COLUMN);
        Optional<String> flag = fields.get(FLAG);
        Optional<String> orderBy = fields.get(ORDER_BY);
        Optional<String> time = fields.get(TIME);
        return key.flatMap(of -> flag.flatMap(tells -> orderBy.map(by -> new Rows.Last(of, tells, by, time))));
    }

    private static Optional<Rows> pointer(Fields fields) {
        Optional<String> dirty = fields.get(DIRTY);
        return fields.get(KEY_COLUMN).map(key -> new Rows.Pointer(key, dirty));
    }

    private static Optional<Pattern> pattern(String text) {
        try {
            Pattern pattern = Pattern.compile(text);
            return pattern.namedGroups().containsKey("key") ? Optional.of(pattern) : Optional.empty();
        } catch (PatternSyntaxException malformed) {
            return Optional.empty();
        }
    }
}
