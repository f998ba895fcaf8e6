package dev.migtrue.report.draft;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.model.DatabaseName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The draft of a migration that says what a database has and its migrations do not make.
 *
 * @param facts of the project whose migrations they are
 * @param address where the database is, without user or secret
 * @param at when this is written
 */
public record CatchUp(Facts facts, DatabaseName database, String address, SchemaView view, Instant at) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    /** The text of the file; absent where there is nothing to say. */
    public Optional<String> text() {
        List<Step> steps = new Steps(view, Scribe.of(address, Sides.of(view))).all();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Form form = new Forms(facts, STAMP.format(at)).form();
        StringBuilder text = new StringBuilder(form.opening());
        head(form, steps).forEach(line -> text.append(remark(form.remark().strip(), line)));
        text.append(form.start().isEmpty() ? "" : "\n").append(form.start());
        int number = 0;
        for (Step step : steps) {
            number += step instanceof Step.ByHand ? 0 : 1;
            text.append('\n').append(text(form, step, number));
        }
        return Optional.of(text.append(form.closing()).toString());
    }

    private List<String> head(Form form, List<Step> steps) {
        List<String> head = new ArrayList<>();
        head.add(
                "DRAFT, written by 'migtrue drift --draft'. Nothing of it was run: read it, finish it, then commit it.");
        head.add("It says what database %s (%s) has and the migrations do not make.".formatted(database, address));
        if (view.expected() instanceof Expected.Known known) {
            head.add("What they make is known from %s: %s."
                    .formatted(known.road().words(), known.how()));
        }
        view.uncompared()
                .forEach(part ->
                        head.add("Not compared, so not said here: %s (%s).".formatted(part.what(), part.reason())));
        view.orphans()
                .forEach(orphan -> head.add(
                        "Migration '%s' was run there and has no file: find it rather than write anew what it made."
                                .formatted(orphan.id())));
        String folder = facts.project().folders().stream()
                .findFirst()
                .map(path -> path + "/")
                .orElse("");
        head.add("It could be called %s%s.".formatted(folder, form.name()));
        head.add(
                "Columns stand in the order of their names, objects in that of their kinds: see whether that is right.");
        if (steps.stream().anyMatch(Step.Bare.class::isInstance)) {
            head.add(
                    "Where a statement is marked 'no guard', mark this migration as applied in databases that have its object"
                            + " already: there it fails, or makes a second one.");
        }
        return head;
    }

    private static String text(Form form, Step step, int number) {
        return switch (step) {
            case Step.Guarded guarded -> form.statement(guarded.statement(), number);
            case Step.Bare bare -> remark(form.remark(), "no guard:") + form.statement(bare.statement(), number);
            case Step.ByHand byHand ->
                remark(form.remark(), byHand.what())
                        + byHand.suggested().stream()
                                .map(sql -> remark(form.remark(), sql + ";"))
                                .collect(Collectors.joining());
        };
    }

    private static String remark(String prefix, String text) {
        return text.lines().map(line -> prefix + " " + line + "\n").collect(Collectors.joining());
    }
}
