package dev.migtrue.judge;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Survey;
import dev.migtrue.judge.Unverified.Weight;
import dev.migtrue.judge.rule.Need;
import dev.migtrue.model.Applied;
import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.History;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run was to look at and could not, for whatever reason. */
final class Verification {

    private Verification() {}

    /** All of it, what the user demands first, each once. */
    static List<Unverified> unverified(Survey survey, Policy policy) {
        return Stream.of(
                        required(survey, policy),
                        base(survey, policy),
                        databases(survey, policy),
                        schemas(survey, policy),
                        files(survey),
                        merges(survey))
                .flatMap(gaps -> gaps)
                .distinct()
                .toList();
    }

    /** Scripts that belong to no project have neither places nor databases; they count only where there is nothing else. */
    private static Stream<Unverified> required(Survey survey, Policy policy) {
        boolean isOfScripts = survey.projects().stream().allMatch(Facts::isOfScripts);
        return survey.projects().stream()
                .filter(facts -> isOfScripts || !facts.isOfScripts())
                .flatMap(facts -> policy.required().stream()
                        .sorted()
                        .filter(need -> !need.isOfSchemas() || !survey.looksAtSchemas() || isToBeTold(need, facts))
                        .flatMap(
                                need -> need
                                        .unmetBy(facts)
                                        .map(reason -> new Unverified(need.label(), reason, Weight.REQUIRED))
                                        .stream()));
    }

    /** That a schema was compared with nothing is told of each database, with the reason for that one. */
    private static boolean isToBeTold(Need need, Facts facts) {
        return need != Need.SCHEMA && !facts.circumstances().schemas().isEmpty();
    }

    private static Stream<Unverified> databases(Survey survey, Policy policy) {
        return survey.projects().stream()
                .flatMap(facts -> facts.databases().entrySet().stream())
                .flatMap(entry -> entry.getValue() instanceof Applied.NotRead unread
                        ? gap("database " + entry.getKey(), unread, policy).stream()
                        : Stream.empty());
    }

    /** What a merge into base, worked out ahead, leaves to people. */
    private static Stream<Unverified> merges(Survey survey) {
        return survey.projects().stream()
                .flatMap(facts -> facts.branches().merges().values().stream())
                .flatMap(merge -> merge.conflicts().stream())
                .map(file -> new Unverified("merge of " + file.at().path(), file.reason(), Weight.TOLERATED));
    }

    private static Stream<Unverified> schemas(Survey survey, Policy policy) {
        Weight weight = policy.required().contains(Need.SCHEMA) ? Weight.REQUIRED : Weight.TOLERATED;
        return survey.projects().stream()
                .flatMap(facts -> facts.circumstances().schemas().entrySet().stream())
                .flatMap(entry -> entry.getValue().obstacle().stream()
                        .map(reason -> new Unverified("schema of database " + entry.getKey(), reason, weight)));
    }

    /** Those that could not be read, and those that may have been edited. */
    private static Stream<Unverified> files(Survey survey) {
        Stream<Unverified> unread = survey.projects().stream()
                .flatMap(facts -> facts.histories().values().stream())
                .map(History::unread)
                .flatMap(List::stream)
                .map(file -> new Unverified(file.at().path().toString(), file.reason(), Weight.TOLERATED));
        Stream<Unverified> undecided = survey.projects().stream()
                .flatMap(facts -> facts.edits().undecided().entrySet().stream())
                .map(file -> new Unverified(file.getKey().toString(), file.getValue(), Weight.TOLERATED));
        return Stream.concat(unread, undecided);
    }

    private static Stream<Unverified> base(Survey survey, Policy policy) {
        if (survey.projects().isEmpty() && policy.expectedBase().isEmpty()) {
            return Stream.empty();
        }
        return switch (survey.baseBranch()) {
            case BaseBranch.NotRead unread -> unreadBase(unread, policy).stream();
            case BaseBranch.Known known ->
                policy
                        .expectedBase()
                        .filter(expected -> !known.tip().commit().startsWith(expected))
                        .map(expected -> new Unverified(
                                Need.BASE.label() + " " + expected,
                                known.tip().name() + " is at " + known.tip().commit(),
                                Weight.REQUIRED))
                        .stream();
        };
    }

    /** One that is there, but not in this clone, leaves open what has changed; that there is none does not. */
    private static Optional<Unverified> unreadBase(BaseBranch.NotRead unread, Policy policy) {
        String base = Need.BASE.label();
        if (policy.required().contains(Need.BASE) || policy.expectedBase().isPresent()) {
            return Optional.of(new Unverified(base, unread.reason(), Weight.REQUIRED));
        }
        return unread.obstacle() == BaseBranch.Obstacle.OUT_OF_REACH
                ? Optional.of(new Unverified(base, unread.reason(), Weight.TOLERATED))
                : Optional.empty();
    }

    private static Optional<Unverified> gap(String what, Applied.NotRead unread, Policy policy) {
        return switch (unread.obstacle()) {
            case NOT_ASKED, ELSEWHERE -> Optional.empty();
            case REFUSED -> Optional.of(new Unverified(what, unread.reason(), Weight.REQUIRED));
            case UNREACHABLE ->
                Optional.of(new Unverified(
                        what,
                        unread.reason(),
                        policy.unreachable() == Policy.Unreachable.FAIL ? Weight.REQUIRED : Weight.TOLERATED));
        };
    }
}
