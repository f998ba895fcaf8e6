package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Index;
import dev.migtrue.language.sql.ddl.Label;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.model.FileSpan;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code CREATE} builds. */
final class Making {

    /** A property by which a table knows its name; it is not compared. */
    static final String TABLE = "own name";

    /** All that a view says of itself, its query included; it is not compared. */
    static final String STATED = "own text";

    static final String DEFINITION = "definition";
    private static final Pattern USUAL_OF_SEQUENCES = Pattern.compile(
            "(?:start(?: with)? 1|increment(?: by)? 1|no ?minvalue|no ?maxvalue|minvalue 1|cache 1|no ?cycle|as bigint"
                    + "|owned by \\S+(?: \\. \\S+)*)");
    private static final Pattern USUAL_OF_EXTENSIONS = Pattern.compile("^with |schema public$|cascade$");
    private static final Pattern PARTITIONED = Pattern.compile("partition by .*");

    private final Dialect dialect;
    private final Columns columns;

    Making(Dialect dialect) {
        this.dialect = dialect;
        this.columns = new Columns(dialect);
    }

    Optional<Address> address(Action.Create create) {
        Optional<Mention> name = create.definition() instanceof Definition.Index index
                ? index.index().name().or(create::name)
                : create.name();
        return name.map(of -> Overloads.address(Address.of(create.kind(), of, create.on(), dialect), create, dialect));
    }

    Thing thing(Action.Create create, Passage passage, FileSpan at) {
        Thing empty = Thing.of(create.kind(), at).as(create.definition());
        return switch (create.definition()) {
            case Definition.Table table -> table(empty, create, table);
            case Definition.View view ->
                empty.with(Thing.ITSELF, "query", Normal.of(view.query().clause()))
                        .with(Thing.ITSELF, STATED, rest(create, passage));
            case Definition.Index index -> index(empty, create, index.index());
            case Definition.Enumeration enumeration -> empty.with(Thing.ITSELF, "labels", labels(enumeration));
            case Definition.Domain domain -> domain(empty, domain);
            case Definition.Composite composite -> {
                Thing thing = empty;
                for (Column attribute : composite.attributes()) {
                    thing = columns.with(thing, attribute);
                }
                yield thing;
            }
            case Definition.Routine routine -> empty.with(Thing.ITSELF, DEFINITION, rest(create, passage));
            case Definition.Trigger trigger -> empty.with(Thing.ITSELF, DEFINITION, rest(create, passage));
            case Definition.Schema schema -> empty.with(Thing.ITSELF, "owner", owner(passage));
            case Definition.Sequence sequence ->
                empty.with(Thing.ITSELF, "options", without(USUAL_OF_SEQUENCES, rest(create, passage)));
            case Definition.Members members -> empty.with(Thing.ITSELF, "tables", rest(create, passage));
            case Definition.Other other -> other(empty, create, passage);
        };
    }

    private Thing other(Thing empty, Action.Create create, Passage passage) {
        String rest = rest(create, passage);
        return switch (create.kind()) {
            case EXTENSION -> empty.with(Thing.ITSELF, "options", without(USUAL_OF_EXTENSIONS, rest));
            case DATABASE, SERVER, USER_MAPPING -> empty.with(Thing.ITSELF, "options", rest);
            default -> empty.with(Thing.ITSELF, DEFINITION, rest);
        };
    }

    private static String without(Pattern usual, String text) {
        return usual.matcher(text).replaceAll("").replaceAll(" +", " ").strip();
    }

    private static String labels(Definition.Enumeration enumeration) {
        return enumeration.labels().stream()
                .map(Label::value)
                .map("'%s'"::formatted)
                .collect(Collectors.joining(", "));
    }

    private Thing table(Thing empty, Action.Create create, Definition.Table table) {
        Thing thing = empty.with(
                Thing.ITSELF,
                TABLE,
                create.name().map(name -> name.name().last()).orElse(""));
        for (Column column : table.columns()) {
            thing = columns.with(thing, column);
        }
        for (Constraint constraint : table.constraints()) {
            thing = columns.with(thing, constraint);
        }
        String options = Normal.of(table.options());
        var partitioned = PARTITIONED.matcher(options);
        if (partitioned.find()) {
            thing = thing.with(Thing.ITSELF, "partitioning", partitioned.group());
        }
        if (table.query().isPresent()) {
            thing = thing.with(
                    Thing.ITSELF, "query", Normal.of(table.query().get().clause()));
        }
        if (table.partitionOf().isPresent()) {
            String parent = Address.plain(table.partitionOf().get().name());
            thing = thing.with(Thing.ITSELF, "partition of", parent);
        }
        boolean isPartly = table.query().isPresent()
                || table.partitionOf().isPresent()
                || table.ofType().isPresent()
                || !table.like().isEmpty()
                || !table.inherits().isEmpty();
        return isPartly ? thing.known(Thing.Extent.PARTLY) : thing;
    }

    Thing index(FileSpan at, Mention table, Index index, boolean isUnique) {
        Thing thing = Thing.of(ObjectKind.INDEX, at)
                .of(Address.plain(table.name()))
                .with(Thing.ITSELF, "table", Address.plain(table.name()))
                .with(Thing.ITSELF, "keys", keys(index));
        return isUnique ? thing.with(Thing.ITSELF, "UNIQUE", "") : thing;
    }

    private Thing index(Thing empty, Action.Create create, Index index) {
        boolean isUnique =
                create.modifiers().has(Modifier.UNIQUE) || index.modifiers().has(Modifier.UNIQUE);
        return create.on()
                .map(table -> index(empty.built(), table, index, isUnique))
                .orElse(empty);
    }

    private String keys(Index index) {
        return Normal.of(index.rest())
                .replaceFirst("^using btree ", "")
                .replace(" asc ", " ")
                .replaceFirst(" using btree$", "");
    }

    private static Thing domain(Thing empty, Definition.Domain domain) {
        Thing thing = empty.with(Thing.ITSELF, "type", Normal.type(domain.type()));
        for (Constraint constraint : domain.constraints()) {
            String part = constraint.kind().name().replace('_', ' ')
                    + constraint.expression().map(of -> " " + Normal.of(of)).orElse("");
            thing = thing.with(part, java.util.Map.of());
        }
        return thing;
    }

    /** What stands behind the name. */
    private String rest(Action.Create create, Passage passage) {
        int start = create.name()
                .map(name -> name.place().end())
                .orElse(passage.place().start());
        int end = Math.max(start, passage.place().end());
        return Normal.of(passage.excerpt().text(), new Place(start, end), dialect);
    }

    private String owner(Passage passage) {
        String all =
                Normal.of(passage.excerpt().text(), passage.place(), dialect).toLowerCase(Locale.ROOT);
        int at = all.indexOf("authorization ");
        return at < 0 ? "" : all.substring(at + "authorization ".length()).replaceFirst(" .*", "");
    }
}
