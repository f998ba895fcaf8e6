package dev.migtrue.gather;

import dev.migtrue.facts.Effects;
import dev.migtrue.facts.Exemption;
import dev.migtrue.gather.road.AppliedCopy;
import dev.migtrue.gather.road.AppliedProject;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.language.schema.IgnoredObjects;
import dev.migtrue.language.schema.Mention;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Road;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.model.FileText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schemas of a database in which migrations have no part: platforms, extensions, queues and other tools keep theirs beside the project's,
 * and often under the same owner.
 *
 * @param live what the database is made of
 * @param home the schema that objects lie in unless their names say otherwise
 * @param versionTables those of the project: a schema that holds one is its own
 * @param applied the migrations that were run there
 * @param effects what is known to be made by migrations, those without a file included; asked only where a schema is in question
 */
record UnnamedSchemas(
        Schema live,
        String home,
        Collection<ObjectId> versionTables,
        List<AppliedProject> applied,
        Supplier<Effects> effects) {

    private static final Set<Road> SHOWING_ALL = Set.of(Road.PEER, Road.SNAPSHOT);

    List<Exemption> exemptions(Expected expected) {
        return Stream.concat(
                        exemption(ofExtensions(), "an extension looks after such schemas"),
                        exemption(unnamed(expected), "no migration names such schemas"))
                .toList();
    }

    private static Stream<Exemption> exemption(Collection<String> schemas, String reason) {
        return schemas.isEmpty()
                ? Stream.empty()
                : Stream.of(new Exemption(
                        IgnoredObjects.of(schemas.stream()
                                .map(name -> id(name).toString())
                                .toList()),
                        reason));
    }

    private static ObjectId id(String schema) {
        return ObjectId.of(ObjectKind.SCHEMA, Optional.empty(), schema);
    }

    /** What an extension brought along is not shown, what was made in its schema since is: chunks of tables, queues, caches. */
    private Set<String> ofExtensions() {
        Set<String> hidden = inUse(live);
        hidden.removeIf(name -> live.find(id(name)).isPresent());
        return hidden;
    }

    /** A peer or a kept schema shows all that is to be there; what no migration of any project was run for is nobody's. */
    private Set<String> unnamed(Expected expected) {
        if (applied.isEmpty() || !(expected instanceof Expected.Known known) || SHOWING_ALL.contains(known.road())) {
            return Set.of();
        }
        Set<String> others = new TreeSet<>();
        live.all().stream()
                .map(object -> object.id())
                .filter(id -> id.kind() == ObjectKind.SCHEMA && !id.name().equals(home))
                .forEach(id -> others.add(id.name()));
        if (known.road() != Road.SYMBOLIC) {
            // By texts alone, what nobody knows of is expected as it is there.
            others.removeAll(inUse(known.schema()));
            others.removeIf(name -> known.schema().find(id(name)).isPresent());
        }
        versionTables.forEach(table -> table.schema().ifPresent(others::remove));
        if (!others.isEmpty()) {
            effects.get().origins().keySet().forEach(made -> {
                made.schema().ifPresent(others::remove);
                others.remove(made.name());
            });
            String texts = texts();
            others.removeIf(name -> Mention.isIn(texts, name.toLowerCase(Locale.ROOT)));
        }
        return others;
    }

    private static Set<String> inUse(Schema schema) {
        return schema.all().stream()
                .flatMap(object -> object.id().schema().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that the migrations say, in lower case. */
    private String texts() {
        return applied.stream()
                .flatMap(project -> project.copies().stream())
                .flatMap(copy -> text(copy).stream())
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<String> text(AppliedCopy copy) {
        return copy.tree()
                .text(copy.migration().at().path())
                .flatMap(file ->
                        file instanceof FileText.Decoded decoded ? Optional.of(decoded.text()) : Optional.empty());
    }
}
