package dev.migtrue.gather;

import dev.migtrue.facts.Circumstances;
import dev.migtrue.facts.Content;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.facts.SpokenDialect;
import dev.migtrue.facts.Survey;
import dev.migtrue.language.code.file.CodeFile;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Committing;
import dev.migtrue.language.sql.program.UpPart;
import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.History;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Project;
import dev.migtrue.model.Promised;
import dev.migtrue.model.RepoPath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** Files that no migration system claims, each looked at as a script of its own. */
public final class Scripts {

    /** What stands for a migration system in reports. */
    public static final String SYSTEM = "script";

    private static final Project PROJECT =
            new Project(SYSTEM, RepoPath.TOP, List.of(), "nothing knows of scripts", "nothing claims its files");

    private final Optional<Dialect> dialect;
    private final Committing committing;

    /** A file and what stands in it. */
    public record Given(RepoPath path, String text) {}

    private record Read(ReviewedMigration reviewed, SpokenDialect dialect) {}

    /**
     * @param dialect what the user says that they are written in; absent where each tells by itself
     * @param committing what the user says of how they are run; absent for the usual way
     */
    public Scripts(Optional<Dialect> dialect, Optional<Committing> committing) {
        this.dialect = dialect;
        this.committing = committing.orElse(Committing.FILE);
    }

    /** A survey of nothing but scripts. */
    public Survey alone(List<Given> scripts) {
        return new Survey(Optional.empty(), BaseBranch.none(), new LinkedHashMap<>(), List.of(facts(scripts)));
    }

    /** A survey, with scripts besides. */
    public Survey beside(Survey survey, List<Given> scripts) {
        return new Survey(
                survey.head(),
                survey.baseBranch(),
                survey.targets(),
                Stream.concat(survey.projects().stream(), Stream.of(facts(scripts)))
                        .toList());
    }

    private Facts facts(List<Given> scripts) {
        List<Read> read = scripts.stream().map(this::read).toList();
        List<ReviewedMigration> reviews = read.stream().map(Read::reviewed).toList();
        SequencedSet<SpokenDialect> dialects = new LinkedHashSet<>();
        read.forEach(each -> dialects.add(each.dialect()));
        Circumstances circumstances = Circumstances.UNKNOWN
                .withReviews(reviews)
                .withContent(new Content(List.copyOf(dialects), Reviews.tallies(reviews), List.of()));
        return Facts.join(
                        PROJECT,
                        new History(Ordering.LENIENT, List.of(), List.of(), List.of()),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        Map.of())
                .in(circumstances);
    }

    private Read read(Given script) {
        SpokenDialect spoken = dialect.map(named -> new SpokenDialect(named, "--dialect says so"))
                .or(() -> Dialects.ofPath(script.path())
                        .map(named -> new SpokenDialect(named, "its folder or name says so")))
                .or(() -> ofImports(script))
                .or(() -> Dialects.ofSyntax(List.of(script.text())))
                .orElseGet(() -> new SpokenDialect(Dialect.ANSI, "nothing tells what SQL it is: give --dialect"));
        Migration migration = new Migration(
                new MigrationId(script.path().value()),
                "",
                Kind.VERSIONED,
                List.of(),
                List.of(),
                content(script.text()),
                Optional.empty(),
                FileSpan.of(script.path()));
        return new Read(
                Reviews.review(
                        migration,
                        CodeFile.of(script.path().value())
                                .map(code -> code.read(script.text(), spoken.dialect()))
                                .orElseGet(() -> UpPart.program(
                                        script.text(), spoken.dialect(), committing.mode(spoken.dialect()))),
                        Promised.USUAL),
                spoken);
    }

    private static Optional<SpokenDialect> ofImports(Given script) {
        return CodeFile.of(script.path().value())
                .flatMap(code -> code.dialect(script.text()))
                .map(named -> new SpokenDialect(named, "what it imports says so"));
    }

    private static ContentId content(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return new ContentId(HexFormat.of().formatHex(sum));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
