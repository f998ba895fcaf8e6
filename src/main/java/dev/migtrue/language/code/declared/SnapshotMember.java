package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.declared.CallChain.Call;
import dev.migtrue.language.code.declared.Member.Certainty;
import dev.migtrue.model.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** What one statement of a snapshot says of a table. */
final class SnapshotMember {

    /** These may be null unless something else is said. */
    private static final Set<String> REFERENCES = Set.of("string", "byte[]");

    private static final Set<String> VALUES = Set.of(
            "bool",
            "byte",
            "short",
            "int",
            "long",
            "float",
            "double",
            "decimal",
            "Guid",
            "DateTime",
            "DateTimeOffset",
            "TimeSpan",
            "DateOnly",
            "TimeOnly",
            "char",
            "uint",
            "ulong",
            "ushort",
            "sbyte");

    /** What the database does; all else is done by the program, or not at all. */
    private static final Set<String> ACTIONS = Set.of("Cascade", "SetNull");

    private SnapshotMember() {}

    /** Absent for what no database sees. */
    static Optional<Member> of(CallChain chain, Span span) {
        Call first = chain.calls().getFirst();
        return switch (first.name()) {
            case "Property" -> Optional.of(column(first, chain, span));
            case "HasKey" -> Optional.of(primaryKey(first, span));
            case "HasAlternateKey" -> onColumns(TableParts.UNIQUE, first, chain, span);
            case "HasIndex" ->
                onColumns(
                        chain.call("IsUnique").isPresent() ? TableParts.UNIQUE : TableParts.INDEX, first, chain, span);
            case "HasOne" -> foreignKey(chain, span);
            default -> Optional.empty();
        };
    }

    private static Member column(Call property, CallChain chain, Span span) {
        SequencedMap<String, Optional<String>> traits = new LinkedHashMap<>();
        traits.put("type", chain.call("HasColumnType").flatMap(Call::first));
        traits.put("nullability", nullability(property.type(), chain));
        traits.put(
                "default",
                Stream.of("HasDefaultValue", "HasDefaultValueSql", "HasComputedColumnSql")
                        .flatMap(name -> chain.call(name).stream())
                        .findFirst()
                        .map(call -> call.first().orElse("true"))
                        .or(() -> Optional.of("")));
        String name = chain.call("HasColumnName")
                .flatMap(Call::first)
                .or(property::first)
                .orElse("");
        return new Member("column \"%s\"".formatted(name), Certainty.PRESENT, traits, span);
    }

    private static Optional<String> nullability(String type, CallChain chain) {
        if (chain.call("IsRequired").isPresent() || VALUES.contains(type)) {
            return Optional.of("not null");
        }
        return type.endsWith("?") || REFERENCES.contains(type) ? Optional.of("null") : Optional.empty();
    }

    private static Member primaryKey(Call key, Span span) {
        SequencedMap<String, Optional<String>> traits = new LinkedHashMap<>();
        traits.put("columns", Optional.of(String.join(", ", key.texts())));
        return new Member("primary key", Certainty.PRESENT, traits, span);
    }

    private static Optional<Member> onColumns(String kind, Call key, CallChain chain, Span span) {
        // An array of columns comes with a name of its own.
        if (key.texts().size() != key.arguments().size()) {
            return Optional.empty();
        }
        SequencedMap<String, Optional<String>> traits = new LinkedHashMap<>();
        traits.put("name", chain.call("HasDatabaseName").flatMap(Call::first));
        traits.put("filter", chain.call("HasFilter").flatMap(Call::first).or(() -> Optional.of("")));
        return Optional.of(new Member(kind + String.join(", ", key.texts()), Certainty.PRESENT, traits, span));
    }

    private static Optional<Member> foreignKey(CallChain chain, Span span) {
        Optional<List<String>> named = chain.call("HasForeignKey").map(Call::texts);
        // Where both sides are one, the class that has the columns comes first.
        int skipped = chain.call("WithOne").isPresent() ? 1 : 0;
        SequencedMap<String, Optional<String>> traits = new LinkedHashMap<>();
        traits.put(
                "action on deletion",
                chain.call("OnDelete")
                        .flatMap(Call::first)
                        .map(behavior -> behavior.replace("DeleteBehavior.", ""))
                        .filter(ACTIONS::contains)
                        .or(() -> Optional.of("")));
        return named.filter(columns -> columns.size() > skipped)
                .map(columns -> columns.subList(skipped, columns.size()))
                .map(columns ->
                        new Member(TableParts.KEY + String.join(", ", columns), Certainty.PRESENT, traits, span));
    }
}
