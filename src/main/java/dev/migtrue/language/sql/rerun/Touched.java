package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.program.Reading;
import dev.migtrue.language.sql.reader.ExpressionReader;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a statement may define, remove or rename.
 *
 * @param text where the names of it stand; empty where it does nothing of the kind
 * @param reach whether other names may count as well
 */
record Touched(String text, Reach reach) {

    private static final Set<String> SILENT = Set.of("setval", "nextval", "currval");

    /** Whether all is said. */
    enum Reach {
        NAMED,
        OPEN
    }

    boolean isNothing() {
        return text.isBlank();
    }

    boolean isOpen() {
        return reach == Reach.OPEN;
    }

    static Touched by(Line line, World world, Dialect dialect) {
        String text = line.text().plain();
        Program program = new Program(dialect, Mode.ONE_TRANSACTION, List.of(new Operation.Called(text, Span.START)));
        List<Passage> passages = Reading.of(program).passages().stream()
                .filter(passage -> reach(passage.action(), dialect) != Depth.NONE)
                .toList();
        boolean isOpen = passages.stream().anyMatch(passage -> reach(passage.action(), dialect) == Depth.OPEN);
        String named = passages.stream()
                .map(passage -> passage.place().in(passage.excerpt().text()))
                .collect(Collectors.joining(" "));
        return isOpen ? new Touched(withRoutines(text, world), Reach.OPEN) : new Touched(named, Reach.NAMED);
    }

    private enum Depth {
        NONE,
        NAMED,
        OPEN
    }

    private static Depth reach(Action action, Dialect dialect) {
        return switch (action) {
            case Action.Create create -> Depth.NAMED;
            case Action.Alter alter -> Depth.NAMED;
            case Action.Drop drop -> Depth.NAMED;
            case Action.Rename rename -> Depth.NAMED;
            case Action.Dynamic dynamic -> Depth.OPEN;
            case Action.Call call -> Depth.OPEN;
            case Action.Prepared prepared -> Depth.OPEN;
            case Action.Unrecognized unrecognized -> Depth.OPEN;
            case Action.Select select -> isHarmless(select, dialect) ? Depth.NONE : Depth.OPEN;
            default -> Depth.NONE;
        };
    }

    private static boolean isHarmless(Action.Select select, Dialect dialect) {
        return ExpressionReader.read(select.query().clause(), dialect).calls().stream()
                .map(Touched::name)
                .allMatch(name -> Builtins.isHarmless(name) || SILENT.contains(name));
    }

    private static String name(Mention call) {
        return call.name().last().toLowerCase(Locale.ROOT);
    }

    /** A statement, with the routines that it names. */
    private static String withRoutines(String text, World world) {
        Set<String> own = Text.words(text);
        StringBuilder all = new StringBuilder(text);
        for (Key routine : world.keys(Space.ROUTINE, key -> own.contains(Ledger.last(key)))) {
            all.append(' ').append(world.find(routine).map(Entry::definition).orElse(""));
        }
        return all.toString();
    }
}
