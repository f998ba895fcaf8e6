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

/** What a run did not get to see, and what that weighs by the user's policy. */
record Unseen(Survey survey, Policy policy) {

    /** Whether this run is one of those that compare what databases are made of. */
    boolean looksAtSchemas() {
        return survey.projects().stream()
                .anyMatch(facts -> !facts.circumstances().schemas().isEmpty());
    }

    /** Each once: what is required, the base, the databases, their schemas, the files, the merges. */
    List<Unverified> all() {
        Stream<Unverified> databases = survey.projects().stream()
                .flatMap(facts -> facts.databases().entrySet().stream())
                .flatMap(entry -> entry.getValue() instanceof Applied.NotRead unread
                        ? gap("database " + entry.getKey(), unread).stream()
                        : Stream.empty());
        boolean isOfScripts = survey.projects().stream().allMatch(Facts::isOfScripts);
        Stream<Unverified> required = survey.projects().stream()
                .filter(facts -> isOfScripts || !facts.isOfScripts())
                .flatMap(facts -> policy.required().stream()
                        .sorted()
                        .filter(need -> !need.isOfSchemas()
                                || !looksAtSchemas()
                                || !facts.circumstances().schemas().isEmpty())
                        .flatMap(
                                need -> need
                                        .unmetBy(facts)
                                        .map(reason -> new Unverified(need.label(), reason, Weight.REQUIRED))
                                        .stream()));
        Stream<Unverified> conflicts = survey.projects().stream()
                .flatMap(facts -> facts.branches().merges().values().stream())
                .flatMap(merge -> merge.conflicts().stream())
                .map(file -> new Unverified("merge of " + file.at().path(), file.reason(), Weight.TOLERATED));
        return Stream.of(required, base(), databases, schemas(), files(), conflicts)
                .flatMap(gaps -> gaps)
                .distinct()
                .toList();
    }

    private Stream<Unverified> schemas() {
        Weight weight = policy.required().contains(Need.SCHEMA) ? Weight.REQUIRED : Weight.TOLERATED;
        return survey.projects().stream()
                .flatMap(facts -> facts.circumstances().schemas().entrySet().stream())
                .flatMap(entry -> entry.getValue().obstacle().stream()
                        .map(reason -> new Unverified("schema of database " + entry.getKey(), reason, weight)));
    }

    /** Those that could not be read, and those that may have been edited. */
    private Stream<Unverified> files() {
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

    private Stream<Unverified> base() {
        if (survey.projects().isEmpty() && policy.expectedBase().isEmpty()) {
            return Stream.empty();
        }
        return switch (survey.baseBranch()) {
            case BaseBranch.NotRead unread -> unreadBase(unread).stream();
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
    private Optional<Unverified> unreadBase(BaseBranch.NotRead unread) {
        String base = Need.BASE.label();
        if (policy.required().contains(Need.BASE) || policy.expectedBase().isPresent()) {
            return Optional.of(new Unverified(base, unread.reason(), Weight.REQUIRED));
        }
        return unread.obstacle() == BaseBranch.Obstacle.OUT_OF_REACH
                ? Optional.of(new Unverified(base, unread.reason(), Weight.TOLERATED))
                : Optional.empty();
    }

    private Optional<Unverified> gap(String what, Applied.NotRead unread) {
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
