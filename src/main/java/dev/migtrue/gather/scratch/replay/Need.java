package dev.migtrue.gather.scratch.replay;

import dev.migtrue.language.sql.Dialect;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lies around a database, and its migrations take for granted. */
sealed interface Need {

    /** A role or a user, as a statement names it. */
    record Role(String name) implements Need {}

    /** That the schema which migrations lie in is theirs to make. */
    record OwnHome() implements Need {}

    Pattern MISSING_ROLE = Pattern.compile("role \"(.*)\" does not exist");
    Pattern GRANTEE = Pattern.compile(
            "(?i)\\bto\\s+(['\"`]?[\\w$.-]+['\"`]?(?:\\s*@\\s*['\"`]?[\\w$.%-]+['\"`]?)?)\\s*(?:with\\b.*)?;?\\s*$");

    /**
     * What a refusal tells that is missing; absent where it tells of something else.
     *
     * @param code as the database numbers the error
     */
    static Optional<Need> of(String code, String message, String statement, Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL ->
                code.equals("42704")
                        ? first(MISSING_ROLE.matcher(message)).map(Role::new)
                        : code.equals("42P06") ? Optional.of(new OwnHome()) : Optional.empty();
            case MYSQL, MARIADB ->
                code.equals("1133") || code.equals("1410")
                        ? first(GRANTEE.matcher(statement)).map(Role::new)
                        : Optional.empty();
            case SQLITE, SQL_SERVER, ORACLE, H2, ANSI -> Optional.empty();
        };
    }

    private static Optional<String> first(Matcher matcher) {
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
