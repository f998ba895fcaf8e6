package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.declared.Member.Certainty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a column of SQLAlchemy says of itself that reaches the database. */
final class MappedColumn {

    private static final Set<String> CALLS = Set.of("Column", "mapped_column");
    private static final Set<String> WRAPPERS = Set.of("deferred", "column_property");

    /** Positional arguments that are no type. */
    private static final Set<String> EXTRAS =
            Set.of("Sequence", "Computed", "Identity", "CheckConstraint", "FetchedValue");

    private static final Pattern MAPPED = Pattern.compile("(?:\\w+\\.)*Mapped\\[(.*)]", Pattern.DOTALL);
    private static final Pattern OPTIONAL =
            Pattern.compile("(?:\\w+\\.)*Optional\\[(.*)]|(.*?)\\s*\\|\\s*None|None\\s*\\|\\s*(.*)", Pattern.DOTALL);

    /** Python's own types: others may stand for a column with everything. */
    private static final Set<String> PLAIN = Set.of(
            "int",
            "str",
            "bool",
            "float",
            "bytes",
            "datetime",
            "date",
            "time",
            "timedelta",
            "Decimal",
            "UUID",
            "dict",
            "list");

    private final Literals literals;

    MappedColumn(Literals literals) {
        this.literals = literals;
    }

    /** The call that makes the column; absent where it is made otherwise, or is none. */
    Optional<CallNode> call(CodeNode value) {
        Optional<CallNode> call = CallNode.of(value);
        if (call.filter(one -> WRAPPERS.contains(one.name())).isPresent()) {
            return call.flatMap(one -> one.at(0)).flatMap(this::call);
        }
        return call.filter(one -> CALLS.contains(one.name())).map(one -> isOwn(one.function()) ? one : one.opened());
    }

    /** A name that comes from elsewhere may do more than SQLAlchemy's own. */
    private boolean isOwn(CodeNode function) {
        return function.is("attribute") || literals.names().isFrom(function, List.of("sqlalchemy"));
    }

    /**
     * The column, and what is made because of it.
     *
     * @param attribute the name in the class; empty in a table
     */
    List<Member> members(String attribute, Optional<CodeNode> annotation, CallNode call, CodeNode at) {
        boolean isNamed = call.at(0).filter(MappedColumn::isString).isPresent();
        Optional<String> name = isNamed
                ? call.at(0).flatMap(literals::text)
                : call.keyword("name").map(literals::text).orElse(Optional.of(attribute));
        if (name.filter(text -> !text.isEmpty()).isEmpty()) {
            return List.of();
        }
        SequencedMap<String, Optional<String>> traits = new LinkedHashMap<>();
        Certainty certainty = call.isOpen() ? Certainty.PRESENT : Certainty.WHOLE;
        Optional<String> type = Optional.empty();
        List<Member> others = new ArrayList<>();
        List<CodeNode> rest =
                isNamed ? call.positional().subList(1, call.positional().size()) : call.positional();
        for (CodeNode argument : rest) {
            Optional<CallNode> made = CallNode.of(argument);
            if (made.filter(one -> one.name().equals("ForeignKey")).isPresent()) {
                others.add(TableParts.foreignKey(List.of(name.get()), made.get(), literals, at.span()));
            } else if (made.filter(one -> EXTRAS.contains(one.name())).isEmpty()) {
                type = type.or(() -> new SqlAlchemyType(literals).of(argument));
            }
        }
        traits.put("type", type.or(() -> call.keyword("type_").flatMap(new SqlAlchemyType(literals)::of)));
        traits.put("Python type", rest.isEmpty() ? annotation.flatMap(MappedColumn::plain) : Optional.empty());
        traits.put("primary key", truth(call, "primary_key", "False"));
        traits.put("nullability", nullable(call, annotation));
        defaults(call, traits);
        others.addAll(indexes(name.get(), call, at));
        List<Member> all = new ArrayList<>();
        all.add(new Member("column \"%s\"".formatted(name.get()), certainty, traits, at.span()));
        all.addAll(others);
        return all;
    }

    private static boolean isString(CodeNode node) {
        return node.is("string") || node.is("concatenated_string");
    }

    private Optional<String> truth(CallNode call, String key, String otherwise) {
        return call.keyword(key).map(literals::value).orElse(call.isOpen() ? Optional.empty() : Optional.of(otherwise));
    }

    private Optional<String> nullable(CallNode call, Optional<CodeNode> annotation) {
        if (call.keyword("nullable").isPresent() || call.isOpen()) {
            return truth(call, "nullable", "True");
        }
        Optional<String> key = truth(call, "primary_key", "False");
        if (key.isEmpty() || key.get().equals("True")) {
            return key.map(value -> "False");
        }
        return annotation.isEmpty() ? Optional.of("True") : annotation.flatMap(MappedColumn::nullable);
    }

    /** Absent where a name may stand for more than a type. */
    static Optional<String> nullable(CodeNode annotation) {
        Matcher mapped = MAPPED.matcher(annotation.text().strip());
        if (!mapped.matches()) {
            return Optional.empty();
        }
        String inner = mapped.group(1).strip();
        if (OPTIONAL.matcher(inner).matches()) {
            return Optional.of("True");
        }
        return PLAIN.contains(Names.last(inner)) ? Optional.of("False") : Optional.empty();
    }

    /** Python's own type that an annotation names, whether it may be missing or not. */
    private static Optional<String> plain(CodeNode annotation) {
        Matcher mapped = MAPPED.matcher(annotation.text().strip());
        if (!mapped.matches()) {
            return Optional.empty();
        }
        Matcher optional = OPTIONAL.matcher(mapped.group(1).strip());
        String inner = mapped.group(1).strip();
        if (optional.matches()) {
            inner = Optional.ofNullable(optional.group(1))
                    .or(() -> Optional.ofNullable(optional.group(2)))
                    .or(() -> Optional.ofNullable(optional.group(3)))
                    .orElse("");
        }
        return Optional.of(Names.last(inner)).filter(PLAIN::contains);
    }

    private void defaults(CallNode call, SequencedMap<String, Optional<String>> traits) {
        Optional<CodeNode> given = call.keyword("server_default");
        if (given.isEmpty() || given.get().is("none")) {
            return;
        }
        boolean isSet = given.get().is("call") || isString(given.get());
        traits.put("server default", isSet ? Optional.of("set") : Optional.empty());
        traits.put("text of its server default", literals.text(given.get()).filter(text -> isString(given.get())));
    }

    private List<Member> indexes(String column, CallNode call, CodeNode at) {
        Optional<String> index = truth(call, "index", "False");
        Optional<String> unique = truth(call, "unique", "False");
        List<Member> made = new ArrayList<>();
        if (!unique.equals(Optional.of("False")) && !unique.equals(Optional.of("None"))) {
            made.add(single(TableParts.UNIQUE + column, unique, at));
        } else if (!index.equals(Optional.of("False")) && !index.equals(Optional.of("None"))) {
            made.add(single(TableParts.INDEX + column, index, at));
        }
        return made;
    }

    private static Member single(String label, Optional<String> isWanted, CodeNode at) {
        boolean isSure = isWanted.filter("True"::equals).isPresent();
        return new Member(label, isSure ? Certainty.PRESENT : Certainty.POSSIBLE, new LinkedHashMap<>(), at.span());
    }
}
