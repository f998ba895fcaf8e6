package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.Lines;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.guarded.GuardedForm;
import dev.migtrue.language.sql.guarded.Insertion;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.rerun.Cause;
import dev.migtrue.language.sql.rerun.Review;
import dev.migtrue.language.sql.rerun.TwoRuns;
import dev.migtrue.language.sql.rerun.Verdict;
import dev.migtrue.model.Fix;
import dev.migtrue.model.TextEdit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The edits that give a statement of a migration its guard, if that helps. */
final class GuardedRewrite {

    private final ReviewedMigration reviewed;
    private final Cause cause;
    private final Operation.Written script;
    private final Lines lines;

    private GuardedRewrite(ReviewedMigration reviewed, Cause cause, Operation.Written script) {
        this.reviewed = reviewed;
        this.cause = cause;
        this.script = script;
        this.lines = Lines.of(script.file());
    }

    /** Absent where the statement does not stand in the file as it is run, or where only its author can guard it. */
    static Optional<Fix> of(ReviewedMigration reviewed, Cause cause) {
        List<Operation> operations = reviewed.program().operations();
        return operations.size() == 1 && operations.getFirst() instanceof Operation.Written script
                ? new GuardedRewrite(reviewed, cause, script).fix()
                : Optional.empty();
    }

    private Optional<Fix> fix() {
        return cause.forms().stream()
                .filter(GuardedForm::isMechanical)
                .findFirst()
                .filter(this::isOfHelp)
                .map(form -> new Fix.Edits(
                        "write '" + form.words() + "'",
                        form.safety(),
                        reviewed.migration().at().path(),
                        form.insertions().stream().map(this::edit).toList()));
    }

    private TextEdit edit(Insertion insertion) {
        return new TextEdit(lines.span(new Place(insertion.at(), insertion.at())), text(insertion));
    }

    /** New lines end as others do, and begin as the statement does. */
    private String text(Insertion insertion) {
        String file = script.file();
        int start = lineStart(insertion.at());
        String indent = file.substring(start, insertion.at());
        return insertion
                .text()
                .replace("\n", (file.contains("\r\n") ? "\r\n" : "\n") + (indent.isBlank() ? indent : ""));
    }

    private int lineStart(int offset) {
        return Math.max(
                        script.file().lastIndexOf('\n', offset - 1),
                        script.file().lastIndexOf('\r', offset - 1))
                + 1;
    }

    /** Whether the first run is as good as before, and the second one comes further. */
    private boolean isOfHelp(GuardedForm form) {
        Program program = reviewed.program();
        StringBuilder file = new StringBuilder(script.file());
        form.insertions().stream()
                .sorted(Comparator.comparing(Insertion::at).reversed())
                .forEach(insertion -> file.insert(insertion.at(), text(insertion)));
        Place place = new Place(
                script.place().start(),
                script.place().end() + file.length() - script.file().length());
        Review after = TwoRuns.onAnything(program.dialect(), program.mode())
                .ofWholeRuns(new Program(
                        program.dialect(), program.mode(), List.of(new Operation.Written(file.toString(), place))));
        return switch (after.verdict()) {
            case Verdict.NeverRuns never -> false;
            case Verdict.Fails fails -> isBehind(fails) || refused(after) < refused(reviewed.review());
            case Verdict.Repeats repeats -> true;
            case Verdict.Mutates mutates -> true;
            case Verdict.Unsure unsure -> true;
        };
    }

    private boolean isBehind(Verdict.Fails fails) {
        return !(reviewed.review().verdict() instanceof Verdict.Fails before) || fails.statement() > before.statement();
    }

    private static long refused(Review review) {
        return review.causes().stream()
                .filter(each -> each.kind() == Cause.Kind.REFUSED)
                .count();
    }
}
