package dev.migtrue.config;

import dev.migtrue.config.Form.Text;
import dev.migtrue.config.Section.Fields;
import dev.migtrue.model.DeclaredAbsence;
import dev.migtrue.model.DeclaredAbsence.Cause;
import dev.migtrue.model.IdRange;
import java.util.List;
import java.util.Optional;

/** The keys of an entry of {@code squashed} or {@code foreign}. */
record AbsenceKeys(Cause cause, String list) {

    private static final Key<IdRange> IDS = Key.required(
            "ids",
            Text.ofId(
                    "an id, or a first and a last one: 001..013",
                    "^(?!\\.\\.)(?!.*\\.\\.$)\\S(.*\\S)?$",
                    IdRange::parse),
            "The id of a migration, or a first and a last one with two dots between them: 001..013. In between is what"
                    + " people count there: digits as numbers, all else letter by letter. Ids without an order, such as"
                    + " hashes, have an entry each.");
    private static final Key<String> REASON = Key.required("reason", Text.of("a reason", "\\S"), "Why.");

    Section<DeclaredAbsence> section() {
        return new Section<>("an entry of '" + list + "'", List.of(IDS, REASON), this::read);
    }

    private Optional<DeclaredAbsence> read(Fields fields) {
        Optional<IdRange> ids = fields.get(IDS);
        Optional<String> reason = fields.get(REASON);
        return ids.flatMap(range -> reason.map(why -> new DeclaredAbsence(cause, range, why.strip())));
    }
}
