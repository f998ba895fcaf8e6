package dev.migtrue.gather.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.Attribute.State;
import org.eclipse.jgit.util.QuotedString;

/**
 * The rules of one attributes file, the strongest (its last) first. Paths are byte strings relative to the folder it
 * governs.
 */
final class AttributesFile {

    private static final String MACRO = "[attr]";
    private static final String BLANKS = "[ \t\r]+";

    private final List<Rule> rules = new ArrayList<>();
    private final List<Macro> macros = new ArrayList<>();

    private record Rule(PathPattern pattern, List<Attribute> attributes) {}

    /** A name that stands for several attributes, the strongest first. */
    record Macro(String name, List<Attribute> attributes) {}

    AttributesFile(List<String> lines, LetterCase letterCase) {
        lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> read(line, letterCase));
    }

    private void read(String line, LetterCase letterCase) {
        int end = endOfPattern(line);
        String pattern = line.substring(0, end);
        List<Attribute> attributes = Arrays.stream(line.substring(end).strip().split(BLANKS))
                .filter(word -> !word.isEmpty())
                .map(AttributesFile::attribute)
                .toList()
                .reversed();
        if (pattern.startsWith(MACRO)) {
            macros.addFirst(new Macro(pattern.substring(MACRO.length()), attributes));
        } else if (!pattern.startsWith("!")) {
            // git refuses patterns that exclude.
            String meant = pattern.startsWith("\"") ? QuotedString.GIT_PATH.dequote(pattern) : pattern;
            rules.addFirst(new Rule(new PathPattern(meant, letterCase), attributes));
        }
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    List<Macro> macros() {
        return macros;
    }

    /** The attributes that the rules give a file, the strongest first; one name may come several times. */
    Stream<Attribute> of(String path) {
        return rules.stream()
                .filter(rule -> rule.pattern().matchesFile(path))
                .flatMap(rule -> rule.attributes().stream());
    }

    private static int endOfPattern(String line) {
        if (line.startsWith("\"")) {
            for (int at = 1; at < line.length(); at++) {
                if (line.charAt(at) == '"') {
                    return at + 1;
                }
                at += line.charAt(at) == '\\' ? 1 : 0;
            }
        }
        int blank = 0;
        while (blank < line.length() && " \t\r".indexOf(line.charAt(blank)) < 0) {
            blank++;
        }
        return blank;
    }

    private static Attribute attribute(String written) {
        int equals = written.indexOf('=');
        if (equals > 0) {
            return new Attribute(written.substring(0, equals), written.substring(equals + 1));
        }
        return switch (written.charAt(0)) {
            case '-' -> new Attribute(written.substring(1), State.UNSET);
            case '!' -> new Attribute(written.substring(1), State.UNSPECIFIED);
            default -> new Attribute(written, State.SET);
        };
    }
}
