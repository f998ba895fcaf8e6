package dev.migtrue.language.code.declared;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.RepoPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** In what the models of some files differ from those that stood there before, as far as both texts say it with certainty. */
public final class ModelDifference {

    /** What a model is. */
    public enum Kind {
        /** A table. */
        MODEL("model"),
        /** A type of the database that has these values and no others. */
        ENUM("enum");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As its users say. */
        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * What became of one model.
     *
     * @param at where it is told best: at what is new, or at the model that lost something; where it is gone itself, at the start of its file
     * @param changes in words that may follow its name: {@code field "email" is new}
     */
    public record Changed(Kind kind, String model, Optional<String> table, FileSpan at, List<String> changes) {
        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /** A model, and the file in which it stands. */
    private record Placed(RepoPath path, Model model) {}

    private final Set<String> shared = new HashSet<>();

    private ModelDifference() {}

    /** A class that was moved from one of these files to another is the same class. Where one of the files was not read,
     * it is not known what became of any. */
    public static List<Changed> between(
            SequencedMap<RepoPath, DeclaredModels> before, SequencedMap<RepoPath, DeclaredModels> now) {
        if (Stream.concat(before.values().stream(), now.values().stream()).anyMatch(file -> !file.isRead())) {
            return List.of();
        }
        ModelDifference difference = new ModelDifference();
        before.values().forEach(file -> difference.shared.addAll(file.shared()));
        now.values().forEach(file -> difference.shared.addAll(file.shared()));
        return difference.changed(byName(before), byName(now));
    }

    /** Of those that are called the same, nobody knows which one is which. */
    private static Map<String, Placed> byName(SequencedMap<RepoPath, DeclaredModels> files) {
        Map<String, Placed> models = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        files.forEach((path, file) -> file.models().forEach(model -> {
            if (models.put(model.name(), new Placed(path, model)) != null) {
                twice.add(model.name());
            }
        }));
        twice.forEach(name -> models.computeIfPresent(
                name, (same, placed) -> new Placed(placed.path(), placed.model().unsure())));
        return models;
    }

    private List<Changed> changed(Map<String, Placed> before, Map<String, Placed> now) {
        Map<String, String> renamed = renamed(before, now);
        List<Changed> all = new ArrayList<>();
        for (Map.Entry<String, Placed> entry : now.entrySet()) {
            Placed is = entry.getValue();
            Optional<Placed> was =
                    Optional.ofNullable(before.get(renamed.getOrDefault(entry.getKey(), entry.getKey())));
            if (was.isPresent()) {
                changed(was.get().model(), is).ifPresent(all::add);
            } else if (is.model().isSure()) {
                all.add(new Changed(
                        is.model().kind(),
                        is.model().name(),
                        is.model().table(),
                        new FileSpan(is.path(), is.model().span()),
                        List.of("is new")));
            }
        }
        before.values().stream()
                .filter(was -> !now.containsKey(was.model().name())
                        && !renamed.containsValue(was.model().name()))
                .filter(was -> was.model().isSure())
                .map(was -> new Changed(
                        was.model().kind(),
                        was.model().name(),
                        was.model().table(),
                        FileSpan.of(was.path()),
                        List.of("is gone")))
                .forEach(all::add);
        return all;
    }

    /** The former names of classes whose table says that they are the same. */
    private static Map<String, String> renamed(Map<String, Placed> before, Map<String, Placed> now) {
        Map<String, String> tables = new HashMap<>();
        before.values().stream()
                .map(Placed::model)
                .filter(model -> !now.containsKey(model.name()))
                .forEach(model -> model.table().ifPresent(table -> tables.put(table, model.name())));
        Map<String, String> renamed = new HashMap<>();
        now.values().stream()
                .map(Placed::model)
                .filter(model -> !before.containsKey(model.name()))
                .forEach(model -> model.table()
                        .flatMap(table -> Optional.ofNullable(tables.get(table)))
                        .ifPresent(former -> renamed.put(model.name(), former)));
        return renamed;
    }

    private Optional<Changed> changed(Model was, Placed placed) {
        Model is = placed.model();
        if (!was.isSure() || !is.isSure()) {
            return Optional.empty();
        }
        List<String> changes = new ArrayList<>();
        List<FileSpan> places = new ArrayList<>();
        if (was.table().isPresent() && is.table().isPresent() && !was.table().equals(is.table())) {
            changes.add("its table is called \"%s\" now".formatted(is.table().get()));
        }
        Set<String> labels = new TreeSet<>(was.members().keySet());
        labels.addAll(is.members().keySet());
        labels.removeIf(label -> shared.contains(label) || was.mayHave(label) || is.mayHave(label));
        boolean isSameLine = was.bases().equals(is.bases());
        for (String label : labels) {
            Optional<Member> before = Optional.ofNullable(was.members().get(label));
            Optional<Member> now = Optional.ofNullable(is.members().get(label));
            Optional<String> change = change(before, now, isSameLine ? Line.SAME : Line.OTHER);
            change.ifPresent(words -> {
                changes.add(label + " " + words);
                now.ifPresent(member -> places.add(new FileSpan(placed.path(), member.span())));
            });
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Changed(
                        is.kind(),
                        is.name(),
                        was.table().or(is::table),
                        places.isEmpty() ? new FileSpan(placed.path(), is.span()) : places.getFirst(),
                        changes));
    }

    /** Whether a model inherits from the same classes as before: else what is gone here may stand there now. */
    private enum Line {
        SAME,
        OTHER
    }

    private static Optional<String> change(Optional<Member> before, Optional<Member> now, Line line) {
        if (before.isEmpty() || now.isEmpty()) {
            boolean isCertain = before.or(() -> now).filter(Member::isSure).isPresent() && line == Line.SAME;
            return isCertain ? Optional.of(before.isEmpty() ? "is new" : "is gone") : Optional.empty();
        }
        Set<String> names = new TreeSet<>(before.get().traits().keySet());
        names.addAll(now.get().traits().keySet());
        List<String> changed = names.stream()
                .filter(name -> differ(before.get(), now.get(), name))
                .toList();
        return changed.isEmpty() ? Optional.empty() : Optional.of("differs in " + String.join(", ", changed));
    }

    private static boolean differ(Member before, Member now, String trait) {
        Optional<String> was = value(before, trait);
        Optional<String> is = value(now, trait);
        return was.isPresent() && is.isPresent() && !was.equals(is);
    }

    /** What is not said of a member of which all is known has an empty value. */
    private static Optional<String> value(Member member, String trait) {
        return member.traits().containsKey(trait)
                ? Objects.requireNonNull(member.traits().get(trait))
                : member.certainty() == Member.Certainty.WHOLE ? Optional.of("") : Optional.empty();
    }
}
