package dev.migtrue.report;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Survey;
import dev.migtrue.facts.Target;
import dev.migtrue.model.Applied;
import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a survey looked at, in words. What it did not is a {@link Gap}. */
final class Coverage {

    /** The one thing to say of a survey without projects. */
    static final String NO_PROJECT =
            "no migrations found: no migration system was recognised here, so nothing was checked";

    /** More projects than these are only counted where one line must do. */
    private static final int NAMED = 2;

    private final Survey survey;

    Coverage(Survey survey) {
        this.survey = survey;
    }

    /** {@code 14 migrations (alembic in backend)}. */
    String extent() {
        List<Facts> used =
                survey.projects().stream().filter(facts -> !facts.isOfScripts()).toList();
        Stream<String> systems = used.isEmpty() ? Stream.empty() : Stream.of(systems(used));
        Stream<String> scripts = survey.projects().stream()
                .filter(Facts::isOfScripts)
                .map(facts -> "%s (%s)".formatted(Quantity.of(migrations(facts), "script"), Insight.dialects(facts)));
        return Stream.concat(systems, scripts).collect(Collectors.joining(" and "));
    }

    private static String systems(List<Facts> used) {
        String projects = used.size() > NAMED
                ? Quantity.of(used.size(), "project")
                : used.stream().map(facts -> Place.of(facts.project())).collect(Collectors.joining(", "));
        long migrations = used.stream().mapToLong(Coverage::migrations).sum();
        return Quantity.of(migrations, "migration") + " (" + projects + ")";
    }

    /** Whether nothing was looked at but scripts, for which there are no places and no databases. */
    boolean isOfScripts() {
        return survey.projects().stream().allMatch(Facts::isOfScripts);
    }

    /** How many migrations a project has, over all sources. */
    static long migrations(Facts facts) {
        if (facts.isOfScripts()) {
            return facts.circumstances().reviews().size();
        }
        return facts.presences().stream()
                .filter(presence -> !presence.copies().isEmpty())
                .count();
    }

    /** The kinds of places that were looked at, shortly: {@code working tree, index, HEAD, database default}. */
    String places() {
        Stream<String> sources = survey.projects().stream()
                .flatMap(facts -> facts.histories().keySet().stream())
                .distinct()
                .sorted()
                .map(Source::label);
        return Stream.concat(sources, readDatabases().map(this::dated)).collect(Collectors.joining(", "));
    }

    /** The databases that answered for at least one project. */
    Stream<DatabaseName> readDatabases() {
        return survey.projects().stream()
                .flatMap(facts -> facts.databases().entrySet().stream())
                .filter(entry -> !(entry.getValue() instanceof Applied.NotRead))
                .map(Map.Entry::getKey)
                .distinct();
    }

    /** What was read, at length, a line each. */
    List<String> read() {
        List<String> lines = new ArrayList<>();
        survey.projects().forEach(facts -> {
            lines.add(files(facts));
            Insight.read(facts).ifPresent(lines::add);
        });
        if (!isOfScripts()) {
            lines.add(commits());
        }
        survey.projects()
                .forEach(facts -> facts.databases()
                        .forEach((name, state) -> contents(facts, state)
                                .ifPresent(contents -> lines.add(addressed(name) + ": " + contents))));
        survey.projects()
                .forEach(facts -> facts.circumstances()
                        .schemas()
                        .forEach((name, view) -> lines.addAll(SchemaCoverage.of(name, view))));
        return lines;
    }

    /** By what each project was recognised, a line each. */
    List<String> recognised() {
        return survey.projects().stream()
                .filter(facts -> !facts.isOfScripts())
                .map(facts -> Place.of(facts.project()) + ": " + facts.project().recognisedBy())
                .toList();
    }

    /** The commits and databases that were read, a line each. */
    List<String> ends() {
        List<String> lines = new ArrayList<>();
        lines.add(commits());
        readDatabases().forEach(name -> lines.add(addressed(name)));
        return lines;
    }

    private static String files(Facts facts) {
        if (facts.isOfScripts()) {
            return Quantity.of(migrations(facts), "script") + (migrations(facts) == 1 ? "" : ", each by itself");
        }
        String sources = facts.histories().keySet().stream()
                .map(source -> inSource(facts, source))
                .collect(Collectors.joining(", "));
        return "%s: %s (%s%s)"
                .formatted(
                        Place.of(facts.project()), Quantity.of(migrations(facts), "migration"), sources, merged(facts));
    }

    /** What would be merged first: of the sources that is what people have before them. */
    private static String merged(Facts facts) {
        return facts.branches().merges().values().stream()
                .map(merge -> merge.history().migrations())
                .findFirst()
                .map(migrations -> ", after the merge "
                        + migrations.stream().map(Migration::id).distinct().count())
                .orElse("");
    }

    private static String inSource(Facts facts, Source source) {
        long count = facts.presences().stream()
                .filter(presence -> presence.isIn(source))
                .count();
        return source.label() + " " + count;
    }

    private String commits() {
        return survey.head().map(Place::of).orElse("no commit yet") + base();
    }

    private String base() {
        return switch (survey.baseBranch()) {
            case BaseBranch.NotRead unread -> "";
            case BaseBranch.Known known ->
                ", base %s (%s)".formatted(Place.of(known.tip()), known.chosenBy())
                        + (known.fork().commit().equals(known.tip().commit()) ? "" : ", " + Place.of(known.fork()));
        };
    }

    /** {@code database default}, with the age of what is known of it where it was not asked itself. */
    private String dated(DatabaseName name) {
        return Gap.database(name) + target(name).map(Coverage::age).orElse("");
    }

    private String addressed(DatabaseName name) {
        return Gap.database(name)
                + target(name)
                        .map(target -> " at " + target.address() + age(target))
                        .orElse("");
    }

    private Optional<Target> target(DatabaseName name) {
        return Optional.ofNullable(survey.targets().get(name));
    }

    private static String age(Target target) {
        return target.asOf()
                .map(asOf -> " (snapshot, %s old)".formatted(asOf.ageInWords()))
                .orElse("");
    }

    private static Optional<String> contents(Facts facts, Applied state) {
        return switch (state) {
            case Applied.NotRead unread -> Optional.empty();
            case Applied.NoTable none ->
                Optional.of(
                        "no table " + none.table() + ", so " + facts.project().system() + " never ran there");
            case Applied.Known known -> Optional.of(rows(known) + " in " + known.table());
        };
    }

    private static String rows(Applied.Known known) {
        long implied = known.migrations().stream()
                .filter(migration -> migration.evidence() == Evidence.IMPLIED)
                .count();
        return known.migrations().size() + " applied" + (implied == 0 ? "" : " (" + implied + " implied)");
    }
}
