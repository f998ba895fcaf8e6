package dev.migtrue.system.liquibase;

import dev.migtrue.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a changelog that is a tree of elements. */
final class ElementReader {

    /** What may change in a changeset that is applied without changing what it does. */
    private static final Set<String> ONLY_FOR_PEOPLE = Set.of("comment", "validCheckSum", "validCheckSums");

    private static final Set<String> NAMES = Set.of("id", "author");

    /** What is not among the changes. */
    private static final Set<String> BESIDE_CHANGES =
            Set.of("comment", "validCheckSum", "validCheckSums", "preConditions", "preconditions", "rollback");

    private final List<Changelog.Entry> entries = new ArrayList<>();
    private final List<Changelog.Slip> slips = new ArrayList<>();
    private final When when;
    private Optional<String> logicalPath;

    private ElementReader(Element top) {
        this.logicalPath = top.attribute("logicalFilePath");
        this.when = when(top);
    }

    static Changelog.Read read(Element top) {
        ElementReader reader = new ElementReader(top);
        top.children().forEach(reader::add);
        return new Changelog.Read(reader.logicalPath, reader.when, reader.entries, reader.slips);
    }

    private void add(Element element) {
        switch (element.name()) {
            case "changeSet" -> readChangeSet(element);
            case "include" ->
                element.attribute("file")
                        .ifPresent(file -> entries.add(new Changelog.Include(
                                name(file, element),
                                passed(element),
                                element.attribute("errorIfMissing")
                                        .filter(value -> value.equalsIgnoreCase("false"))
                                        .isEmpty(),
                                element.at())));
            case "includeAll" ->
                element.attribute("path")
                        .ifPresent(path -> entries.add(new Changelog.IncludeAll(
                                name(path, element),
                                passed(element),
                                element.attribute("endsWithFilter").orElse(""),
                                new Changelog.Depths(
                                        depth(element, "minDepth", 0), depth(element, "maxDepth", Integer.MAX_VALUE)),
                                element.attribute("filter").or(() -> element.attribute("resourceFilter")),
                                element.at())));
            case "modifyChangeSets" -> element.children().forEach(this::add);
            case "property" -> readProperty(element);
            case "logicalFilePath" -> logicalPath = Optional.of(element.text().strip());
            default -> {}
        }
    }

    private static Changelog.FileName name(String written, Element element) {
        return new Changelog.FileName(written, element.isSet("relativeToChangelogFile"));
    }

    private static Changelog.Passed passed(Element include) {
        return new Changelog.Passed(include.attribute("logicalFilePath"), when(include));
    }

    private static int depth(Element element, String key, int otherwise) {
        return element.attribute(key)
                .filter(depth -> depth.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }

    private void readProperty(Element element) {
        Changelog.Scope scope = scope(element);
        element.attribute("name")
                .ifPresentOrElse(
                        name -> entries.add(new Changelog.Property(
                                Placeholders.plain(name), element.attributes().getOrDefault("value", ""), scope)),
                        () -> element.attribute("file")
                                .ifPresent(file -> entries.add(
                                        new Changelog.PropertyFile(name(file, element), scope, element.at()))));
    }

    private static Changelog.Scope scope(Element property) {
        boolean isConditional = Stream.of("context", "contextFilter", "labels")
                        .anyMatch(condition -> property.attribute(condition).isPresent())
                || property.attributes().getOrDefault("value", "").contains("${");
        boolean isLocal = property.attribute("global")
                .filter(value -> value.equalsIgnoreCase("false"))
                .isPresent();
        return new Changelog.Scope(isConditional, isLocal, dialects(property));
    }

    private void readChangeSet(Element element) {
        Optional<String> id = element.attribute("id");
        Optional<String> author = element.attribute("author");
        if (id.isPresent() && author.isPresent()) {
            entries.add(changeSet(element, id.get(), author.get()));
        } else {
            slips.add(new Changelog.Slip(
                    element.at(),
                    "liquibase refuses a changeset without " + (id.isPresent() ? "an author" : "an id"),
                    "give it both an id and an author"));
        }
    }

    private static ChangeSet changeSet(Element element, String id, String author) {
        List<Element> changes = element.children().stream()
                .filter(child -> !BESIDE_CHANGES.contains(child.name()))
                .filter(child -> !element.attributes().containsKey(child.name()))
                .toList();
        return new ChangeSet(
                id,
                author,
                element.attribute("logicalFilePath"),
                description(element, changes),
                element.isSet("runOnChange") || element.isSet("runAlways") ? Kind.REPEATABLE : Kind.VERSIONED,
                when(element),
                text(element),
                flat(changes)
                        .map(Element::name)
                        .filter(name -> !name.equals("modifySql"))
                        .collect(Collectors.toSet()),
                files(changes),
                Placeholders.in(changes.stream().flatMap(Element::texts).toList()),
                changes.stream()
                        .flatMap(Element::all)
                        .flatMap(part -> dialects(part).stream())
                        .collect(Collectors.toSet()),
                new Running(Running.mode(element.attribute("runInTransaction")), Conditions.of(element)),
                element.at());
    }

    private static When when(Element element) {
        return new When(
                element.attribute("dbms").orElse(""),
                element.attribute("contextFilter")
                        .or(() -> element.attribute("context"))
                        .orElse(""),
                element.attribute("labels").orElse(""));
    }

    private static String description(Element element, List<Element> changes) {
        return element.children().stream()
                .filter(child -> child.name().equals("comment"))
                .map(comment -> comment.text().strip().replaceAll("\\s+", " "))
                .findFirst()
                .orElseGet(() -> flat(changes).map(Element::name).distinct().collect(Collectors.joining(", ")));
    }

    /** In YAML and JSON they stand in an element of their own. */
    private static Stream<Element> flat(List<Element> changes) {
        return changes.stream()
                .flatMap(change -> change.name().equals("changes") ? change.children().stream() : Stream.of(change));
    }

    private static String text(Element element) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(element.attributes()).forEach((key, value) -> {
            if (!NAMES.contains(key) && !ONLY_FOR_PEOPLE.contains(key)) {
                all.append(key).append('=').append(value).append('\0');
            }
        });
        element.children().stream()
                .filter(child -> !ONLY_FOR_PEOPLE.contains(child.name()) && !NAMES.contains(child.name()))
                .forEach(child -> all.append(child.canonical()));
        return all.toString();
    }

    /** The files that changes run or load: {@code sqlFile}, {@code loadData}, {@code createProcedure} and others. */
    private static List<Changelog.FileName> files(List<Element> changes) {
        return changes.stream()
                .flatMap(Element::all)
                .flatMap(part -> part.attribute("path").or(() -> part.attribute("file")).stream()
                        .map(file -> name(file, part)))
                .distinct()
                .toList();
    }

    private static Set<String> dialects(Element element) {
        return When.words(element.attribute("dbms").orElse(""));
    }
}
