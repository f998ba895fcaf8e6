package dev.migtrue.cli;

import dev.migtrue.cli.prove.Proving;
import dev.migtrue.cli.prove.Proving.Extent;
import dev.migtrue.cli.prove.Trial;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Survey;
import dev.migtrue.gather.ReviewSet;
import dev.migtrue.gather.Scripts;
import dev.migtrue.gather.scratch.Scratch;
import dev.migtrue.gather.scratch.ScratchUrl;
import dev.migtrue.model.Migration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The proof of the migrations that are asked for, each on what all before it left. The databases of the project are not connected to. */
record ProofRun(ReadingOptions reading, ScratchOptions scratches, Surroundings surroundings) {

    List<Trial> trials(Wish wish, Extent extent) {
        Optional<ScratchUrl> url = scratches.url(surroundings, () -> reading.targets(surroundings, wish.paths()));
        ReadingOptions files = reading.ofFilesOnly();
        Reading read = files.read(surroundings, wish);
        Survey whole =
                files.read(surroundings, wish.of(new ReviewSet.Everything())).survey();
        Predicate<Migration> isNamed = isNamed(wish.paths(), read.top());
        List<Trial> trials = new ArrayList<>();
        for (Facts facts : read.survey().projects()) {
            Facts all = whole.projects().stream()
                    .filter(other -> other.project().equals(facts.project()))
                    .findFirst()
                    .orElse(facts);
            trials.addAll(trials(facts, all, isNamed, url, extent));
        }
        return trials;
    }

    private List<Trial> trials(
            Facts facts, Facts whole, Predicate<Migration> isNamed, Optional<ScratchUrl> url, Extent extent) {
        if (facts.project().system().equals(Scripts.SYSTEM)) {
            return facts.circumstances().reviews().stream()
                    .flatMap(script -> {
                        Facts alone = facts.in(facts.circumstances().withReviews(List.of(script)));
                        return trials(new Proving(alone, alone, isNamed), url, extent).stream();
                    })
                    .toList();
        }
        return trials(new Proving(facts, whole, isNamed), url, extent);
    }

    private List<Trial> trials(Proving proving, Optional<ScratchUrl> url, Extent extent) {
        return proving.first()
                .map(program -> {
                    try (Scratch scratch = scratches.open(url, program.dialect(), surroundings)) {
                        return proving.on(scratch, extent, new ReplayProgress(surroundings));
                    }
                })
                .orElseGet(proving::unread);
    }

    /** Paths on the command line are relative to where it was started, those of migrations to the top of the repository. */
    private Predicate<Migration> isNamed(List<Path> paths, Path top) {
        List<Path> named = paths.stream()
                .map(path -> real(reading.start(surroundings).resolve(path)))
                .toList();
        return migration -> {
            Path file = real(top.resolve(migration.at().path().value()));
            return named.stream().anyMatch(file::startsWith);
        };
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            return path.toAbsolutePath().normalize();
        }
    }
}
