package dev.migtrue.system.liquibase;

import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a changeset in SQL asks of the database before it is run, in comments of its own. */
final class FormattedConditions {

    private static final Pattern HEAD = Pattern.compile("\\s*--\\s*preconditions\\b(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PASSED_OVER =
            Pattern.compile("\\bonFail:\\s*\"?(?:MARK_RAN|CONTINUE)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE =
            Pattern.compile("\\s*--\\s*precondition-([a-z-]+)\\b(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SETTING = Pattern.compile("(\\w+):\\s*(?:\"([^\"]*)\"|(\\S+))");

    private FormattedConditions() {}

    /** What must hold for a changeset of these lines to be run; absent where nothing is asked, or where it fails otherwise. */
    static Optional<Guard> of(List<String> body) {
        boolean isPassedOver = body.stream()
                .map(HEAD::matcher)
                .filter(Matcher::matches)
                .anyMatch(head -> PASSED_OVER.matcher(head.group(1)).find());
        List<Guard> guards = new ArrayList<>();
        body.stream()
                .map(ONE::matcher)
                .filter(Matcher::matches)
                .forEach(one -> guards.add(guard(one.group(1), one.group(2))));
        return isPassedOver && !guards.isEmpty() ? Optional.of(new Guard.All(guards)) : Optional.empty();
    }

    private static Guard guard(String name, String rest) {
        return switch (name) {
            case "table-exists" -> exists(ObjectKind.TABLE, name, setting(rest, "table"));
            case "view-exists" -> exists(ObjectKind.VIEW, name, setting(rest, "view"));
            default -> new Guard.Unknown(name);
        };
    }

    private static Guard exists(ObjectKind kind, String name, Optional<String> object) {
        return object.<Guard>map(named -> new Guard.Exists(kind, named, Optional.empty()))
                .orElseGet(() -> new Guard.Unknown(name));
    }

    private static Optional<String> setting(String rest, String key) {
        return SETTING.matcher(rest)
                .results()
                .filter(found -> found.group(1).equalsIgnoreCase(key))
                .map(found -> found.group(2) == null ? found.group(3) : found.group(2))
                .findFirst();
    }
}
