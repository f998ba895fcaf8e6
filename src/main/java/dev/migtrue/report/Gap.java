package dev.migtrue.report;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Survey;
import dev.migtrue.facts.Target;
import dev.migtrue.model.Applied;
import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.History;
import dev.migtrue.model.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that was not looked at, and why. "Not looked at" must never read like "clean".
 *
 * @param what the words that {@link dev.migtrue.judge.Unverified} has for it too
 * @param where its address; empty where it has none
 */
record Gap(String what, String where, String reason) {

    /** Everything that a survey did not look at, without repeats. */
    static List<Gap> of(Survey survey) {
        if (new Coverage(survey).isOfScripts()) {
            return List.of();
        }
        return Stream.of(
                        trees(survey),
                        base(survey),
                        branches(survey),
                        databases(survey),
                        files(survey),
                        content(survey))
                .flatMap(gaps -> gaps)
                .distinct()
                .toList();
    }

    static String database(DatabaseName name) {
        return "database " + name;
    }

    @Override
    public String toString() {
        return where.isEmpty() ? what + ": " + reason : what + " at " + where + ": " + reason;
    }

    private static Stream<Gap> trees(Survey survey) {
        boolean bare = survey.projects().stream()
                .anyMatch(facts -> !facts.isOfScripts() && !facts.histories().containsKey(Source.WORKING_TREE));
        return bare ? Stream.of(new Gap("working tree and index", "", "there is no work tree")) : Stream.empty();
    }

    private static Stream<Gap> base(Survey survey) {
        return switch (survey.baseBranch()) {
            case BaseBranch.Known known -> Stream.empty();
            case BaseBranch.NotRead unread -> Stream.of(new Gap("base", "", unread.reason()));
        };
    }

    private static Stream<Gap> branches(Survey survey) {
        return survey.projects().stream()
                .flatMap(facts -> facts.branches().claims().limits().stream())
                .map(limit -> new Gap("other branches", "", limit));
    }

    private static Stream<Gap> databases(Survey survey) {
        if (survey.projects().stream().allMatch(facts -> facts.databases().isEmpty())) {
            return Stream.of(new Gap("databases", "", "none was named"));
        }
        return survey.projects().stream().flatMap(facts -> databases(survey, facts));
    }

    private static Stream<Gap> databases(Survey survey, Facts facts) {
        return facts.databases().entrySet().stream()
                .flatMap(entry -> entry.getValue() instanceof Applied.NotRead unread
                        ? Stream.of(new Gap(
                                database(entry.getKey()),
                                Optional.ofNullable(survey.targets().get(entry.getKey()))
                                        .map(Target::address)
                                        .orElse(""),
                                unread.reason()))
                        : Stream.empty());
    }

    private static Stream<Gap> content(Survey survey) {
        return survey.projects().stream()
                .filter(facts -> !facts.circumstances().content().unread().isEmpty())
                .map(facts -> new Gap(
                        "content of "
                                + Quantity.of(
                                        facts.circumstances().content().unread().size(), "migration")
                                + " of " + Place.of(facts.project()),
                        "",
                        "not understood here"));
    }

    private static Stream<Gap> files(Survey survey) {
        return survey.projects().stream()
                .flatMap(facts -> facts.histories().values().stream())
                .map(History::unread)
                .flatMap(List::stream)
                .map(file -> new Gap(file.at().path().toString(), "", file.reason()));
    }
}
