package dev.migtrue.gather.scratch.replay;

import dev.migtrue.gather.road.AppliedCopy;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.FileText;
import java.util.List;
import java.util.regex.Pattern;

/** Tells SQL that its author wrote from what we take code for. */
final class Quoted {

    /** Blanks, and what keeps quotes within quotes. */
    private static final Pattern LOOSE = Pattern.compile("[\\s\\\\]+");

    private Quoted() {}

    /** Whether all SQL of a program stands in the file of its migration, word for word. */
    static boolean in(AppliedCopy copy, Program program) {
        return copy.tree()
                .text(copy.migration().at().path())
                .filter(file ->
                        file instanceof FileText.Decoded decoded && isIn(plain(decoded.text()), program.operations()))
                .isPresent();
    }

    private static boolean isIn(String text, List<Operation> operations) {
        return operations.stream().allMatch(operation -> isIn(text, operation));
    }

    /** What cannot be run is no SQL, and told of later. */
    private static boolean isIn(String text, Operation operation) {
        return switch (operation) {
            case Operation.Called sql -> text.contains(plain(sql.sql()));
            case Operation.Recorded all -> isIn(text, all.operations());
            case Operation.Nested all -> isIn(text, all.operations());
            case Operation.Written sql -> true;
            case Operation.Guarded guarded -> true;
            case Operation.Attempt attempt -> true;
            case Operation.Repeated repeated -> true;
            case Operation.Leave leave -> true;
            case Operation.Unrecognized code -> true;
        };
    }

    private static String plain(String text) {
        return LOOSE.matcher(text).replaceAll("");
    }
}
