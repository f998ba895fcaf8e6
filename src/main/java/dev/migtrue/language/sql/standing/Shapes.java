package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.ddl.Signature;
import dev.migtrue.language.sql.ddl.Signature.Mode;
import dev.migtrue.language.sql.ddl.Signature.Parameter;
import java.util.List;
import java.util.Optional;

/** What a database does not let {@code OR REPLACE} change. */
final class Shapes {

    private final Dialect dialect;

    Shapes(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Why the object that is there cannot be replaced by this one; absent where it can, or where nobody knows. */
    Optional<String> obstacle(Action.Create create, Thing there) {
        if (there.kind() != create.kind() && !isTable(create)) {
            return Optional.of("it is a %s, not a %s"
                    .formatted(there.kind().noun(), create.kind().noun()));
        }
        if (dialect != Dialect.POSTGRESQL || there.definition().isEmpty()) {
            return Optional.empty();
        }
        Definition before = there.definition().get();
        return switch (create.definition()) {
            case Definition.View view ->
                before instanceof Definition.View old ? ofView(columns(old), columns(view)) : Optional.empty();
            case Definition.Routine routine ->
                before instanceof Definition.Routine old ? ofRoutine(old, routine) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isTable(Action.Create create) {
        return create.kind() == ObjectKind.TABLE;
    }

    /** Columns may be added at the end; all else about them stays. */
    private static Optional<String> ofView(List<String> before, List<String> now) {
        if (before.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        for (int index = 0; index < before.size(); index++) {
            if (index >= now.size()) {
                return Optional.of("column \"%s\" would go".formatted(before.get(index)));
            }
            if (!before.get(index).equals(now.get(index))) {
                return Optional.of("column %d is \"%s\" and would be \"%s\""
                        .formatted(index + 1, before.get(index), now.get(index)));
            }
        }
        return Optional.empty();
    }

    /** The names of its columns; empty where they cannot be told. */
    private List<String> columns(Definition.View view) {
        if (!view.columns().isEmpty()) {
            return view.columns().stream().map(column -> column.name().last()).toList();
        }
        return new Selected(dialect).columns(view.query());
    }

    private static Optional<String> ofRoutine(Definition.Routine before, Definition.Routine now) {
        Optional<String> returned = before.returns().map(Shapes::result);
        Optional<String> returns = now.returns().map(Shapes::result);
        if (returned.isPresent() && returns.isPresent() && !returned.equals(returns)) {
            return Optional.of("it returns %s and would return %s".formatted(returned.get(), returns.get()));
        }
        if (!out(before.signature()).equals(out(now.signature()))) {
            return Optional.of("its OUT parameters would change");
        }
        return parameters(in(before.signature()), in(now.signature()));
    }

    private static String result(Clause returns) {
        String text = Normal.of(returns);
        return text.startsWith("table") || text.startsWith("setof")
                ? text.replace("( ", "(").replace(" )", ")").replace(" ,", ",")
                : dev.migtrue.language.sql.ddl.TypeName.family(text.replaceFirst(" ?\\(.*\\)", ""));
    }

    private static List<String> out(Signature signature) {
        return signature.parameters().stream()
                .filter(parameter -> parameter.mode() == Mode.OUT || parameter.mode() == Mode.INOUT)
                .map(parameter ->
                        parameter.name().map(name -> name.name().last()).orElse("")
                                + " "
                                + parameter.type().family())
                .toList();
    }

    private static List<Parameter> in(Signature signature) {
        return signature.parameters().stream()
                .filter(parameter -> parameter.mode() != Mode.OUT)
                .toList();
    }

    private static Optional<String> parameters(List<Parameter> before, List<Parameter> now) {
        for (int index = 0; index < Math.min(before.size(), now.size()); index++) {
            Optional<String> old =
                    before.get(index).name().map(name -> name.name().last());
            Optional<String> other =
                    now.get(index).name().map(name -> name.name().last());
            if (old.isPresent() && !old.equals(other)) {
                return Optional.of("parameter %d is called \"%s\" and would be %s"
                        .formatted(
                                index + 1,
                                old.get(),
                                other.map("\"%s\""::formatted).orElse("without a name")));
            }
            if (before.get(index).standard().isPresent()
                    && now.get(index).standard().isEmpty()) {
                return Optional.of("parameter %d would lose its default".formatted(index + 1));
            }
        }
        return Optional.empty();
    }
}
