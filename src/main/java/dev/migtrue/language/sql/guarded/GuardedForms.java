package dev.migtrue.language.sql.guarded;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.reader.StatementReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How one statement can be written so that a second run goes through it. */
public final class GuardedForms {

    private final Dialect dialect;
    private final Draft draft;

    private GuardedForms(Dialect dialect, Draft draft) {
        this.dialect = dialect;
        this.draft = draft;
    }

    /** The ways that the dialect has, the best first; empty where it has none, or none is needed. */
    public static List<GuardedForm> of(Statement statement) {
        return new GuardedForms(statement.dialect(), new Draft(statement.content()))
                .of(StatementReader.read(statement));
    }

    private List<GuardedForm> of(Action action) {
        return switch (action) {
            case Action.Create create -> create(create);
            case Action.Drop drop -> drop(drop);
            case Action.Alter alter -> new AlterationForms(dialect, draft).of(alter);
            case Action.Rename rename -> rename(rename);
            case Action.Insert insert -> InsertForms.of(dialect, draft, insert);
            default -> List.of();
        };
    }

    private List<GuardedForm> create(Action.Create create) {
        Modifiers modifiers = create.modifiers();
        boolean isGuarded = Stream.of(Modifier.IF_NOT_EXISTS, Modifier.OR_REPLACE, Modifier.OR_ALTER)
                .anyMatch(modifiers::has);
        boolean isWhole = create.definition() instanceof Definition.Schema schema
                && !schema.elements().isEmpty();
        return create
                .name()
                .filter(name -> !isGuarded)
                .flatMap(name -> create(create, name, isWhole ? Offer.NONE : offer(create)))
                .stream()
                .toList();
    }

    private Offer offer(Action.Create create) {
        boolean isConstraint = create.modifiers().has(Modifier.CONSTRAINT);
        return isConstraint && create.kind() == ObjectKind.TRIGGER
                ? Offer.of(Way.DROP_FIRST)
                : Creations.of(dialect, create.kind());
    }

    private Optional<GuardedForm> create(Action.Create create, Mention name, Offer offer) {
        Place head = new Place(draft.start(), name.place().end());
        Optional<GuardedForm> form = switch (offer.way()) {
            case IF_NOT_EXISTS ->
                Optional.of(draft.inserting(new Insertion(behindKind(create.kind(), name), " IF NOT EXISTS"), head));
            case OR_REPLACE ->
                Optional.of(draft.inserting(new Insertion(draft.behindFirst(), " OR REPLACE"), head)
                        .replacing());
            case OR_ALTER ->
                Optional.of(draft.inserting(new Insertion(draft.behindFirst(), " OR ALTER"), head)
                        .replacing());
            case DROP_FIRST -> Optional.of(dropFirst(create, name));
            case HANDLER -> new Blocks(draft).taking(Conditions.ofTwice(create.kind()));
            case QUESTION -> new Questions(dialect, draft).beforeCreate(create, name);
            case IF_EXISTS, NONE -> Optional.empty();
        };
        return form.map(found -> found.since(offer.since()));
    }

    private GuardedForm dropFirst(Action.Create create, Mention name) {
        boolean isOfTable = create.kind() == ObjectKind.POLICY
                || (create.kind() == ObjectKind.TRIGGER && dialect == Dialect.POSTGRESQL);
        String on = create.on()
                .filter(table -> isOfTable)
                .map(table -> " ON " + text(table))
                .orElse("");
        String drop = "DROP %s IF EXISTS %s%s;".formatted(noun(create.kind()), text(name), on);
        return new GuardedForm(drop, List.of(new Insertion(draft.start(), drop + "\n"))).replacing();
    }

    private List<GuardedForm> drop(Action.Drop drop) {
        if (drop.modifiers().has(Modifier.IF_EXISTS) || drop.objects().isEmpty()) {
            return List.of();
        }
        Mention name = drop.objects().getFirst().name();
        Offer offer = Removals.of(dialect, drop.kind());
        Place head = new Place(draft.start(), name.place().end());
        Optional<GuardedForm> form = switch (offer.way()) {
            case IF_EXISTS ->
                Optional.of(draft.inserting(new Insertion(behindKind(drop.kind(), name), " IF EXISTS"), head));
            case QUESTION -> Optional.of(new Questions(dialect, draft).described());
            default -> Optional.empty();
        };
        return form.map(found -> found.since(offer.since())).stream().toList();
    }

    private List<GuardedForm> rename(Action.Rename rename) {
        if (rename.modifiers().has(Modifier.IF_EXISTS) || rename.renamings().isEmpty()) {
            return List.of();
        }
        Mention from = rename.renamings().getFirst().from();
        return switch (dialect) {
            case MARIADB -> {
                Insertion insertion = new Insertion(from.place().start(), "IF EXISTS ");
                Place head = new Place(draft.start(), from.place().end());
                yield List.of(draft.inserting(insertion, head).since("10.5.2"));
            }
            case MYSQL -> List.of(new Questions(dialect, draft).described());
            default -> List.of();
        };
    }

    /** Behind the words for what it is about, which need not be right before the name. */
    private int behindKind(ObjectKind kind, Mention name) {
        int before = name.place().start();
        int behind = draft.behind(kind.words(), before)
                .or(() -> draft.behind(List.of("SCHEMA"), before))
                .orElseGet(draft::behindFirst);
        return draft.behind(List.of("CONCURRENTLY"), before).orElse(behind);
    }

    private String text(Mention mention) {
        return mention.place().in(draft.statement().tokens().source());
    }

    static String noun(ObjectKind kind) {
        return String.join(" ", kind.words()).toUpperCase(Locale.ROOT);
    }
}
