package dev.migtrue.language.code;

import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Operation;
import java.util.List;
import java.util.stream.Collectors;

/** What a program does, in one line to an operation. */
public final class ProgramText {

    private ProgramText() {}

    public static String of(List<Operation> operations) {
        return operations.stream().map(ProgramText::of).collect(Collectors.joining("\n"));
    }

    private static String of(Operation operation) {
        return switch (operation) {
            case Operation.Written written ->
                sql(written.file()
                        .substring(written.place().start(), written.place().end()));
            case Operation.Called called -> sql(called.sql());
            case Operation.Guarded guarded ->
                "if " + of(guarded.guard()) + " { " + of(guarded.then()).replace("\n", "; ") + " }"
                        + (guarded.otherwise().isEmpty()
                                ? ""
                                : " else { " + of(guarded.otherwise()).replace("\n", "; ") + " }");
            case Operation.Attempt attempt ->
                "try " + attempt.caught() + " { " + of(attempt.tried()).replace("\n", "; ") + " } or { "
                        + of(attempt.handler()).replace("\n", "; ") + " }";
            case Operation.Recorded recorded ->
                "once { " + of(recorded.operations()).replace("\n", "; ") + " }";
            case Operation.Nested nested ->
                "nested { " + of(nested.operations()).replace("\n", "; ") + " }";
            case Operation.Repeated repeated ->
                "repeat { " + of(repeated.operations()).replace("\n", "; ") + " }";
            case Operation.Leave leave -> "leave";
            case Operation.Unrecognized unrecognized ->
                "? " + unrecognized.what() + " at " + unrecognized.at().startLine();
        };
    }

    private static String sql(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String of(Guard guard) {
        return switch (guard) {
            case Guard.Exists exists ->
                exists.kind().name().toLowerCase(java.util.Locale.ROOT) + " "
                        + exists.on().map(on -> on + ".").orElse("") + exists.name();
            case Guard.Found found -> "(" + sql(found.query()) + ")";
            case Guard.Reached reached -> "version " + reached.number();
            case Guard.Not not -> "no " + of(not.guard());
            case Guard.All all -> joined(all.guards(), " and ");
            case Guard.Any any -> joined(any.guards(), " or ");
            case Guard.OfDialect of -> of.dialect();
            case Guard.Unknown unknown -> "unknown";
        };
    }

    private static String joined(List<Guard> guards, String word) {
        return guards.stream().map(ProgramText::of).collect(Collectors.joining(word, "(", ")"));
    }
}
