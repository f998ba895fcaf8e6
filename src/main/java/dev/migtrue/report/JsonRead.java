package dev.migtrue.report;

import static dev.migtrue.report.Json.array;
import static dev.migtrue.report.Json.member;
import static dev.migtrue.report.Json.object;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.facts.Survey;
import dev.migtrue.facts.Target;
import dev.migtrue.model.Applied;
import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Revision;
import dev.migtrue.report.Json.Member;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** The part of a JSON report that tells what was looked at. */
final class JsonRead {

    private JsonRead() {}

    static Json of(Survey survey) {
        return object(
                member("base", Json.of(survey.base().map(Revision::commit))),
                member("head", Json.of(survey.head().map(Revision::commit))),
                member(
                        "systems",
                        array(survey.projects().stream().map(JsonRead::system).toList())),
                member(
                        "databases",
                        array(names(survey).stream()
                                .map(name -> database(name, survey))
                                .toList())),
                member("content", JsonContent.of(survey)));
    }

    private static Json system(Facts facts) {
        return object(
                member("name", facts.project().system()),
                member("root", facts.project().root().toString()),
                member("migrations", Coverage.migrations(facts)));
    }

    private static SequencedSet<DatabaseName> names(Survey survey) {
        SequencedSet<DatabaseName> names = new LinkedHashSet<>(survey.targets().keySet());
        survey.projects().forEach(facts -> names.addAll(facts.databases().keySet()));
        return names;
    }

    /** What was asked itself has no {@code asOf}. */
    private static Json database(DatabaseName name, Survey survey) {
        Applied state = survey.projects().stream()
                .flatMap(facts -> Stream.ofNullable(facts.databases().get(name)))
                .min(Comparator.comparingInt(JsonRead::weight))
                .orElseGet(() -> new Applied.NotRead(Obstacle.NOT_ASKED, "there is no project to read it for"));
        Optional<Target> target = Optional.ofNullable(survey.targets().get(name));
        Stream<Member> tenants =
                name.tenants().isEmpty() ? Stream.empty() : Stream.of(member("tenants", Json.texts(name.tenants())));
        Stream<Member> others = Stream.of(
                member("target", Json.of(target.map(Target::address))),
                member("state", state(state)),
                member("reason", Json.of(reason(state))),
                member(
                        "asOf",
                        Json.of(target.flatMap(Target::asOf)
                                .map(asOf -> asOf.time().toString()))));
        return object(Stream.of(Stream.of(member("name", name.value())), tenants, others, schema(name, survey))
                .flatMap(members -> members)
                .toArray(Member[]::new));
    }

    /** Where it has tenants, one for all that are made the same. */
    private static Stream<Member> schema(DatabaseName name, Survey survey) {
        SequencedMap<DatabaseName, SchemaView> views = new LinkedHashMap<>();
        survey.projects()
                .forEach(facts -> facts.circumstances().schemas().forEach((about, view) -> {
                    if (name.covers(about)) {
                        views.putIfAbsent(about, view);
                    }
                }));
        if (name.tenants().isEmpty()) {
            return views.values().stream().map(view -> member("schema", JsonSchemaView.of(view)));
        }
        return views.isEmpty()
                ? Stream.empty()
                : Stream.of(member(
                        "schemas",
                        array(views.entrySet().stream()
                                .map(view -> object(
                                        member(
                                                "tenants",
                                                Json.texts(view.getKey().tenants())),
                                        member("schema", JsonSchemaView.of(view.getValue()))))
                                .toList())));
    }

    /**
     * Which state stands for a database where projects differ: a failure to read it first, that it is another project's
     * table last.
     */
    private static int weight(Applied state) {
        return switch (state) {
            case Applied.NotRead unread ->
                switch (unread.obstacle()) {
                    case REFUSED -> 0;
                    case UNREACHABLE -> 1;
                    case ELSEWHERE -> 4;
                    case NOT_ASKED -> 5;
                };
            case Applied.Known known -> 2;
            case Applied.NoTable none -> 3;
        };
    }

    private static String state(Applied state) {
        return switch (state) {
            case Applied.NotRead unread -> "not-read";
            case Applied.NoTable none -> "no-table";
            case Applied.Known known -> "known";
        };
    }

    private static Optional<String> reason(Applied state) {
        return switch (state) {
            case Applied.NotRead unread -> Optional.of(unread.reason());
            case Applied.NoTable none -> Optional.of("there is no table " + none.table());
            case Applied.Known known -> Optional.empty();
        };
    }
}
