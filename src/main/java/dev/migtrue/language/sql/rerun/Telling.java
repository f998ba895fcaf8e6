package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Goes on in a chronicle by one migration that was run as a whole. */
final class Telling {

    /** What a catalogue tells of an object besides its name: whether that is so, nobody knows here. */
    private static final Pattern DETAIL = Pattern.compile(
            "(?i)\\b(?:data_type|udt_name|is_nullable|column_default|character_maximum_length|indisvalid|convalidated"
                    + "|attnotnull|format_type|pg_get_\\w+|column_type|prosrc|version\\(\\))");

    private final Chronicle chronicle;
    private final World world;
    private final Ledger ledger;
    private final MigrationId migration;
    private final RepoPath file;
    private final Program program;
    private final Engine engine;
    private final Statements statements;
    private int unsure;

    /** What becomes of the operations behind one. */
    private enum Course {
        ON,
        OVER,
        /** They may have had their turn, or not. */
        UNSURE
    }

    Telling(Chronicle chronicle, World world, Ledger ledger, MigrationId migration, RepoPath file, Program program) {
        this.chronicle = chronicle;
        this.world = world;
        this.ledger = ledger;
        this.migration = migration;
        this.file = file;
        this.program = program;
        this.engine = new Engine(chronicle.server(), world);
        this.statements = new Statements(chronicle.server().dialect());
    }

    void tell() {
        engine.session().recount();
        if (program.mode() == Mode.ONE_TRANSACTION) {
            engine.session().begin();
        }
        all(program.operations());
        engine.session().commit();
        engine.session().close();
        forgetRows();
    }

    /** What a table holds is nobody's business but the application's. */
    private void forgetRows() {
        for (Key table : world.keys(Space.RELATION, key -> true)) {
            Rows given = Rows.given(table.toString());
            boolean isKnown = world.find(table)
                    .filter(entry -> !entry.rows().equals(given))
                    .isPresent();
            if (isKnown) {
                world.change(table, entry -> entry.holding(given));
            }
        }
    }

    private Course all(List<Operation> operations) {
        int entered = unsure;
        for (Operation operation : operations) {
            Course course = run(operation);
            if (course == Course.OVER) {
                unsure = entered;
                return course;
            }
            unsure += course == Course.UNSURE ? 1 : 0;
        }
        boolean isLeft = unsure > entered;
        unsure = entered;
        return isLeft ? Course.UNSURE : Course.ON;
    }

    private Course run(Operation operation) {
        return switch (operation) {
            case Operation.Written written -> lines(statements.of(written));
            case Operation.Called called -> lines(statements.of(called));
            case Operation.Guarded guarded -> guarded(guarded);
            case Operation.Attempt attempt -> attempt(attempt);
            case Operation.Recorded recorded -> all(recorded.operations());
            case Operation.Nested nested -> all(nested.operations());
            case Operation.Repeated repeated -> {
                unsurely(repeated.operations());
                yield Course.ON;
            }
            case Operation.Leave leave -> Course.OVER;
            case Operation.Unrecognized unrecognized -> {
                chronicle.open("what code does", origin(unrecognized.at()), unrecognized.what(), world.copy());
                yield Course.ON;
            }
        };
    }

    private Course unsurely(List<Operation> operations) {
        unsure++;
        Course course = all(operations);
        unsure--;
        return course;
    }

    private Course guarded(Operation.Guarded guarded) {
        return switch (new Guards(engine).holds(guarded.guard())) {
            case YES -> all(guarded.then());
            case NO -> all(guarded.otherwise());
            case AS_WANTED, UNCLEAR -> {
                boolean isLeft = unsurely(guarded.then()) != Course.ON;
                isLeft |= unsurely(guarded.otherwise()) != Course.ON;
                yield isLeft ? Course.UNSURE : Course.ON;
            }
        };
    }

    /** What a guard against refusals is about is there, or is gone, whichever way it went. */
    private Course attempt(Operation.Attempt attempt) {
        for (Operation operation : attempt.tried()) {
            if (!isDone(operation)) {
                return all(attempt.handler());
            }
        }
        return Course.ON;
    }

    private boolean isDone(Operation operation) {
        int before = ledger.doubts().size();
        World start = world.copy();
        run(operation);
        boolean isRefused = ledger.doubts().size() > before;
        return !isRefused || !start.differing(world).isEmpty();
    }

    private Course lines(List<Line> lines) {
        lines.forEach(this::line);
        return Course.ON;
    }

    private void line(Line line) {
        switch (line.action()) {
            case Action.Insert insert -> fill(Optional.of(insert.table()));
            case Action.Update update -> {
                update.tables().stream().filter(this::isOfCatalogue).findFirst().ifPresent(table -> ledger.blurAll());
                fill(update.tables().stream().findFirst());
            }
            case Action.Merge merge -> fill(Optional.of(merge.table()));
            case Action.Copy copy -> fill(copy.table());
            case Action.Delete delete -> {}
            case Action.Truncate truncate -> {}
            default -> define(line);
        }
    }

    private void fill(Optional<Mention> table) {
        table.map(engine.names()::relation)
                .ifPresent(key -> world.change(key, entry -> entry.holding(Rows.given(key.toString()))));
    }

    /** Whoever writes there changes what others are made of. */
    private boolean isOfCatalogue(Mention table) {
        String name = engine.names().plain(table).toLowerCase(Locale.ROOT);
        return name.startsWith("pg_") || name.startsWith("sqlite_");
    }

    private void define(Line line) {
        World before = world.copy();
        engine.doubts().clear();
        Optional<String> refused = Optional.empty();
        try {
            engine.run(line.action(), line.text());
        } catch (Refused thrown) {
            refused = Optional.of("why a statement was not refused: " + thrown.message());
        }
        ledger.enter(before, line, origin(line.at()));
        if (!line.isWritten()) {
            ledger.blur(before, Text.words(line.text().plain()));
        }
        reason(line, refused).ifPresent(reason -> doubt(line, reason, before));
    }

    private Optional<String> reason(Line line, Optional<String> refused) {
        List<String> reasons =
                new ArrayList<>(engine.doubts().beyondRows(engine.doubts().all()));
        refused.filter(message -> isDefining(line.action())).ifPresent(reasons::add);
        boolean isDetailed = line.action() instanceof Action.Block
                && DETAIL.matcher(line.text().plain()).find();
        if (unsure > 0 || isDetailed || isOverOther(line)) {
            reasons.add(Chronicle.CONDITION);
        }
        return reasons.stream().findFirst();
    }

    /** Whether it keeps what was there before anybody looked. */
    private boolean isOverOther(Line line) {
        return chronicle.beganUnknown()
                && line.action() instanceof Action.Create create
                && create.modifiers().has(Modifier.IF_NOT_EXISTS);
    }

    private void doubt(Line line, String reason, World before) {
        Touched touched = Touched.by(line, world, chronicle.server().dialect());
        if (touched.isNothing()) {
            return;
        }
        boolean isKnown = reason.equals(Chronicle.CONDITION) || !touched.isOpen();
        if (isKnown) {
            Doubt doubt = new Doubt(reason, origin(line.at()), Text.words(touched.text()), Doubt.Scope.NAMED, Set.of());
            ledger.doubt(before, doubt, Set.of());
        } else {
            chronicle.open(reason, origin(line.at()), touched.text(), before);
        }
    }

    private Origin origin(Span span) {
        return new Origin(migration, new FileSpan(file, span));
    }

    /** What is refused and defines nothing leaves all as it was. */
    private static boolean isDefining(Action action) {
        return switch (action) {
            case Action.Create create -> true;
            case Action.Alter alter -> true;
            case Action.Drop drop -> true;
            case Action.Rename rename -> true;
            case Action.Several several -> true;
            case Action.Call call -> true;
            case Action.Dynamic dynamic -> true;
            case Action.Block block -> true;
            case Action.Prepared prepared -> true;
            case Action.Unrecognized unrecognized -> true;
            default -> false;
        };
    }
}
