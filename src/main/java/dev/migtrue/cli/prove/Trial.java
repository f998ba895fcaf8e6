package dev.migtrue.cli.prove;

import dev.migtrue.gather.scratch.Proof;
import dev.migtrue.language.sql.rerun.Restart;
import dev.migtrue.language.sql.rerun.Verdict;
import dev.migtrue.model.Migration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one migration.
 *
 * @param system the tool that it belongs to
 * @param product on what it was run: {@code PostgreSQL 18.6}; absent where it was not run
 * @param read what is known from the text alone; absent where nobody here understands it
 * @param restarts what becomes of it when it is stopped on the way; none where that was not tried
 * @param need whether it has to be proven
 */
public record Trial(
        String system,
        Migration migration,
        Optional<String> product,
        Proof proof,
        Optional<Verdict> read,
        List<Restart> restarts,
        Need need) {

    /** How much it matters that a migration is proven. */
    public enum Need {
        REQUIRED,
        /** What nobody asked for by name and is no SQL cannot be proven, and everybody knows. */
        WELCOME
    }

    public Trial {
        restarts = List.copyOf(restarts);
    }

    /** Whether something is wrong with it. */
    public boolean isBad() {
        boolean isBadProof = switch (proof) {
            case Proof.Fails fails -> true;
            case Proof.Mutates mutates -> true;
            case Proof.NeverRuns never -> true;
            case Proof.Repeats repeats -> false;
            case Proof.NotProven unproven -> false;
        };
        return isBadProof || restarts.stream().anyMatch(restart -> restart.end() != Restart.End.SAME);
    }

    /** Whether nobody knows although somebody has to. */
    public boolean isOpen() {
        return proof instanceof Proof.NotProven && need == Need.REQUIRED;
    }
}
