package dev.migtrue.gather.scratch.replay;

import dev.migtrue.gather.scratch.Refusals;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.Migration;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A migration that a throw-away database refused.
 *
 * @param line where in its file, from 1; absent where that is not known
 * @param statement what was refused; may be empty
 * @param code as the database numbers the error; may be empty
 */
record Refused(Migration migration, Optional<Integer> line, String statement, String code, String message) {

    private static final int LONGEST = 100;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern MISSING_EXTENSION =
            Pattern.compile("extension \"(.*?)\" is not available|extension control file \".*/(.*?)\\.control\"");

    /** As a database says it. */
    static Refused by(
            SQLException refusal, Migration migration, Optional<Integer> line, String statement, Dialect dialect) {
        return new Refused(migration, line, statement, Refusals.code(refusal, dialect), Refusals.message(refusal));
    }

    Halt on(Ground ground) {
        String words = "%s%s refused it: %s%s%s"
                .formatted(
                        place(migration, line),
                        ground.product(),
                        message,
                        code.isEmpty() ? "" : " (" + code + ")",
                        statement.isBlank() ? "" : ", of '" + shortened(statement) + "'");
        return new Halt(words + extension(), Need.of(code, message, statement, ground.dialect()));
    }

    static String place(Migration migration, Optional<Integer> line) {
        return "migration '%s' (%s%s) does not run: "
                .formatted(
                        migration.id(),
                        migration.at().path(),
                        line.map(number -> ":" + number).orElse(""));
    }

    private String extension() {
        return MISSING_EXTENSION
                .matcher(message)
                .results()
                .map(found -> "; a server that has the extension can be named with --scratch-server or --scratch-url")
                .findFirst()
                .orElse("");
    }

    static String shortened(String text) {
        String line = BLANKS.matcher(text.strip()).replaceAll(" ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }

    /** The database's own exception within others; absent where there is none. */
    static Optional<SQLException> sql(Throwable problem) {
        Throwable at = problem;
        Optional<SQLException> found = Optional.empty();
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (at instanceof SQLException sql) {
                found = Optional.of(sql);
            }
            at = at.getCause();
        }
        return found;
    }
}
