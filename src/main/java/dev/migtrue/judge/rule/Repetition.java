package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.rerun.Cause;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.Locale;

/** The rules that each report one cause why a second run of a migration does not end as the first did. */
public enum Repetition implements Rule {
    CONFLICT_CLAUSE_INEFFECTIVE(
            Cause.Kind.CONFLICT_UNMET,
            "a second run puts the rows into \"%1$s\" once more, in spite of the clause: %2$s",
            "give the table a unique key that the rows have values for, and name it in the clause"),
    COPY_RUNS_AGAIN(
            Cause.Kind.COPIED_AGAIN,
            "a second run copies the rows into \"%1$s\" once more",
            "copy into a temporary table, and insert from there what is not there yet"),
    DELETE_TAKES_NEXT_ROWS(
            Cause.Kind.NEXT_ROWS_TAKEN,
            "a second run takes other rows: %2$s",
            "say in the condition which rows are meant, by what they hold"),
    DROP_CREATE_LOSES_DATA(
            Cause.Kind.ROWS_OF_OTHERS_LOST,
            "a second run loses rows: %2$s",
            "create the table only where it is not there, or drop it in a migration of its own"),
    DROP_CREATE_LOSES_DEPENDENTS(
            Cause.Kind.DEPENDENTS_LOST,
            "a second run loses more than it makes anew: %2$s",
            "replace the object in place, or drop without CASCADE and make anew whatever depends on it"),
    DROP_CREATE_LOSES_GRANTS(
            Cause.Kind.GRANTS_LOST,
            "a second run loses grants: %2$s",
            "replace the object in place, or grant again what it had"),
    INSERT_RUNS_AGAIN(
            Cause.Kind.INSERTED_AGAIN,
            "a second run inserts the rows into \"%1$s\" again: %2$s",
            "insert only what is not there, by a key that the rows have values for"),
    RERUN_DESTROYS(
            Cause.Kind.DESTROYED,
            "a second run destroys data: %2$s",
            "let the migration ask first whether its work is done, and then drop nothing"),
    RERUN_MUTATES(
            Cause.Kind.CHANGED,
            "a second run leaves something else: %2$s",
            "write the statement so that it finds its work done"),
    SEQUENCE_MOVES(
            Cause.Kind.COUNTER_MOVED,
            "a second run moves a counter: %2$s",
            "set it from the rows that are there, or ask first whether the rows are there"),
    SOURCE_DROPPED_IN_FILE(
            Cause.Kind.SOURCE_DROPPED,
            "a second run fails here: %2$s",
            "ask first whether the source is still there, or drop it in a later migration"),
    UNNAMED_OBJECT_DUPLICATES(
            Cause.Kind.UNNAMED,
            "without a name of its own, each run makes %2$s",
            "give it a name, and guard it by that"),
    UPDATE_NOT_IDEMPOTENT(
            Cause.Kind.UPDATED_AGAIN,
            "a second run changes rows of \"%1$s\" again: %2$s",
            "update only rows that still have the old value, and that the new one takes out of the condition"),
    UPSERT_READS_STORED_VALUE(
            Cause.Kind.STORED_VALUE_READ,
            "a second run goes on from where the first one ended: %2$s",
            "set the value to what the new row holds, or do nothing where a row is there"),
    USING_REAPPLIED(
            Cause.Kind.CONVERTED_AGAIN,
            "a second run converts values again: %2$s",
            "convert into a new column, or ask first which type the column has");

    private final Cause.Kind kind;
    private final String message;
    private final String help;

    /** @param message with the object and what happens to it */
    Repetition(Cause.Kind kind, String message, String help) {
        this.kind = kind;
        this.message = message;
        this.help = help;
    }

    @Override
    public RuleId id() {
        return new RuleId(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.circumstances().reviews().stream()
                .flatMap(reviewed -> reviewed.review().causes().stream()
                        .filter(cause -> cause.kind() == kind)
                        .map(cause -> finding(reviewed, cause)))
                .toList();
    }

    private Finding finding(ReviewedMigration reviewed, Cause cause) {
        return Finding.about(
                id(),
                reviewed.migration().id(),
                new Location.InFile(new FileSpan(reviewed.migration().at().path(), cause.at())),
                message.formatted(cause.object(), cause.detail()),
                help);
    }
}
