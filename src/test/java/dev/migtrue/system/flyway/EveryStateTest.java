package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.Row;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.MigrationState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes here of each state that Flyway knows; a state that a new Flyway adds is missed by the compiler. */
class EveryStateTest {

    /** Files, rows as {@code version,description,type,checksum,success}, and what is said of one id. */
    private record Example(String files, String rows, String id, String said) {}

    @ParameterizedTest
    @EnumSource
    void isReadFromTheRows(MigrationState state) {
        Example example = example(state);

        assertThat(said(example)).isEqualTo(example.said());
    }

    /** Of repeatable ones, of versions told in other words, and of rows that only the Flyway that is paid for writes. */
    @ParameterizedTest
    @CsvSource({
        "V1__a, ',gone,SQL,7,true', R__gone, applied as 7",
        "V1__a, ',gone,SQL,7,false', R__gone, failed",
        "V1__a, ',gone,SQL,7,true ,gone,DELETE,7,true', R__gone, not applied",
        "V1__a R__v, ',v,SQL,7,false ,v,SQL,8,true', R__v, 'applied as 8, would be other'",
        "V01.0__a, '1,a,SQL,7,true', 1, applied as 7",
        "V1__a, '1,a,SQL,7,true 1,a,UNDO_SQL,8,true 1,a,SQL,9,true', 1, applied as 9",
        "V1__a, '1,a,SQL,7,true 1,a,UNDO_SQL,8,false', 1, applied as 7",
        "B5__e V1__a V6__f, '5,e,SQL_BASELINE,7,true', B5, applied as 7",
        "B5__e V1__a V6__f, '5,e,SQL_BASELINE,7,true', 1, implied",
        "B5__e V1__a V6__f, '1,a,SQL,7,true', B5, not applied",
        "V1__a U1__a, '1,a,SQL,7,true 1,a,UNDO_SQL,8,true', U1, can be undone"
    })
    void isReadFromRowsOfEveryKind(String files, String rows, String id, String said) {
        assertThat(said(new Example(files, rows, id, said))).isEqualTo(said);
    }

    private static Example example(MigrationState state) {
        return switch (state) {
            case PENDING -> new Example("V1__a V2__b", "1,a,SQL,1,true", "2", "not applied");
            // The target is given to one run: nobody else can know what it will leave out.
            case ABOVE_TARGET -> new Example("V1__a V3__c", "1,a,SQL,1,true", "3", "not applied");
            case IGNORED -> new Example("V1__a V2__b V3__c", "1,a,SQL,1,true 3,c,SQL,1,true", "2", "not applied");
            case BELOW_BASELINE -> new Example("V1__a V5__e", "5,x,BASELINE,,true", "1", "implied");
            case BASELINE_IGNORED -> new Example("V5__e V6__f", "5,x,BASELINE,,true", "5", "implied");
            case BASELINE -> new Example("V6__f", "5,x,BASELINE,,true", "5", "not applied");
            // Without files the next two and the two FUTURE ones look the same: what is missing and what is yet to
            // come.
            case MISSING_SUCCESS -> new Example("V2__b", "1,a,SQL,7,true", "1", "applied as 7");
            case MISSING_FAILED -> new Example("V2__b", "1,a,SQL,7,false", "1", "failed");
            case FUTURE_SUCCESS -> new Example("V1__a", "2,b,SQL,7,true", "2", "applied as 7");
            case FUTURE_FAILED -> new Example("V1__a", "2,b,SQL,7,false", "2", "failed");
            case SUCCESS -> new Example("V1__a", "1,a,SQL,7,true", "1", "applied as 7");
            case OUT_OF_ORDER -> new Example("V1__a V2__b", "2,b,SQL,1,true 1,a,SQL,7,true", "1", "applied as 7");
            case FAILED -> new Example("V1__a", "1,a,SQL,7,false", "1", "failed");
            case UNDONE -> new Example("V1__a", "1,a,SQL,7,true 1,a,UNDO_SQL,8,true", "1", "not applied");
            case DELETED -> new Example("V2__b", "1,a,SQL,7,true 1,a,DELETE,7,true", "1", "not applied");
            case AVAILABLE -> new Example("V1__a U1__a", "1,a,SQL,7,true", "U1", "can be undone");
            case OUTDATED -> new Example("V1__a R__v", ",v,SQL,7,true", "R__v", "applied as 7, would be other");
            case SUPERSEDED ->
                new Example("R__v V1__a", ",v,SQL,7,true ,v,SQL,8,true", "R__v", "applied as 8, would be other");
        };
    }

    private static String said(Example example) {
        InMemoryTree tree = Detected.tree(Arrays.stream(example.files().split(" ", -1))
                .map(file -> "db/migration/" + file + ".sql")
                .toArray(String[]::new));
        Layout layout = new FlywaySystem().detect(tree).getFirst();
        List<Row> rows = new ArrayList<>();
        for (String row : example.rows().split(" ", -1)) {
            String[] values = row.split(",", -1);
            rows.add(Row.of(Map.of(
                    "installed_rank", Integer.toString(rows.size() + 1),
                    "version", values[0],
                    "description", values[1],
                    "type", values[2],
                    "checksum", values[3],
                    "success", values[4])));
        }
        boolean isUndo = layout.history(tree).migrations().stream()
                .anyMatch(file -> file.kind() == Kind.UNDO && file.id().value().equals(example.id()));
        return layout.applied("history", rows, layout.history(tree)).migrations().stream()
                .filter(one -> one.id().value().equals(example.id()))
                .findFirst()
                .map(one -> said(one, layout, tree))
                .orElse(isUndo ? "can be undone" : "not applied");
    }

    private static String said(AppliedMigration one, Layout layout, InMemoryTree tree) {
        if (one.outcome() == Outcome.FAILED) {
            return "failed";
        }
        if (one.evidence() == Evidence.IMPLIED) {
            return "implied";
        }
        boolean isOther = layout.history(tree).migrations().stream()
                .filter(file -> file.id().equals(one.id()) && file.id().value().startsWith("R"))
                .anyMatch(file -> !layout.checksum(file, tree).equals(one.checksum()));
        return "applied as " + one.checksum().map(Checksum::value).orElse("nothing")
                + (isOther ? ", would be other" : "");
    }
}
