package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.guarded.GuardedForm;
import dev.migtrue.language.sql.guarded.GuardedForms;
import java.util.List;

/** A cause, and the statement that it lies in. */
record Told(Line line, Cause cause) {

    static Told of(Cause.Kind kind, Line line, Object object, String detail) {
        return new Told(line, new Cause(kind, line.at(), object.toString(), detail, List.of()));
    }

    /** With what could be written instead. */
    Told guarded() {
        List<GuardedForm> forms = GuardedForms.of(line.statement()).stream()
                .map(form -> line.isWritten() ? form : form.withoutInsertions())
                .toList();
        return new Told(line, new Cause(cause.kind(), cause.at(), cause.object(), cause.detail(), forms));
    }
}
