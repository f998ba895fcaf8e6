package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a database holds after migrations ran there one after the other, as far as their programs tell. Each is told once, in the order in
 * which it ran. What nobody can know is doubtful; nothing is guessed.
 */
public final class Chronicle {

    /** Why a statement may or may not have been run. */
    static final String CONDITION = "whether a condition holds";

    private final Server server;
    private final Beginning beginning;
    private final World world;
    private final Ledger ledger;

    /** What the database held before the first of them. */
    public enum Beginning {
        /** Nothing. */
        EMPTY,
        /** Nobody knows. */
        UNKNOWN
    }

    public Chronicle(Server server, Beginning beginning) {
        this.server = server;
        this.beginning = beginning;
        this.world = beginning == Beginning.EMPTY ? World.empty() : World.unknown();
        this.ledger = new Ledger(world);
    }

    /** Tells of a table that was there before: that in which a tool keeps what it ran. */
    public void given(String table) {
        world.assume(Key.of(Space.RELATION, table), ObjectKind.TABLE);
    }

    /** Goes on by one migration. */
    public void tell(MigrationId migration, RepoPath file, Program program) {
        new Telling(this, world, ledger, migration, file, program).tell();
    }

    /** Goes on by a text that nobody understands: what it names may have been changed, and more may have been made. */
    public void tell(MigrationId migration, RepoPath file, String text) {
        open("what code does", new Origin(migration, FileSpan.of(file)), text, world.copy());
    }

    /** Goes on by what nobody can read: anything may have become of anything. */
    public void tellUnread(MigrationId migration, RepoPath file) {
        Set<ObjectKind> all = EnumSet.allOf(ObjectKind.class);
        Origin at = new Origin(migration, FileSpan.of(file));
        ledger.doubt(world.copy(), new Doubt("what code does", at, Set.of(), Doubt.Scope.OPEN, all), all);
    }

    /** Adds that the migration told last made more than its program says, and calls its keys, checks and indexes otherwise. */
    public void tellOwnNames(MigrationId migration, RepoPath file) {
        Set<ObjectKind> parts = EnumSet.of(ObjectKind.CONSTRAINT, ObjectKind.INDEX);
        Set<ObjectKind> made = EnumSet.of(ObjectKind.CONSTRAINT, ObjectKind.INDEX, ObjectKind.TABLE);
        Origin at = new Origin(migration, FileSpan.of(file));
        String reason = "what else its tool makes, and under which names,";
        ledger.doubt(world.copy(), new Doubt(reason, at, Set.of(), Doubt.Scope.NAMED, made), parts);
    }

    void open(String reason, Origin at, String text, World before) {
        ledger.doubt(
                before,
                new Doubt(reason, at, Text.words(text), Doubt.Scope.OPEN, Openings.made(text)),
                Openings.removed(text));
    }

    Server server() {
        return server;
    }

    /** Whether nobody knows what was there before. */
    boolean beganUnknown() {
        return beginning == Beginning.UNKNOWN;
    }

    /** All that may be there by now, in no order. */
    public List<Held> held() {
        return new Inventory(world, ledger).held();
    }

    /** Where something happened that nobody knows, in order. */
    public List<Doubt> doubts() {
        return List.copyOf(ledger.doubts());
    }
}
