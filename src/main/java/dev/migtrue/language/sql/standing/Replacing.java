package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Signature;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.language.sql.program.Reading;
import dev.migtrue.model.RepoPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code OR REPLACE} meets. */
final class Replacing {

    /** What a view or a routine may say of itself that somebody's safety hangs on. */
    private static final Set<String> OF_SAFETY = Set.of("security definer", "security_invoker", "security_barrier");

    private final Inventory inventory;
    private final Dialect dialect;

    Replacing(Inventory inventory, Dialect dialect) {
        this.inventory = inventory;
        this.dialect = dialect;
    }

    /** What comes of replacing an object that is there. */
    List<Clash> of(Action.Create create, Thing there, Passage passage) {
        List<Clash> clashes = new ArrayList<>();
        if (there.isDoubtful()) {
            return clashes;
        }
        String object =
                "%s \"%s\"".formatted(create.kind().noun(), create.name().orElseThrow());
        Optional<String> shape = new Shapes(dialect).obstacle(create, there);
        shape.ifPresent(detail -> clashes.add(clash(Clash.Kind.OTHER_SHAPE, passage, object, detail, there)));
        if (shape.isEmpty() && dialect == Dialect.POSTGRESQL) {
            lost(there, passage)
                    .ifPresent(detail -> clashes.add(clash(Clash.Kind.RESET, passage, object, detail, there)));
        }
        return clashes;
    }

    private static Clash clash(Clash.Kind kind, Passage passage, String object, String detail, Thing there) {
        return new Clash(kind, passage.span(), passage.span(passage.statement()), object, detail, there.built());
    }

    /** What was set on it and is not said again. */
    private Optional<String> lost(Thing there, Passage passage) {
        Map<String, String> now = Attributes.in(Normal.of(passage.excerpt().text(), passage.place(), dialect));
        Map<String, String> before = new TreeMap<>(Attributes.set(there));
        Map<String, String> own = there.part(Thing.ITSELF);
        Attributes.in(own.getOrDefault(Making.STATED, own.getOrDefault(Making.DEFINITION, ""))).entrySet().stream()
                .filter(attribute -> OF_SAFETY.contains(attribute.getKey())
                        || attribute.getKey().startsWith("set search_path"))
                .forEach(attribute -> before.put(attribute.getKey(), attribute.getValue()));
        before.keySet().removeIf(attribute -> now.containsKey(attribute) || isUsual(attribute));
        return before.isEmpty()
                ? Optional.empty()
                : Optional.of(before.keySet().stream()
                        .map(attribute -> attribute.contains("_invoker") || attribute.contains("_barrier")
                                ? attribute
                                : attribute.toUpperCase(java.util.Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    /** What an object has anyway. */
    private static boolean isUsual(String attribute) {
        return Set.of("security invoker", "volatile", "called on null input").contains(attribute);
    }

    /** The routine that stays beside the new one; absent where there is none, or where two are meant. */
    Optional<Clash> beside(Action.Create create, Address address, Passage passage, Reading reading, RepoPath file) {
        if (dialect != Dialect.POSTGRESQL || !(create.definition() instanceof Definition.Routine routine)) {
            return Optional.empty();
        }
        String name = Address.plain(create.name().orElseThrow().name());
        List<Thing> others = inventory.named(address.space(), name).stream()
                .map(Map.Entry::getValue)
                .filter(thing -> !thing.isDoubtful())
                .toList();
        boolean isOne = others.size() == 1 && !others.getFirst().built().path().equals(file);
        if (!isOne || isMadeTwice(create, reading)) {
            return Optional.empty();
        }
        Thing other = others.getFirst();
        return other.definition()
                .filter(Definition.Routine.class::isInstance)
                .map(definition -> ((Definition.Routine) definition).signature())
                .filter(signature -> isOfOneKin(signature, routine.signature()))
                .map(signature -> clash(
                        Clash.Kind.OVERLOAD,
                        passage,
                        "%s \"%s\""
                                .formatted(create.kind().noun(), create.name().orElseThrow()),
                        "(%s)".formatted(String.join(", ", signature.identity())),
                        other));
    }

    private static boolean isMadeTwice(Action.Create create, Reading reading) {
        return reading.passages().stream()
                        .filter(passage -> passage.action() instanceof Action.Create other
                                && other.definition() instanceof Definition.Routine
                                && other.name()
                                        .map(name -> name.name())
                                        .equals(create.name().map(name -> name.name())))
                        .count()
                > 1;
    }

    /** Whether one is the other with a parameter more, less or of another type. */
    private static boolean isOfOneKin(Signature one, Signature other) {
        Set<String> names = names(one);
        names.retainAll(names(other));
        List<String> shorter = one.identity().size() < other.identity().size() ? one.identity() : other.identity();
        List<String> longer = shorter.equals(one.identity()) ? other.identity() : one.identity();
        boolean isGrown =
                !shorter.isEmpty() && longer.subList(0, shorter.size()).equals(shorter);
        return !names.isEmpty() || isGrown;
    }

    private static Set<String> names(Signature signature) {
        return signature.parameters().stream()
                .flatMap(parameter -> parameter.name().stream())
                .map(name -> name.name().last())
                .collect(Collectors.toSet());
    }
}
