package dev.migtrue.gather.git;

import dev.migtrue.model.IgnoreRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of one ignore file. Paths are byte strings relative to the folder it governs. */
final class IgnoreFile {

    private final List<Rule> fromLast;

    /** One rule; {@code lifts} when it starts with {@code !} and takes back what earlier ones hide. */
    private record Rule(IgnoreRule shown, boolean lifts, PathPattern pattern) {}

    /** What a file says of a path. */
    sealed interface Verdict {

        record Hidden(IgnoreRule by) implements Verdict {}

        record Lifted() implements Verdict {}
    }

    /** @param name the file as git names it */
    IgnoreFile(String name, List<String> lines, LetterCase letterCase) {
        List<Rule> rules = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String written = withoutTrailingSpaces(lines.get(at));
            if (!written.isEmpty() && !written.startsWith("#")) {
                boolean lifts = written.startsWith("!");
                PathPattern pattern = new PathPattern(lifts ? written.substring(1) : written, letterCase);
                rules.add(new Rule(new IgnoreRule(name, at + 1, ByteString.text(written)), lifts, pattern));
            }
        }
        this.fromLast = rules.reversed();
    }

    /** What the last rule that speaks of a file says; absent when none does. */
    Optional<Verdict> ofFile(String path) {
        return fromLast.stream()
                .filter(rule -> rule.pattern().matchesFile(path))
                .findFirst()
                .map(IgnoreFile::verdict);
    }

    /** What the last rule that speaks of a folder says; absent when none does. */
    Optional<Verdict> ofFolder(String path) {
        return fromLast.stream()
                .filter(rule -> rule.pattern().matchesFolder(path))
                .findFirst()
                .map(IgnoreFile::verdict);
    }

    private static Verdict verdict(Rule rule) {
        return rule.lifts() ? new Verdict.Lifted() : new Verdict.Hidden(rule.shown());
    }

    /** Spaces at the end count only behind a backslash. */
    private static String withoutTrailingSpaces(String line) {
        int end = 0;
        for (int at = 0; at < line.length(); at++) {
            if (line.charAt(at) == '\\') {
                at++;
                end = Math.min(at + 1, line.length());
            } else if (line.charAt(at) != ' ') {
                end = at + 1;
            }
        }
        return line.substring(0, end);
    }
}
