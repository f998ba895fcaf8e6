package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** What belongs to a value under a name. */
final class Members {

    private Members() {}

    static Value of(Value object, String name, Dialect dialect) {
        return switch (object) {
            case Value.Named named ->
                isDialect(named.path(), name)
                        ? new Value.Text(tongue(dialect))
                        : new Value.Named(named.path() + "." + name);
            case Value.Instance instance -> member(instance, name);
            case Value.Element element ->
                Fetching.isOne(name) ? new Value.Member(element, name) : Subscripts.item(element, new Value.Text(name));
            case Value.Entries entries -> entries.get(name).orElseGet(() -> new Value.Member(entries, name));
            case Value.Answers answers ->
                Fetching.isOne(name) ? new Value.Member(answers, name) : Subscripts.item(answers, new Value.Text(name));
            default -> isDialect(last(object), name) ? new Value.Text(tongue(dialect)) : new Value.Member(object, name);
        };
    }

    private static String last(Value object) {
        return Values.lastName(object);
    }

    private static boolean isDialect(String object, String name) {
        return (name.equals("name")
                        && (object.equals("dialect")
                                || object.endsWith(".dialect")
                                || object.equals("engine")
                                || object.endsWith(".engine")))
                || (name.equals("vendor") && (object.equals("connection") || object.endsWith(".connection")))
                || name.equals("dialect_name");
    }

    /** What SQLAlchemy and Django call a dialect. */
    private static String tongue(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> "postgresql";
            case MYSQL, MARIADB -> "mysql";
            case SQLITE -> "sqlite";
            case SQL_SERVER -> "mssql";
            case ORACLE -> "oracle";
            case H2 -> "h2";
            case ANSI -> "ansi";
        };
    }

    /** A method or a field of a class. */
    private static Value member(Value.Instance instance, String name) {
        Optional<CodeNode> method = Walk.block(instance.definition(), "body").stream()
                .map(part -> part.is("decorated_definition")
                        ? part.field("definition").orElse(part)
                        : part)
                .filter(part -> part.is("function_definition"))
                .filter(part -> part.field("name")
                        .map(CodeNode::text)
                        .filter(name::equals)
                        .isPresent())
                .findFirst();
        return method.<Value>map(found -> new Value.Function(found, instance.scope(), self(found, instance)))
                .orElseGet(() -> new Value.Member(instance, name));
    }

    private static List<Value> self(CodeNode method, Value.Instance instance) {
        return method.field("parameters")
                        .map(parameters -> parameters.text().replace(" ", ""))
                        .filter(text -> text.startsWith("(self") || text.startsWith("(cls"))
                        .isPresent()
                ? List.of(instance)
                : List.of();
    }
}
