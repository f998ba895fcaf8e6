package dev.migtrue.pages;

import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.Revision;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One example of a rule page.
 *
 * @param heading as it stands on the page: {@code Bad: created and never added}
 * @param findings exactly what the tool's concise output says of the scenario; empty for a good example
 * @param fixed what {@code check --fix} makes of files in the working tree; empty where that is not told
 */
record Example(String heading, Scenario scenario, String findings, SequencedMap<String, String> fixed) {

    /** How the heading of an example begins in which something is wrong. */
    static final String BAD = "Bad: ";

    /** How a page writes the commit that base is at. */
    private static final String BASE_COMMIT = "0123abcd";

    /** How lines end that rules about content say. */
    private static final Set<String> ABOUT_CONTENT = Pages.all().values().stream()
            .filter(RulePage::isAboutContent)
            .map(page -> "[" + page.id() + "]")
            .collect(Collectors.toUnmodifiableSet());

    Example {
        fixed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fixed));
    }

    /** What was said with page-wide words for what differs from run to run: the commit that base is at. */
    static String shown(String said, Optional<Revision> base) {
        return base.map(revision -> said.replace(revision.briefCommit(), BASE_COMMIT))
                .orElse(said);
    }

    /**
     * What was said without what rules about content say, unless the page is of one of these: pages about places need not hold migrations that bear
     * every run.
     */
    static String told(RulePage page, String said) {
        return page.isAboutContent()
                ? said
                : said.lines()
                        .filter(line -> ABOUT_CONTENT.stream().noneMatch(line::endsWith))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining());
    }

    boolean isBad() {
        return heading.startsWith(BAD);
    }
}
