package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.CodeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What databases make of SQLAlchemy's types, one word for those that they take for the same. */
final class SqlAlchemyType {

    private static final Map<String, String> FAMILIES = Map.ofEntries(
            Map.entry("String", "string"),
            Map.entry("Unicode", "string"),
            Map.entry("VARCHAR", "string"),
            Map.entry("NVARCHAR", "string"),
            Map.entry("Text", "text"),
            Map.entry("UnicodeText", "text"),
            Map.entry("TEXT", "text"),
            Map.entry("Integer", "integer"),
            Map.entry("INTEGER", "integer"),
            Map.entry("SmallInteger", "smallint"),
            Map.entry("SMALLINT", "smallint"),
            Map.entry("BigInteger", "bigint"),
            Map.entry("BIGINT", "bigint"),
            Map.entry("Boolean", "boolean"),
            Map.entry("BOOLEAN", "boolean"),
            Map.entry("DateTime", "datetime"),
            Map.entry("TIMESTAMP", "datetime"),
            Map.entry("DATETIME", "datetime"),
            Map.entry("Date", "date"),
            Map.entry("DATE", "date"),
            Map.entry("Float", "float"),
            Map.entry("FLOAT", "float"),
            Map.entry("Numeric", "numeric"),
            Map.entry("NUMERIC", "numeric"),
            Map.entry("DECIMAL", "numeric"),
            Map.entry("LargeBinary", "binary"),
            Map.entry("BYTEA", "binary"),
            Map.entry("JSON", "json"),
            Map.entry("JSONB", "jsonb"));

    /** Of these the arguments reach the database. */
    private static final Set<String> SIZED = Set.of("string", "numeric", "datetime");

    private static final Set<String> HOMES = Set.of("sa", "db", "types", "sqltypes");

    private final Literals literals;

    SqlAlchemyType(Literals literals) {
        this.literals = literals;
    }

    /** Absent where it is none of SQLAlchemy's own, or depends on the database. */
    Optional<String> of(CodeNode node) {
        Optional<CallNode> call = CallNode.of(node);
        CodeNode name = call.map(CallNode::function).orElse(node);
        if (!name.is("identifier") && !name.is("attribute")) {
            return Optional.empty();
        }
        if (Names.last(name.text()).equals("as_mutable") && call.isPresent()) {
            return call.get().at(0).flatMap(this::of);
        }
        return isOwn(name)
                ? Optional.ofNullable(FAMILIES.get(Names.last(literals.names().path(name))))
                        .flatMap(family -> call.isEmpty() ? Optional.of(family) : sized(family, call.get()))
                : Optional.empty();
    }

    private boolean isOwn(CodeNode name) {
        String first =
                name.text().contains(".") ? name.text().substring(0, name.text().indexOf('.')) : "";
        return literals.names().isFrom(name, List.of("sqlalchemy")) || HOMES.contains(first);
    }

    private Optional<String> sized(String family, CallNode call) {
        if (!SIZED.contains(family)) {
            return Optional.of(family);
        }
        List<CodeNode> given = new ArrayList<>(call.positional());
        call.keyword("length").ifPresent(given::add);
        call.keyword("precision").ifPresent(given::add);
        call.keyword("scale").ifPresent(given::add);
        call.keyword("timezone").ifPresent(given::add);
        return call.isOpen()
                ? Optional.empty()
                : literals.all(given)
                        .map(values -> values.stream()
                                .filter(value -> !Set.of("None", "False").contains(value))
                                .toList())
                        .map(values -> values.isEmpty() ? family : family + "(" + String.join(", ", values) + ")");
    }
}
