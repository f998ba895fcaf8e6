package dev.migtrue.gather.address;

import dev.migtrue.model.FileText;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where a project's addresses are looked for.
 *
 * @param files the files of the project as they lie there
 * @param top where these are on disk
 */
record Ground(Tree files, Review review, Map<String, String> environment, Path top) {

    Ground {
        environment = Map.copyOf(environment);
    }

    Optional<String> text(RepoPath file) {
        return files.contentId(file)
                .flatMap(present -> files.text(file))
                .flatMap(text -> text instanceof FileText.Decoded decoded
                        ? Optional.of(decoded.text().replaceFirst("^\uFEFF", ""))
                        : Optional.empty());
    }

    boolean has(RepoPath file) {
        return files.contentId(file).isPresent();
    }

    Filling filling() {
        return new Filling(environment);
    }

    /** The folders of a project's migrations and those around them, innermost first. */
    static SequencedSet<RepoPath> around(Project project) {
        SequencedSet<RepoPath> folders = new LinkedHashSet<>();
        Stream.concat(Stream.of(project.root()), project.folders().stream().limit(1))
                .forEach(start -> {
                    for (Optional<RepoPath> at = Optional.of(start);
                            at.isPresent();
                            at = at.get().parent()) {
                        folders.add(at.get());
                    }
                });
        return folders;
    }

    /** The first of these names that is there, in the innermost folder around a project that has one. */
    Optional<RepoPath> nearest(Project project, List<String> names) {
        return around(project).stream()
                .flatMap(folder -> names.stream().flatMap(name -> folder.resolve(name).stream()))
                .filter(this::has)
                .findFirst();
    }

    /** What a file says, once it may be followed. */
    Claim claim(RepoPath file, String what, Filling filling, Supplier<String> address) {
        return claim(file, what, filling, address, file.parent().orElse(RepoPath.TOP));
    }

    /** @param folder what a relative path in the address is relative to */
    Claim claim(RepoPath file, String what, Filling filling, Supplier<String> address, RepoPath folder) {
        Origin origin = new Origin(what + " in '" + file + "'", Origin.Authority.HINT);
        Optional<String> obstacle = review.objection(file, filling.taken()).or(filling::gap);
        if (obstacle.isPresent()) {
            return new Claim.Unknown(origin, obstacle.get());
        }
        return spoken(origin, address, folder);
    }

    private Claim spoken(Origin origin, Supplier<String> address, RepoPath folder) {
        try {
            SpokenAddress spoken = SpokenAddress.read(address.get(), top.resolve(folder.value()));
            return new Claim.Address(
                    origin, spoken.completed(new LibpqSurroundings(environment, LibpqSurroundings.Trust.OWN_HOSTS)));
        } catch (UsageException unusable) {
            return new Claim.Unknown(origin, String.valueOf(unusable.getMessage()));
        }
    }
}
