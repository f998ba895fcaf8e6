package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Fix;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Sighting;
import dev.migtrue.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How the lost file of an applied migration comes back from where it was seen. Nothing that lies here is overwritten. */
record Restoration(Sighting sighting, Facts facts) {

    /** The command that brings the file back, or only shows it where it might overwrite another one; absent where there is none. */
    Optional<Fix> command() {
        RepoPath path = sighting.path();
        if (sighting.place() instanceof Sighting.OnOtherDisk other) {
            return isTaken(path) ? Optional.empty() : Optional.of(copying(other));
        }
        if (sighting.place() instanceof Sighting.InBlob in) {
            return Optional.of(new Fix.Command(
                    "look at the text, whose file name is lost", List.of("git", "cat-file", "blob", in.blob())));
        }
        return sighting.place().tree().map(tree -> {
            if (isTaken(path)) {
                return showing(tree, "whose path is taken");
            }
            return isElsewhere(path)
                    ? showing(tree, "which lay in another folder than migrations do today")
                    : restoring(tree);
        });
    }

    private Fix copying(Sighting.OnOtherDisk other) {
        String path = sighting.path().value();
        return new Fix.Command(
                "copy the file from the other work tree", List.of("cp", "--", other.folder() + "/" + path, path));
    }

    private Fix showing(String tree, String why) {
        return new Fix.Command("look at the file, " + why, List.of("git", "show", tree + ":" + sighting.path()));
    }

    /** With the file, those that were replaced together with it come back: one alone would miss the others. */
    private Fix restoring(String tree) {
        Set<RepoPath> paths = new TreeSet<>(Set.of(sighting.path()));
        if (sighting.place() instanceof Sighting.Removed removed) {
            removed.replacement().stream()
                    .flatMap(replacement -> replacement.files().stream())
                    .filter(file -> !isTaken(file) && !isElsewhere(file))
                    .forEach(paths::add);
        }
        List<String> argv = new ArrayList<>(List.of("git", "restore", "--source=" + tree, "--"));
        paths.forEach(path -> argv.add(path.value()));
        return new Fix.Command(paths.size() == 1 ? "restore the file" : "restore the files", argv);
    }

    private boolean isTaken(RepoPath path) {
        return Stream.of(Source.WORKING_TREE, Source.INDEX)
                .anyMatch(source -> facts.files(source).contains(path));
    }

    /** Of other folders it is not known what lies there today. */
    private boolean isElsewhere(RepoPath path) {
        return facts.project().folders().stream().noneMatch(path::isUnder);
    }
}
