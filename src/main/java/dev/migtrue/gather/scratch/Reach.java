package dev.migtrue.gather.scratch;

import dev.migtrue.language.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * How far a statement reaches. A throw-away database keeps what is in it to itself; these statements read or write files, run
 * programs, or load code into the process.
 */
public final class Reach {

    private Reach() {}

    public static void check(Statement statement) throws Outside {
        List<String> words = statement.content().words().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        if (words.isEmpty()) {
            return;
        }
        boolean reachesOut = switch (statement.dialect()) {
            case SQLITE ->
                (words.getFirst().equals("attach") && !words.contains("':memory:'"))
                        || (words.getFirst().equals("vacuum") && words.contains("into"))
                        || words.contains("load_extension");
            case POSTGRESQL ->
                (words.getFirst().equals("copy") && words.contains("program"))
                        || words.contains("pg_read_server_files")
                        || words.contains("lo_export")
                        || words.contains("lo_import");
            case H2 -> isCodeOrFileOfH2(words);
            case MYSQL, MARIADB ->
                words.contains("outfile")
                        || words.contains("dumpfile")
                        || words.getFirst().equals("load");
            case SQL_SERVER, ORACLE, ANSI -> false;
        };
        if (reachesOut) {
            throw new Outside("'%s' reaches out of the database".formatted(words.getFirst()));
        }
    }

    /** H2 runs in this very process. Its functions in Java may only be those that come with it. */
    private static boolean isCodeOrFileOfH2(List<String> words) {
        String first = words.getFirst();
        boolean isCode = first.equals("create") && (words.contains("alias") || words.contains("trigger"));
        boolean isHarmlessCode = words.stream().anyMatch(word -> word.startsWith("'java.lang.math."))
                || words.stream().anyMatch(word -> word.startsWith("\"java.lang.math."));
        return (isCode && !isHarmlessCode)
                || List.of("runscript", "script", "backup").contains(first)
                || words.contains("csvwrite")
                || words.contains("csvread")
                || words.contains("file_write")
                || words.contains("file_read")
                || words.contains("link_schema")
                || words.contains("linked");
    }
}
