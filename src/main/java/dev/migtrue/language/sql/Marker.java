package dev.migtrue.language.sql;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a comment says to the migration tool.
 *
 * @param word what it is, in lower case without blanks: {@code up}, {@code statementbegin}, {@code changeset} …
 * @param options what follows it, keys in lower case; a word alone has the value {@code true}
 */
public record Marker(Tool tool, String word, Map<String, String> options) {

    /** Whose comment it is. */
    public enum Tool {
        GOOSE("+goose "),
        SQL_MIGRATE("+migrate "),
        DBMATE("migrate:"),
        DRIZZLE("> statement-breakpoint"),
        LIQUIBASE_HEADER("liquibase formatted"),
        LIQUIBASE("changeset "),
        ATLAS("atlas:"),
        RAMBLER("rambler "),
        TERN("create above / drop below"),
        TERN_OPTION("tern: "),
        MYBATIS("//@undo"),
        SQLX("no-transaction");

        private final String prefix;

        Tool(String prefix) {
            this.prefix = prefix;
        }
    }

    private static final int LONGEST_WORD = 24;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public Marker {
        options = Map.copyOf(options);
    }

    /** What a comment of one line, its dashes included, says; absent when it is for people. */
    static Optional<Marker> in(String comment) {
        int at = 0;
        while (at < comment.length() && (comment.charAt(at) == '-' || comment.charAt(at) <= ' ')) {
            at++;
        }
        for (Tool tool : Tool.values()) {
            if (comment.regionMatches(true, at, tool.prefix, 0, tool.prefix.length())) {
                Marker marker =
                        of(tool, comment.substring(at + tool.prefix.length()).strip());
                // A changeset is an author and an id; without them somebody only talks of one.
                return Optional.of(marker).filter(found -> tool != Tool.LIQUIBASE || comment.indexOf(':') > 0);
            }
        }
        return Optional.empty();
    }

    private static Marker of(Tool tool, String rest) {
        Map<String, String> options = new LinkedHashMap<>();
        String word = "";
        for (String part : BLANKS.split(rest, -1)) {
            int colon = part.indexOf(':');
            if (word.isEmpty() && tool != Tool.LIQUIBASE) {
                word = part.length() > LONGEST_WORD ? "" : part.toLowerCase(Locale.ROOT);
            } else if (colon > 0) {
                options.put(part.substring(0, colon).toLowerCase(Locale.ROOT), part.substring(colon + 1));
            } else if (!part.isEmpty()) {
                options.put(part.toLowerCase(Locale.ROOT), "true");
            }
        }
        return new Marker(tool, tool == Tool.LIQUIBASE ? "changeset" : word, options);
    }

    /** Whether no statement goes on past it. */
    boolean endsStatement() {
        return switch (tool) {
            case GOOSE,
                    SQL_MIGRATE,
                    DBMATE,
                    DRIZZLE,
                    LIQUIBASE_HEADER,
                    LIQUIBASE,
                    RAMBLER,
                    TERN,
                    TERN_OPTION,
                    MYBATIS -> true;
            case ATLAS, SQLX -> false;
        };
    }

    /** Whether what follows takes the migration back. */
    public boolean beginsWayBack() {
        return switch (tool) {
            case GOOSE, SQL_MIGRATE, DBMATE, RAMBLER -> word.equals("down");
            case TERN, MYBATIS -> true;
            case DRIZZLE, LIQUIBASE_HEADER, LIQUIBASE, ATLAS, TERN_OPTION, SQLX -> false;
        };
    }

    /** Whether what follows is run when the migration is applied. */
    public boolean beginsWayThere() {
        return word.equals("up");
    }

    /** Whether it keeps its tool from putting the file into one transaction. */
    public boolean refusesTransaction() {
        return switch (tool) {
            case GOOSE -> word.equals("no") && options.containsKey("transaction");
            case SQL_MIGRATE -> word.equals("up") && options.containsKey("notransaction");
            case DBMATE ->
                word.equals("up") && options.getOrDefault("transaction", "").equalsIgnoreCase("false");
            case TERN_OPTION -> word.equals("disable-tx");
            case DRIZZLE, LIQUIBASE_HEADER, LIQUIBASE, ATLAS, RAMBLER, TERN, MYBATIS, SQLX -> false;
        };
    }

    /** Whether its tool sends what follows in one message. Databases find several statements in one where marks end them. */
    boolean beginsMessage() {
        return word.equals("statementbegin")
                || options.getOrDefault("splitstatements", "").equalsIgnoreCase("false");
    }

    /** What ends statements from here on, as far as this comment says it. */
    Optional<String> delimiter() {
        return Optional.ofNullable(options.get("enddelimiter"))
                .map(Marker::plain)
                .filter(text -> !text.isBlank());
    }

    /** Liquibase takes a regular expression; those in use are a sign, with the end of its line or without. */
    private static String plain(String expression) {
        String plain = expression
                .replace("\"", "")
                .replace("\\n", "")
                .replace("\\s*", "")
                .replace("\\", "");
        int choice = plain.indexOf('|', 1);
        return (choice > 0 ? plain.substring(0, choice) : plain).replace("$", plain.contains("$$") ? "$" : "");
    }
}
