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
            Set.of("comment", "validCheckSum", "validCheckSums", "preConditions", "rollback");

    private final List<Changelog.Entry> entries = new ArrayList<>();
    private final List<Changelog.Slip> slips = new ArrayList<>();
    private Optional<String> logicalPath;

    private ElementReader(Element top) {
        this.logicalPath = top.attribute("logicalFilePath");
    }

    static Changelog.Read read(Element top) {
        ElementReader reader = new ElementReader(top);
        top.children().forEach(reader::add);
        return new Changelog.Read(reader.logicalPath, reader.entries, reader.slips);
    }

    private void add(Element element) {
        switch (element.name()) {
            case "changeSet" -> readChangeSet(element);
            case "include" ->
                element.attribute("file")
                        .ifPresent(file -> entries.add(new Changelog.Include(
                                name(file, element),
                                element.attribute("logicalFilePath"),
                                element.attribute("errorIfMissing")
                                        .filter(value -> value.equalsIgnoreCase("false"))
                                        .isEmpty(),
                                element.at())));
            case "includeAll" ->
                element.attribute("path")
                        .ifPresent(path -> entries.add(new Changelog.IncludeAll(
                                name(path, element),
                                element.attribute("endsWithFilter").orElse(""),
                                deepest(element),
                                element.at())));
            case "property" ->
                element.attribute("name")
                        .ifPresent(name -> entries.add(new Changelog.Property(
                                Placeholders.plain(name), isConditional(element), dialects(element))));
            case "logicalFilePath" -> logicalPath = Optional.of(element.text().strip());
            default -> {}
        }
    }

    private static Changelog.FileName name(String written, Element element) {
        return new Changelog.FileName(written, element.isSet("relativeToChangelogFile"));
    }

    private static int deepest(Element element) {
        return element.attribute("maxDepth")
                .filter(depth -> depth.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .orElse(Integer.MAX_VALUE);
    }

    private static boolean isConditional(Element property) {
        return Stream.of("context", "contextFilter", "labels")
                        .anyMatch(condition -> property.attribute(condition).isPresent())
                || property.attribute("global")
                        .filter(value -> value.equalsIgnoreCase("false"))
                        .isPresent()
                || property.attributes().getOrDefault("value", "").contains("${");
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
                files(changes),
                Placeholders.in(changes.stream().flatMap(Element::texts).toList()),
                changes.stream()
                        .flatMap(Element::all)
                        .flatMap(part -> dialects(part).stream())
                        .collect(Collectors.toSet()),
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
                .orElseGet(() -> changes.stream()
                        .flatMap(change ->
                                change.name().equals("changes") ? change.children().stream() : Stream.of(change))
                        .map(Element::name)
                        .distinct()
                        .collect(Collectors.joining(", ")));
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
