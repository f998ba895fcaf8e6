package dev.migtrue.config;

import dev.migtrue.config.Form.Text;
import dev.migtrue.config.Section.Fields;
import dev.migtrue.model.Ignore;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RuleId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys of an entry of {@code ignore}. */
record IgnoreKeys(Key<RuleId> rule, Key<MigrationId> migration, Key<LocalDate> until) {

    private static final Key<String> REASON = Key.required("reason", Text.of("a reason", "\\S"), "Why.");
    private static final Key<String> OWNER =
            Key.optional("owner", Text.of("somebody to ask", "\\S"), "Whom to ask about it.");

    IgnoreKeys(Form<RuleId> rule) {
        this(
                Key.required("rule", rule, "The rule, as it stands in brackets behind the finding."),
                Key.required(
                        "migration",
                        Text.ofId("the id of a migration", "^\\S(.*\\S)?$", MigrationId::new),
                        "The id of the migration, as the finding says it."),
                Key.optional("until", date(), "The last day on which this holds: 2026-12-31."));
    }

    Section<Ignore> section() {
        return new Section<>("an entry of 'ignore'", List.of(rule, migration, REASON, until, OWNER), this::read);
    }

    private Optional<Ignore> read(Fields fields) {
        Optional<RuleId> about = fields.get(rule);
        Optional<MigrationId> of = fields.get(migration);
        Optional<String> reason = fields.get(REASON);
        Optional<LocalDate> last = fields.get(until);
        Optional<String> owner = fields.get(OWNER);
        return about.flatMap(id ->
                of.flatMap(migration -> reason.map(why -> new Ignore(id, migration, why.strip(), last, owner))));
    }

    private static Text<LocalDate> date() {
        return new Text<>(
                "a day such as 2026-12-31",
                Pattern.compile("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
                Optional.of("date"),
                Text.Numbers.REFUSED,
                IgnoreKeys::day);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }
}
