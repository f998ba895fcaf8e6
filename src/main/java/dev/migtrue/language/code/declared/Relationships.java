package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.declared.MappedFile.Attribute;
import dev.migtrue.language.code.declared.MappedFile.MappedClass;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.RepoPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** The relationships between the classes of some files. Says what is wrong only where everything that bears on it is known. */
public final class Relationships {

    private static final Set<String> ROOTS = Set.of(
            "DeclarativeBase", "DeclarativeBaseNoMeta", "MappedAsDataclass", "object", "ABC", "Generic", "Model");

    /** What the other side is instead. */
    public enum Lack {
        /** There is nothing of that name. */
        ABSENT,
        /** It is a column. */
        COLUMN,
        /** It leads to another class. */
        ELSEWHERE
    }

    /** A relationship whose other side is not what it is said to be. */
    public record Dangling(
            FileSpan at, String model, String name, String other, String back, FileSpan otherAt, Lack lack) {}

    private record Placed(RepoPath path, MappedClass mapped) {}

    private final Map<String, Placed> classes = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Set<String> roots = new HashSet<>(ROOTS);
    private final Set<String> attached = new HashSet<>();

    private Relationships(SequencedMap<RepoPath, MappedFile> files) {
        files.forEach((path, file) -> {
            roots.addAll(file.roots());
            attached.addAll(file.attached());
            file.classes().forEach(mapped -> {
                if (classes.put(mapped.name(), new Placed(path, mapped)) != null) {
                    ambiguous.add(mapped.name());
                }
            });
        });
    }

    /** In the order of the files; nothing where one of them was not read. */
    public static List<Dangling> dangling(SequencedMap<RepoPath, MappedFile> files) {
        if (files.values().stream().anyMatch(file -> !file.isRead())) {
            return List.of();
        }
        Relationships all = new Relationships(files);
        List<Dangling> found = new ArrayList<>();
        files.forEach((path, file) -> file.classes().stream()
                .filter(mapped -> mapped.isTable() && !all.ambiguous.contains(mapped.name()))
                .forEach(mapped -> found.addAll(all.of(new Placed(path, mapped)))));
        return found;
    }

    private List<Dangling> of(Placed owner) {
        return owner.mapped().attributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue() instanceof Attribute.Relation relation
                        ? dangling(owner, entry.getKey(), relation).stream()
                        : Stream.empty())
                .toList();
    }

    private Optional<Dangling> dangling(Placed owner, String name, Attribute.Relation relation) {
        Optional<Placed> other = relation.target().flatMap(this::find);
        if (relation.back().isEmpty()
                || other.isEmpty()
                || attached.contains(relation.back().get())) {
            return Optional.empty();
        }
        String back = relation.back().get();
        return line(other.get())
                .flatMap(line -> lack(owner, line, back))
                .map(lack -> new Dangling(
                        new FileSpan(owner.path(), relation.span()),
                        owner.mapped().name(),
                        name,
                        other.get().mapped().name(),
                        back,
                        new FileSpan(other.get().path(), other.get().mapped().span()),
                        lack));
    }

    private Optional<Placed> find(String name) {
        return ambiguous.contains(name) ? Optional.empty() : Optional.ofNullable(classes.get(name));
    }

    /** A class and all that it inherits from; absent where one of these is not known. */
    private Optional<Set<Placed>> line(Placed one) {
        Set<Placed> line = new LinkedHashSet<>();
        List<Placed> open = new ArrayList<>(List.of(one));
        while (!open.isEmpty()) {
            Placed next = open.removeFirst();
            if (line.add(next)) {
                for (String base : next.mapped().bases()) {
                    Optional<Placed> known = find(base);
                    if (known.isEmpty() && (!roots.contains(base) || ambiguous.contains(base))) {
                        return Optional.empty();
                    }
                    known.ifPresent(open::add);
                }
            }
        }
        return Optional.of(line);
    }

    private Optional<Lack> lack(Placed owner, Set<Placed> line, String back) {
        List<Attribute> found = line.stream()
                .flatMap(one -> Optional.ofNullable(one.mapped().attributes().get(back)).stream())
                .toList();
        if (found.isEmpty()) {
            return Optional.of(Lack.ABSENT);
        }
        return switch (found.getFirst()) {
            case Attribute.PlainColumn column -> Optional.of(Lack.COLUMN);
            case Attribute.Other other -> Optional.empty();
            case Attribute.Relation relation ->
                relation.target()
                        .flatMap(this::find)
                        .filter(target -> isApart(owner, target))
                        .map(target -> Lack.ELSEWHERE);
        };
    }

    /** Whether two classes are for certain not mapped in one line of inheritance. */
    private boolean isApart(Placed owner, Placed target) {
        Optional<Set<Placed>> ones = line(owner);
        Optional<Set<Placed>> others = line(target);
        return ones.isPresent()
                && others.isPresent()
                && target.mapped().isTable()
                && ones.get().stream()
                        .noneMatch(one -> one.mapped().isTable() && others.get().contains(one));
    }
}
