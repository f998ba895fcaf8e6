package dev.migtrue.report;

import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Source;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a migration stands, in the few words that fit beside a finding: {@code untracked, applied}. */
final class StandingWords {

    private StandingWords() {}

    static Piece of(Standing standing) {
        Ink ink = standing.isProblem() ? Ink.BAD : Ink.NORMAL;
        String words = Stream.of(
                        Stream.of(files(standing)),
                        databases(standing, "applied to", mark -> mark.isRun() && mark != Mark.FAILED),
                        databases(standing, "failed on", mark -> mark == Mark.FAILED))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
        return new Piece(ink, words);
    }

    private static String files(Standing standing) {
        Mark disk = standing.in(Source.WORKING_TREE);
        Mark index = standing.in(Source.INDEX);
        if (!standing.hasFile()) {
            return "no file"
                    + standing.excuse().map(excuse -> ", " + excuse.words()).orElse("");
        }
        if (disk == Mark.UNTRACKED || disk == Mark.IGNORED) {
            return disk.piece().text();
        }
        if (index == Mark.STAGED) {
            return disk == Mark.MODIFIED
                    ? "staged, edited since"
                    : disk == Mark.ABSENT ? "staged, not on disk" : "staged";
        }
        if (standing.in(Source.HEAD) == Mark.ABSENT) {
            return standing.in(Source.BASE) == Mark.ABSENT ? "only at the merge base" : "only on base";
        }
        return inHead(standing, disk, index);
    }

    private static String inHead(Standing standing, Mark disk, Mark index) {
        if (disk == Mark.MODIFIED || index == Mark.MODIFIED) {
            return "modified";
        }
        if (!standing.sources().containsKey(Source.WORKING_TREE) || disk == Mark.YES) {
            return "committed";
        }
        return index == Mark.ABSENT ? "deletion staged" : "deleted on disk";
    }

    /** Databases are named where there is a choice. */
    private static Stream<String> databases(Standing standing, String verb, Predicate<Mark> wanted) {
        List<String> names = standing.databases().entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .map(DatabaseName::toString)
                .toList();
        if (names.isEmpty()) {
            return Stream.empty();
        }
        boolean alone = standing.databases().size() == 1;
        return Stream.of(alone ? verb.substring(0, verb.indexOf(' ')) : verb + " " + String.join(" and ", names));
    }
}
