package dev.migtrue.judge.rule;

import dev.migtrue.facts.AppliedEdit;
import dev.migtrue.facts.Change;
import dev.migtrue.facts.Edit;
import dev.migtrue.model.Fix;
import dev.migtrue.model.Location;
import dev.migtrue.model.Related;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Sighting;
import dev.migtrue.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why the text of an applied migration is another one now, in words. */
record EditCause(Edit known, AppliedEdit edit) {

    /** What to do where nothing more is known. */
    static final String UNKNOWN_CURE =
            "put the change into a new migration and give this file back the text that was applied";

    private static final String HARMLESS_CURE = "what runs is the same: give this file back the text that was applied,"
            + " or have the tool renew the stored checksum wherever it was applied";

    /** In what it differs and since when, as it ends a message. */
    String words() {
        return known.change().map(EditCause::difference).orElse("") + origin();
    }

    private static String difference(Change change) {
        return switch (change) {
            case LINE_ENDS -> ", only by its line ends";
            case BYTE_ORDER_MARK -> ", only by a byte order mark";
            case FINAL_LINE_END -> ", only by its final line end";
            case WHITE_SPACE -> ", only by white space";
            case COMMENTS -> ", only by comments";
            case PLACEHOLDERS -> ", only by placeholders";
            case ENCODING -> ", only by its encoding";
            case SQL -> ", by its SQL";
            case TEXT -> "";
        };
    }

    private String origin() {
        return switch (known) {
            case Edit.StillIn still -> "";
            case Edit.Undone undone -> "";
            case Edit.Seen seen ->
                change(seen)
                        .map(removed -> ", since commit %s by %s"
                                .formatted(removed.by().briefId(), removed.by().author()))
                        .orElse("");
            case Edit.Lost lost ->
                lost.limits().isEmpty() ? ", and nothing this clone can see is what was applied" : "";
        };
    }

    /** What to do. */
    String cure() {
        return switch (known) {
            case Edit.Lost lost -> UNKNOWN_CURE + unexplained(lost);
            case Edit.Seen seen -> cureOfChange() + whereabouts(seen);
            case Edit.StillIn still -> cureOfChange();
            case Edit.Undone undone -> cureOfChange();
        };
    }

    private String cureOfChange() {
        return known.change()
                .map(change -> switch (change) {
                    case LINE_ENDS, BYTE_ORDER_MARK, FINAL_LINE_END, WHITE_SPACE, COMMENTS -> HARMLESS_CURE;
                    case ENCODING ->
                        "look for garbled letters in what it put into the database, mend them with a new migration,"
                                + " then have the tool renew the stored checksum wherever it was applied";
                    case PLACEHOLDERS, SQL, TEXT -> UNKNOWN_CURE;
                })
                .orElse(UNKNOWN_CURE);
    }

    private String whereabouts(Edit.Seen seen) {
        return change(seen).isPresent()
                ? ""
                : "; as for that text, " + new Whereabouts(seen.sighting(), edit.presence()).words();
    }

    private static String unexplained(Edit.Lost lost) {
        return lost.placeholder()
                        .map("; if a build fills in '%s' before the tool reads the file, that may be all"::formatted)
                        .orElse("")
                + (lost.limits().isEmpty()
                        ? ""
                        : "; not found in this clone, of which not everything was searched: "
                                + String.join(", ", lost.limits()));
    }

    /** Whose change it was, or where the text is. */
    Optional<Related> related() {
        return known instanceof Edit.Seen seen
                ? Optional.of(change(seen)
                        .map(removed -> new Related(
                                "its text was changed by " + Phrases.told(removed.by()),
                                new Location.WholeRepository()))
                        .orElseGet(() -> new Whereabouts(seen.sighting(), edit.presence()).related()))
                : Optional.empty();
    }

    /** The command that shows the change; absent where nobody keeps the text that was applied. */
    Optional<Fix> comparison() {
        return switch (known) {
            case Edit.StillIn still ->
                still.source() == Source.HEAD
                        ? edit.presence().path(Source.HEAD).map(path -> comparison("HEAD", path))
                        : Optional.empty();
            case Edit.Seen seen ->
                seen.sighting()
                        .place()
                        .tree()
                        .map(tree -> comparison(tree, seen.sighting().path()));
            case Edit.Undone undone -> Optional.empty();
            case Edit.Lost lost -> Optional.empty();
        };
    }

    /** Between trees git compares what lies at the same path; else it can only show what was there. */
    private Fix comparison(String tree, RepoPath path) {
        boolean isElsewhere = !path.equals(edit.copy().at().path());
        List<String> argv = new ArrayList<>(List.of("git"));
        switch (edit.source()) {
            case WORKING_TREE -> argv.addAll(List.of("diff", tree));
            case INDEX -> argv.addAll(List.of("diff", "--cached", tree));
            case HEAD -> argv.addAll(List.of("diff", tree, "HEAD"));
            case FORK, BASE -> argv.clear();
        }
        if (isElsewhere || argv.isEmpty()) {
            return new Fix.Command("see the text that was applied", List.of("git", "show", tree + ":" + path));
        }
        argv.addAll(List.of("--", path.value()));
        return new Fix.Command("see what changed since it was applied", argv);
    }

    /** The commit that made another text of it; absent where the text is somewhere else than in the past. */
    private static Optional<Sighting.Removed> change(Edit.Seen seen) {
        return seen.sighting().place() instanceof Sighting.Removed removed ? Optional.of(removed) : Optional.empty();
    }
}
