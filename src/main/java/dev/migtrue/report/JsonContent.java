package dev.migtrue.report;

import static dev.migtrue.report.Json.array;
import static dev.migtrue.report.Json.member;
import static dev.migtrue.report.Json.object;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.SpokenDialect;
import dev.migtrue.facts.Survey;
import dev.migtrue.model.Migration;
import java.util.stream.Stream;

/** The part of a JSON report that tells how well the content of migrations was understood. */
final class JsonContent {

    private JsonContent() {}

    static Json of(Survey survey) {
        Insight insight = new Insight(survey);
        return object(
                member(
                        "migrations",
                        survey.projects().stream()
                                .mapToLong(facts -> facts.circumstances()
                                        .content()
                                        .tallies()
                                        .size())
                                .sum()),
                member("statements", insight.statements()),
                member("notUnderstood", insight.notUnderstood()),
                member(
                        "dialects",
                        array(survey.projects().stream()
                                .flatMap(facts -> facts.circumstances().content().dialects().stream()
                                        .map(spoken -> dialect(facts, spoken)))
                                .toList())),
                member(
                        "unsure",
                        array(survey.projects().stream()
                                .flatMap(JsonContent::unsure)
                                .toList())),
                member(
                        "unread",
                        array(survey.projects().stream()
                                .flatMap(facts -> facts.circumstances().content().unread().stream()
                                        .map(migration ->
                                                object(named(facts, migration).toArray(Json.Member[]::new))))
                                .toList())));
    }

    private static Json dialect(Facts facts, SpokenDialect spoken) {
        return object(
                member("system", facts.project().system()),
                member("root", facts.project().root().toString()),
                member("name", spoken.name()),
                member("reason", spoken.reason()));
    }

    private static Stream<Json> unsure(Facts facts) {
        return facts.circumstances().reviews().stream()
                .filter(reviewed -> !reviewed.doubts().isEmpty())
                .map(reviewed -> object(Stream.concat(
                                named(facts, reviewed.migration()),
                                Stream.of(member("reasons", Json.texts(reviewed.doubts()))))
                        .toArray(Json.Member[]::new)));
    }

    private static Stream<Json.Member> named(Facts facts, Migration migration) {
        return Stream.of(
                member("system", facts.project().system()),
                member("migration", migration.id().value()),
                member("path", migration.at().path().toString()));
    }
}
