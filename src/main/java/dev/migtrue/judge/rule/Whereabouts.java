package dev.migtrue.judge.rule;

import dev.migtrue.facts.Presence;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.Location;
import dev.migtrue.model.Related;
import dev.migtrue.model.Sighting;
import java.util.List;
import java.util.Optional;

/** A place where the lost file of an applied migration was seen, in words. */
record Whereabouts(Sighting sighting, Presence presence) {

    /** What to do where nothing was seen. */
    static final String UNKNOWN_CURE =
            "find the file first, in other clones or with whoever ran it, then restore and commit it";

    /** Where the file is, as it ends a message. */
    String words() {
        return switch (sighting.place()) {
            case Sighting.OnReference on -> "it is on %s %s".formatted(on.kind().label(), name(on));
            case Sighting.InStash in -> "it is in " + in.name();
            case Sighting.OnOtherDisk on -> "it is uncommitted in the work tree " + on.folder();
            case Sighting.InOtherIndex in -> "it is staged in the work tree " + in.folder();
            case Sighting.Removed removed -> removal(removed);
            case Sighting.Unreferenced lost ->
                "it is in commit %s, which no branch or tag holds"
                        .formatted(lost.commit().briefId());
            case Sighting.InBlob in -> "its text is in git object %s, which was staged once".formatted(in.briefId());
            case Sighting.Compiled compiled ->
                "never committed anywhere this clone can see, but Python compiled it: " + sighting.path();
        };
    }

    private static String name(Sighting.OnReference on) {
        return on.kind() == Sighting.ReferenceKind.DETACHED_HEAD ? on.commit().briefId() : on.name();
    }

    private static String removal(Sighting.Removed removed) {
        String commit = removed.by().briefId();
        if (removed.replacement().isPresent()) {
            return "commit %s %s"
                    .formatted(commit, replacement(removed.replacement().get()));
        }
        return switch (removed.how()) {
            case DELETED -> "commit " + commit + " deleted it";
            case REWRITTEN -> "commit " + commit + " made its file another migration's";
            case LEFT_OUT -> "merge " + commit + " left it out";
        };
    }

    private static String replacement(Sighting.Replacement replacement) {
        String by = Phrases.list(replacement.by());
        int others = replacement.files().size() - 1;
        return others < 1
                ? "put %s in its place".formatted(by)
                : "put %s in the place of it and %d more, as squashing does".formatted(by, others);
    }

    /** What to do, as it begins a help text. */
    String cure() {
        return switch (sighting.place()) {
            case Sighting.OnReference on -> "merge what is there, or restore the file from there and commit it";
            case Sighting.InStash in -> "restore the file from the stash and commit it";
            case Sighting.OnOtherDisk on -> "commit it there, or copy it here and commit it";
            case Sighting.InOtherIndex in -> "commit it there";
            case Sighting.Removed removed ->
                removed.replacement()
                        .map(by -> "restore what %s replaced, and keep it until no version table names it any more"
                                .formatted(Phrases.list(by.by())))
                        .orElse("restore the file and commit it, and undo it with a new migration if it is no longer"
                                + " wanted");
            case Sighting.Unreferenced lost -> "restore the file and commit it before git clears that commit away";
            case Sighting.InBlob in -> "save what the command shows as a file of its own, and commit it";
            case Sighting.Compiled compiled -> UNKNOWN_CURE;
        };
    }

    /** Everything that is known of this place. */
    Related related() {
        // Not a place in a file: the file is not here, and no viewer could show it.
        return new Related(
                "%s %s, found by %s".formatted(sighting.path(), details(), confidence()),
                new Location.WholeRepository());
    }

    private String details() {
        return switch (sighting.place()) {
            case Sighting.OnReference on ->
                "on %s %s: %s".formatted(on.kind().label(), name(on), Phrases.told(on.commit()));
            case Sighting.InStash in -> "in %s: %s".formatted(in.name(), Phrases.told(in.commit()));
            case Sighting.OnOtherDisk on -> "uncommitted in the work tree " + on.folder();
            case Sighting.InOtherIndex in -> "staged in the work tree " + in.folder();
            case Sighting.Removed removed -> "taken away: " + Phrases.told(removed.by());
            case Sighting.Unreferenced lost -> "held by no branch or tag: " + Phrases.told(lost.commit());
            case Sighting.InBlob in -> "is where the text in git object %s belongs".formatted(in.briefId());
            case Sighting.Compiled compiled -> "compiled";
        };
    }

    /** How sure it is that this is what was applied, from sure to a guess. */
    private String confidence() {
        if (sighting.place() instanceof Sighting.Compiled) {
            return "the name of a compiled file only";
        }
        List<Checksum> stored = presence.applied().values().stream()
                .map(AppliedMigration::checksum)
                .flatMap(Optional::stream)
                .toList();
        return sighting.checksum()
                .filter(checksum -> !stored.isEmpty())
                .map(checksum -> stored.contains(checksum)
                        ? "its id and the checksum that was applied"
                        : "its id, but with another checksum than was applied")
                .orElse("its id");
    }
}
