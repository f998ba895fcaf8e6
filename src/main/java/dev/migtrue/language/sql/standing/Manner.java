package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.ddl.Code;
import dev.migtrue.language.sql.ddl.Step;
import dev.migtrue.language.sql.program.Around;
import dev.migtrue.language.sql.program.Caught;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Passage;
import java.util.List;
import java.util.Locale;

/** How sure it is that a statement does its work. */
enum Manner {
    PLAIN,
    /** Only where its object is not there; or, if it is about what goes, where it is. */
    GUARDED,
    /** Nobody knows. */
    UNSURE;

    /** @param name of the object that the statement is about */
    static Manner of(Passage passage, String name) {
        List<Manner> all = passage.around().stream().map(one -> of(one, name)).toList();
        return all.contains(UNSURE) ? UNSURE : all.contains(GUARDED) ? GUARDED : PLAIN;
    }

    private static Manner of(Around around, String name) {
        return switch (around) {
            case Around.Asked asked -> of(asked.branch(), name);
            case Around.Otherwise otherwise ->
                otherwise.branches().stream().anyMatch(branch -> of(branch, name) == GUARDED) ? GUARDED : UNSURE;
            case Around.Tried tried -> of(tried.code());
            case Around.Handling handling -> UNSURE;
            case Around.Repeated repeated -> UNSURE;
            case Around.OfCode code -> asks(code.guard(), name) ? GUARDED : UNSURE;
            case Around.Attempted attempted -> attempted.attempt().caught() == Caught.OF_ROWS ? PLAIN : GUARDED;
        };
    }

    private static Manner of(Step.Branch branch, String name) {
        String condition = branch.condition().toString().toLowerCase(Locale.ROOT);
        return Thing.holds(condition, name.toLowerCase(Locale.ROOT)) ? GUARDED : UNSURE;
    }

    private static Manner of(Code code) {
        boolean isAboutPresence = code.handlers().stream()
                .flatMap(handler -> handler.conditions().stream())
                .anyMatch(condition -> !condition.equals("unique_violation"));
        return isAboutPresence ? GUARDED : PLAIN;
    }

    private static boolean asks(Guard guard, String name) {
        return switch (guard) {
            case Guard.Exists exists -> exists.name().toLowerCase(Locale.ROOT).endsWith(name.toLowerCase(Locale.ROOT));
            case Guard.Not not -> asks(not.guard(), name);
            case Guard.All all -> all.guards().stream().anyMatch(one -> asks(one, name));
            case Guard.Any any -> any.guards().stream().anyMatch(one -> asks(one, name));
            case Guard.Found found ->
                Thing.holds(found.query().toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            case Guard.Reached reached -> true;
            case Guard.OfDialect of -> false;
            case Guard.Unknown unknown -> false;
        };
    }
}
