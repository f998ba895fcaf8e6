package dev.migtrue.system.django;

import dev.migtrue.language.code.PythonClass;
import dev.migtrue.language.code.PythonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a {@link MigrationFile} of a Python text. */
final class MigrationReader {

    private static final String DEPENDENCIES = "dependencies";
    private static final String RUN_BEFORE = "run_before";
    private static final String REPLACES = "replaces";
    private static final Set<String> NAMES = Set.of(DEPENDENCIES, RUN_BEFORE, REPLACES);

    /** A module has a class of this name as soon as it imports one or sets the name in any other way. */
    private static final Pattern MENTION = Pattern.compile("\\bMigration\\b|import[\\s(]*\\*");

    /** The bases of migrations before Django had its own; their files may still lie about. */
    private static final Set<String> FORERUNNERS = Set.of("SchemaMigration", "DataMigration");

    private static final String SWAPPABLE = "swappable_dependency";
    private static final String SETTINGS = "settings.";

    private final String text;
    private Optional<String> gap = Optional.empty();

    MigrationReader(String text) {
        this.text = text;
    }

    MigrationFile read() {
        Optional<List<PythonClass>> classes = PythonClass.read(text, NAMES);
        if (classes.isEmpty()) {
            return new MigrationFile.Unknown(
                    "it is written in a way that takes a native parser to read, which does not load on this machine");
        }
        return classes.get().stream()
                .filter(one -> one.name().equals("Migration"))
                .reduce((first, last) -> last)
                .<MigrationFile>map(this::node)
                .orElseGet(() -> MENTION.matcher(text).find()
                        ? new MigrationFile.Unknown("its class Migration is known only when it runs")
                        : new MigrationFile.NoMigration());
    }

    private MigrationFile node(PythonClass migration) {
        List<Reference> dependencies = references(migration, DEPENDENCIES);
        List<Reference> runBefore = references(migration, RUN_BEFORE);
        List<Reference.Named> replaces = references(migration, REPLACES).stream()
                .filter(Reference.Named.class::isInstance)
                .map(Reference.Named.class::cast)
                .toList();
        boolean isDjango = text.contains("django") && migration.bases().stream().noneMatch(FORERUNNERS::contains);
        return new MigrationFile.Node(dependencies, runBefore, replaces, migration.at(), gap, isDjango);
    }

    private List<Reference> references(PythonClass migration, String name) {
        List<Reference> references = new ArrayList<>();
        migration.attribute(name).ifPresent(value -> {
            if (value instanceof PythonValue.Sequence sequence) {
                sequence.elements().forEach(element -> reference(element, name).ifPresent(references::add));
            } else {
                missing(name, value);
            }
        });
        return references;
    }

    private Optional<Reference> reference(PythonValue element, String name) {
        if (element instanceof PythonValue.Sequence pair
                && pair.elements().size() == 2
                && pair.elements().getFirst() instanceof PythonValue.Text app
                && pair.elements().getLast() instanceof PythonValue.Text migration
                && !app.value().isBlank()
                && !migration.value().isBlank()) {
            return Optional.of(new Reference.Named(app.value(), migration.value()));
        }
        if (element instanceof PythonValue.Call call && isSwappable(call)) {
            return swappable(call.arguments().getFirst());
        }
        missing(name, element);
        return Optional.empty();
    }

    private static boolean isSwappable(PythonValue.Call call) {
        return (call.function().equals(SWAPPABLE) || call.function().endsWith("." + SWAPPABLE))
                && call.arguments().size() == 1;
    }

    /**
     * Which app's first migration is meant. Where that cannot be told, nothing is lost but an order between two apps: there is no name that
     * could lead nowhere.
     */
    private static Optional<Reference> swappable(PythonValue model) {
        return switch (model) {
            case PythonValue.Text text ->
                SettingsFile.app(text.value()).map(app -> new Reference.Named(app, Reference.FIRST));
            case PythonValue.Name name ->
                name.dotted().startsWith(SETTINGS)
                        ? Optional.of(new Reference.Swappable(name.dotted().substring(SETTINGS.length())))
                        : Optional.empty();
            case PythonValue.Sequence sequence -> Optional.empty();
            case PythonValue.Call call -> Optional.empty();
            case PythonValue.None none -> Optional.empty();
            case PythonValue.Truth truth -> Optional.empty();
            case PythonValue.Computed computed -> Optional.empty();
        };
    }

    private void missing(String name, PythonValue value) {
        String why = switch (value) {
            case PythonValue.Computed computed -> computed.why();
            case PythonValue.Name other -> "the value of another name";
            case PythonValue.Call call -> "the result of a call";
            case PythonValue.Text text -> "a string";
            case PythonValue.None none -> "None";
            case PythonValue.Truth truth -> "a truth value";
            case PythonValue.Sequence sequence -> "no pair of an app and a name";
        };
        gap = gap.or(() -> Optional.of("what is in its %s is known only when it runs: it is %s".formatted(name, why)));
    }
}
