package dev.migtrue.language.code.ruby;

import dev.migtrue.language.code.Grammar;
import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Language;
import dev.migtrue.language.code.follow.Notation;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.program.Caught;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Ruby, with what Rails adds to its strings. */
public final class Ruby implements Language {

    private static final Notation NOTATION =
            new Notation("Ruby", Grammar.RUBY, RubyTree::put, "true", "false", Optional.of(""));

    private static final Set<String> SILENT = Set.of(
            "puts",
            "p",
            "print",
            "pp",
            "say",
            "require",
            "require_relative",
            "private",
            "public",
            "protected",
            "attr_reader");
    private static final Map<String, String> METHODS = Map.of(
            "upcase", "upper",
            "downcase", "lower",
            "start_with?", "startswith",
            "end_with?", "endswith",
            "gsub", "replace",
            "push", "append",
            "concat", "extend",
            "fetch", "get");
    private static final List<String> OF_ALL = List.of(
            "StandardError",
            "Exception",
            "StatementInvalid",
            "ActiveRecordError",
            "PG::Error",
            "Mysql2::Error",
            "SQLite3::Exception");
    private static final List<String> OF_DEFINITIONS =
            List.of("PG::Duplicate", "PG::Undefined", "PG::ProgrammingError", "SQLite3::SQLException");
    private static final List<String> OF_ROWS = List.of("RecordNotUnique", "PG::UniqueViolation");

    @Override
    public Notation notation() {
        return NOTATION;
    }

    @Override
    public Optional<Value> call(Value function, Arguments arguments) {
        return switch (function) {
            case Value.Named named -> SILENT.contains(named.path()) ? Optional.of(new Value.None()) : Optional.empty();
            case Value.Member member -> RubyLists.call(member, arguments);
            default -> Optional.empty();
        };
    }

    @Override
    public String method(String name) {
        return METHODS.getOrDefault(name, name);
    }

    @Override
    public Optional<Boolean> truth(Value value) {
        return Values.truthBesideNil(value);
    }

    @Override
    public Caught caught(String errors) {
        if (errors.isBlank() || isOf(OF_ALL, errors)) {
            return Caught.ALL;
        }
        if (isOf(OF_DEFINITIONS, errors)) {
            return Caught.OF_DEFINITIONS;
        }
        return isOf(OF_ROWS, errors) ? Caught.OF_ROWS : Caught.NONE;
    }

    private static boolean isOf(List<String> names, String errors) {
        return Stream.of(errors.split("\\s*,\\s*"))
                .anyMatch(error -> names.stream().anyMatch(error::contains));
    }
}
