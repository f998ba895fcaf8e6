package dev.migtrue.testing;

import java.util.List;
import java.util.regex.Pattern;

/** What a server may find in its log of somebody who only reads: queries, and what sets up the own session. */
final class OnlyReads {

    private static final Pattern KIND = Pattern.compile("^(statement|execute [^:]*|Query|Prepare|Execute): ");

    /** Functions that change something, or keep others waiting, are called in queries too. */
    private static final String MORE =
            "\\bINTO\\b|\\bFOR\\s+(UPDATE|SHARE)\\b|\\b(nextval|setval|set_config|pg_advisory\\w*"
                    + "|pg_try_advisory\\w*|pg_terminate_backend|pg_cancel_backend|lo_\\w+|get_lock|release_lock)\\s*\\(";

    private static final Pattern READ = Pattern.compile(
            String.join(
                    "|",
                    "SELECT\\b(?!.*(" + MORE + ")).*",
                    "SHOW \\w+",
                    "BEGIN( READ ONLY)?",
                    "ROLLBACK",
                    // PostgreSQL, its driver's habits included
                    "SET application_name = '[^']*'",
                    "SET extra_float_digits = \\d",
                    "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
                    "SET LOCAL (statement_timeout|lock_timeout) = \\d+",
                    "SET LOCAL (search_path|DateStyle|IntervalStyle|TimeZone|bytea_output|quote_all_identifiers) = \\w+",
                    "(ROLLBACK TO )?SAVEPOINT \"before_catalogue\"",
                    // MariaDB, likewise
                    "set (autocommit=0|sql_mode=[^;]*),session_track_system_variables=[^;]*,NAMES utf8mb4",
                    "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
                    "SET SESSION max_statement_time = [\\d.]+(, (innodb_)?lock_wait_timeout = \\d+)*",
                    "START TRANSACTION READ ONLY, WITH CONSISTENT SNAPSHOT",
                    // What PostgreSQL notes when a connection breaks
                    "unexpected EOF on client connection with an open transaction",
                    "could not (send|receive) data (to|from) client: .*",
                    // Entering the database of the address, or being refused it
                    "Init DB: .*",
                    "Quit: "),
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private OnlyReads() {}

    /** Throws where something else was asked. */
    static void check(List<String> asked) {
        List<String> others = asked.stream()
                .filter(entry ->
                        !READ.matcher(KIND.matcher(entry).replaceFirst("")).matches())
                .toList();
        if (!others.isEmpty()) {
            throw new AssertionError("the server's log holds more than reads: " + String.join("; ", others));
        }
    }
}
