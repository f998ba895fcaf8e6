package dev.migtrue.language.code.php;

import dev.migtrue.language.code.Grammar;
import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Language;
import dev.migtrue.language.code.follow.Notation;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.sql.program.Caught;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PHP. A variable goes by its name with the sign before it. */
public final class Php implements Language {

    private static final Notation NOTATION = new Notation("PHP", Grammar.PHP, PhpTree::put, "1", "", Optional.of(""));

    /** A function that PHP does not have: the values that {@code foreach} runs over. */
    static final String VALUES = "#values";

    /** A function that PHP does not have: the keys that {@code foreach} runs over, each with its value. */
    static final String PAIRS = "#pairs";

    /** A function that PHP does not have: whether something is of a class. */
    public static final String INSTANCE = "#instance";

    private static final List<String> OF_ALL =
            List.of("Exception", "Throwable", "PDOException", "QueryException", "DBALException", "Error");
    private static final List<String> OF_DEFINITIONS = List.of(
            "TableExistsException", "TableNotFoundException", "DatabaseObjectExistsException", "SchemaException");
    private static final List<String> OF_ROWS = List.of("UniqueConstraint");

    @Override
    public Notation notation() {
        return NOTATION;
    }

    @Override
    public Optional<Value> call(Value function, Arguments arguments) {
        return function instanceof Value.Named named ? PhpFunctions.call(named.path(), arguments) : Optional.empty();
    }

    /** Strings and arrays have no methods. */
    @Override
    public String method(String name) {
        return name.equals(PhpOperators.APPEND) ? "append" : "";
    }

    @Override
    public Caught caught(String errors) {
        if (isOf(OF_ROWS, errors)) {
            return Caught.OF_ROWS;
        }
        if (isOf(OF_DEFINITIONS, errors)) {
            return Caught.OF_DEFINITIONS;
        }
        return errors.isBlank() || isOf(OF_ALL, errors) ? Caught.ALL : Caught.NONE;
    }

    private static boolean isOf(List<String> names, String errors) {
        return Stream.of(errors.split("\\s*\\|\\s*"))
                .map(error -> error.substring(error.lastIndexOf('\\') + 1))
                .anyMatch(error -> names.stream().anyMatch(error::startsWith));
    }
}
