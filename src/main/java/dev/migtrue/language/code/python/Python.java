package dev.migtrue.language.code.python;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.Grammar;
import dev.migtrue.language.code.PythonString;
import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Language;
import dev.migtrue.language.code.follow.Notation;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.sql.program.Caught;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Python. Its tree stands as its grammar has it, but for strings. */
public final class Python implements Language {

    static final Notation NOTATION =
            new Notation("Python", Grammar.PYTHON, UnaryOperator.identity(), "True", "False", Optional.of("None"));

    @Override
    public Notation notation() {
        return NOTATION;
    }

    @Override
    public Optional<CodeNode> text(CodeNode literal) {
        if (literal.parts().size() < 2) {
            return Optional.empty();
        }
        CodeNode opening = literal.parts().getFirst();
        String prefix = opening.text().replaceAll("[\"']", "").toLowerCase(Locale.ROOT);
        if (prefix.contains("b")) {
            return Optional.empty();
        }
        boolean isFormatted = prefix.contains("f") || prefix.contains("t");
        List<CodeNode> fields = isFormatted
                ? literal.children().stream()
                        .filter(part -> part.is("interpolation"))
                        .toList()
                : List.of();
        List<CodeNode> made = new ArrayList<>();
        int at = opening.end();
        for (CodeNode field : fields) {
            made.add(piece(literal.between("piece", at, field.start()), prefix, isFormatted));
            made.add(filled(field));
            at = field.end();
        }
        int end = literal.parts().getLast().start();
        made.add(piece(literal.between("piece", at, end), prefix, isFormatted));
        return Optional.of(literal.as("text", made));
    }

    /** What is filled in; a way to write it is not followed. */
    private static CodeNode filled(CodeNode field) {
        return field.children().size() == 1
                ? field.field("expression").orElse(field.saying("ERROR", field.text()))
                : field.saying("ERROR", field.text());
    }

    private static CodeNode piece(CodeNode written, String prefix, boolean isFormatted) {
        String text = written.text();
        String bare = isFormatted ? text.replace("{{", "{").replace("}}", "}") : text;
        if (bare.indexOf('\\') < 0 || prefix.contains("r")) {
            return bare.equals(text) ? written : written.saying("piece", bare);
        }
        return PythonString.decoded(bare.replace("\r\n", "\n"))
                .map(decoded -> written.saying("piece", decoded))
                .orElse(written.saying("ERROR", text));
    }

    @Override
    public Optional<Value> call(Value function, Arguments arguments) {
        return Builtins.call(function, arguments).or(() -> Inspections.call(function, arguments));
    }

    @Override
    public Caught caught(String errors) {
        return Errors.caught(errors);
    }
}
