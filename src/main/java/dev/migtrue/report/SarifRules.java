package dev.migtrue.report;

import static dev.migtrue.report.Json.array;
import static dev.migtrue.report.Json.member;
import static dev.migtrue.report.Json.object;
import static dev.migtrue.report.Json.texts;

import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.Level;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rules of a SARIF report, made of their pages: all that can be found, not only what was. */
final class SarifRules {

    /** GitHub takes no more of a full description. */
    private static final int LONGEST = 1024;

    private final List<RulePage> pages;

    SarifRules(Collection<RulePage> pages) {
        this.pages = List.copyOf(pages);
    }

    /** Where a rule stands among all; absent where it has no page. */
    OptionalInt index(RuleId rule) {
        return IntStream.range(0, pages.size())
                .filter(i -> pages.get(i).id().equals(rule))
                .findFirst();
    }

    Json descriptors() {
        return array(pages.stream().map(SarifRules::descriptor).toList());
    }

    private static Json descriptor(RulePage page) {
        String body =
                page.text().lines().skip(1).collect(Collectors.joining("\n")).strip();
        List<Json.Member> members = new ArrayList<>(List.of(
                member("id", page.id().value()),
                member("shortDescription", SarifText.plain(page.title())),
                member("fullDescription", SarifText.plain(opening(page, body))),
                member("defaultConfiguration", configuration(page)),
                member(
                        "help",
                        object(
                                member("text", new Explanation(Style.PLAIN).render(page)),
                                member("markdown", body.isEmpty() ? page.title() : body)))));
        if (!page.aliases().isEmpty()) {
            members.add(member("deprecatedIds", texts(page.aliases())));
        }
        members.add(member(
                "properties",
                object(
                        member("tags", texts(List.of("migrations", page.group()))),
                        member("problem.severity", problem(page.severity())))));
        return object(members.toArray(Json.Member[]::new));
    }

    private static Json configuration(RulePage page) {
        Json.Member level = member("level", page.severity().label());
        return page.level() == Level.OFF ? object(member("enabled", new Json.Truth(false)), level) : object(level);
    }

    /** The first paragraph; the title where a page has nothing else. */
    private static String opening(RulePage page, String body) {
        String paragraph = body.lines()
                .takeWhile(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.joining(" "));
        String text = paragraph.isEmpty() ? page.title() : paragraph;
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static String problem(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "recommendation";
        };
    }
}
