package dev.migtrue.hook.matrix;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What migtrue found, each in the short form {@code error untracked-migration 002}: severity, rule, and
 * the number in the file's name. What it could not read stands as {@code unread 002}.
 */
record Verdict(SortedSet<String> findings) {

    private static final Pattern CONCISE = Pattern.compile(
            "(?m)^\\S*?(?<file>[^/\\s]*):\\d+:\\d+: (?<severity>error|warning|note): .*\\[(?<rule>[a-z-]+)]$");
    private static final Pattern UNREAD =
            Pattern.compile("(?m)^(not looked at)? +migrations/(\\S*/)?(?<file>[^/\\s]+): is a .*");
    private static final Pattern HEADING =
            Pattern.compile("(\\d+ )?(?<severity>error|warning|note)s?: .*\\[(?<rule>[a-z-]+)]");
    private static final Pattern PLACE = Pattern.compile("  (\\S*/)?(?<file>[^/\\s]+\\.(py|sql))(:\\d+:\\d+)?( .*)?");
    private static final Pattern NUMBER = Pattern.compile("^V?(?<number>\\d+)_.*");

    static Verdict of(String... findings) {
        return new Verdict(new TreeSet<>(List.of(findings)));
    }

    /** What {@code check --format concise} printed on each of its two streams. */
    static Verdict ofCheck(String output, String errors) {
        SortedSet<String> findings = new TreeSet<>();
        Matcher lines = CONCISE.matcher(output);
        while (lines.find()) {
            findings.add(finding(lines, lines.group("file")));
        }
        Matcher gaps = UNREAD.matcher(errors);
        while (gaps.find()) {
            findings.add("unread " + numberOf(gaps.group("file")));
        }
        return new Verdict(findings);
    }

    static Verdict ofText(String output) {
        SortedSet<String> findings = new TreeSet<>();
        Matcher heading = HEADING.matcher("");
        for (String line : output.lines().toList()) {
            Matcher place = PLACE.matcher(line);
            if (HEADING.matcher(line).matches()) {
                heading = HEADING.matcher(line);
            } else if (heading.matches() && place.matches()) {
                findings.add(finding(heading, place.group("file")));
            }
        }
        return new Verdict(findings);
    }

    private static String finding(Matcher found, String file) {
        return found.group("severity") + " " + found.group("rule") + " " + numberOf(file);
    }

    private static String numberOf(String file) {
        return NUMBER.matcher(file).replaceFirst("${number}");
    }

    boolean holdsErrors() {
        return findings.stream().anyMatch(finding -> finding.startsWith("error "));
    }
}
