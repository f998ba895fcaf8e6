package dev.migtrue.system.liquibase;

import dev.migtrue.model.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells lines of formatted SQL that Liquibase refuses, or passes over although they were meant for it. It is shown one line after the other. */
final class SqlSlips {

    private static final Pattern NO_CHANGESET = line("-\\s*changeset\\s.*|\\s*--\\s*changeset.*");
    private static final Pattern REFUSED_ANYWHERE =
            line("\\s*-+\\s*property\\s.*|-\\s*ignoreLines:\\w+.*|--\\s*ignore:\\w+");
    private static final Pattern REFUSED_INSIDE = line("-\\s*comment:? .*|--\\s*comments:? .*|-\\s*validCheckSum.*"
            + "|\\s*-\\s*rollback\\s.*|\\s*-\\s*preconditions?\\b.*");
    private static final Pattern REFUSED_BEFORE = line("--\\s*comment:? .*");
    private static final Pattern OVERLOOKED = line(
            "\\s*(?:-+|#+|//+|/\\*+)\\s*(?:chang?e?|chnage|cahnge|chage)[ _-]?(?:sets?|set|st|est)\\s+[^\\s:]+:\\S+.*");
    private static final Pattern STATEMENT = line(
            "\\s*(?:create|alter|drop|insert\\s+into|update|delete\\s+from|grant|revoke|truncate|set|call)\\s+\\w.*");

    private static final String EXAMPLE = "write '--changeset author:id' on a line of its own";

    private boolean isInComment;
    private boolean isBegun;
    private boolean isDropTold;

    /** What is wrong with a line, wherever it stands. */
    record Told(String problem, String help) {
        Changelog.Slip at(Span span) {
            return new Changelog.Slip(span, problem, help);
        }
    }

    /** A line that says that this is formatted SQL: there may be one. */
    Optional<Told> judgeFirstLine(String line) {
        boolean isSecond = isBegun;
        isBegun = true;
        return isSecond
                ? Optional.of(refused(line, "says once more that the file is formatted", "take the line away"))
                : Optional.empty();
    }

    /**
     * Any other line that begins no changeset.
     *
     * @param inside whether one has begun
     */
    Optional<Told> judge(String line, boolean inside) {
        if (NO_CHANGESET.matcher(line).matches()) {
            return Optional.of(refused(line, "names no changeset", EXAMPLE));
        }
        if (REFUSED_ANYWHERE.matcher(line).matches()
                || (inside && REFUSED_INSIDE.matcher(line).matches())) {
            return Optional.of(refused(line, "is written otherwise", "write it as the manual of liquibase has it"));
        }
        if (!inside && REFUSED_BEFORE.matcher(line).matches()) {
            return Optional.of(refused(line, "stands before the first changeset", "move it below the changeset"));
        }
        return OVERLOOKED.matcher(line).matches() ? Optional.of(overlooked(line, inside)) : dropped(line, inside);
    }

    private static Told overlooked(String line, boolean inside) {
        return new Told(
                inside
                        ? "liquibase takes '%s' for a comment of the changeset before it".formatted(line.strip())
                        : "liquibase does not see '%s', and drops what follows".formatted(line.strip()),
                EXAMPLE);
    }

    /** The first statement that no changeset has. */
    private Optional<Told> dropped(String line, boolean inside) {
        boolean isText = isInComment;
        isInComment = line.lastIndexOf("/*") > line.lastIndexOf("*/") || (isInComment && !line.contains("*/"));
        if (inside || isText || isDropTold || !STATEMENT.matcher(line).matches()) {
            return Optional.empty();
        }
        isDropTold = true;
        return Optional.of(new Told(
                "liquibase drops '%s': no changeset has begun".formatted(line.strip()), "put it into a changeset"));
    }

    private static Told refused(String line, String why, String help) {
        return new Told("liquibase refuses the whole file: '%s' %s".formatted(line.strip(), why), help);
    }

    private static Pattern line(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }
}
