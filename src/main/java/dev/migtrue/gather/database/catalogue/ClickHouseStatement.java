package dev.migtrue.gather.database.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A statement that makes a table, as ClickHouse prints it: on one line, in a fixed order and with fixed spaces.
 *
 * @param text with what the table has in its first parentheses
 */
record ClickHouseStatement(String text) {

    private static final String QUOTED = "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|`(?:[^`\\\\]|\\\\.)*`";
    private static final Pattern TOKEN = Pattern.compile(QUOTED + "|[(),]|[^'\"`(),]+", Pattern.DOTALL);
    private static final String NAME = "(`(?:[^`\\\\]|\\\\.)*`|\\w+)";
    private static final Pattern MEMBER =
            Pattern.compile("(INDEX|CONSTRAINT|PROJECTION) " + NAME + " (.*)", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile(NAME + " (.*)", Pattern.DOTALL);
    private static final String TTL = " TTL ";

    /** What a table has. */
    sealed interface Member {

        String name();
    }

    /** One that lets parts of the table be passed over. */
    record Index(String name, String definition) implements Member {}

    record Constraint(String name, String definition) implements Member {}

    record Projection(String name, String definition) implements Member {}

    /** @param ttl how long its values are kept; absent where for ever */
    record Column(String name, Optional<String> ttl) implements Member {}

    /** In their order; none where the statement has no parentheses. */
    List<Member> members() {
        return items().stream().flatMap(ClickHouseStatement::member).toList();
    }

    private static Stream<Member> member(String item) {
        Matcher member = MEMBER.matcher(item);
        if (member.matches()) {
            String name = bare(member.group(2));
            return Stream.of(
                    switch (member.group(1)) {
                        case "INDEX" -> new Index(name, member.group(3));
                        case "CONSTRAINT" -> new Constraint(name, member.group(3));
                        default -> new Projection(name, member.group(3));
                    });
        }
        Matcher column = COLUMN.matcher(item);
        return column.matches() ? Stream.of(new Column(bare(column.group(1)), ttl(column.group(2)))) : Stream.empty();
    }

    private static String bare(String name) {
        return name.startsWith("`") ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1") : name;
    }

    /** Texts and parentheses may hold the word as well. */
    private static Optional<String> ttl(String declaration) {
        int depth = 0;
        for (MatchResult token : tokens(declaration)) {
            int at = depth == 0 && !isQuoted(token) ? token.group().indexOf(TTL) : -1;
            if (at >= 0) {
                return Optional.of(declaration.substring(token.start() + at + TTL.length()));
            }
            depth += deeper(token);
        }
        return Optional.empty();
    }

    /** What stands between the commas in the first parentheses. */
    private List<String> items() {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        int depth = 0;
        for (MatchResult token : tokens(text)) {
            boolean isEnd =
                    depth == 1 && (token.group().equals(",") || token.group().equals(")"));
            if (isEnd) {
                items.add(item.toString().strip());
                item.setLength(0);
            } else if (depth > 0) {
                item.append(token.group());
            }
            depth += deeper(token);
            if (isEnd && depth == 0) {
                return items;
            }
        }
        return List.of();
    }

    private static List<MatchResult> tokens(String text) {
        return TOKEN.matcher(text).results().toList();
    }

    private static boolean isQuoted(MatchResult token) {
        return "'\"`".indexOf(token.group().charAt(0)) >= 0;
    }

    private static int deeper(MatchResult token) {
        return switch (token.group()) {
            case "(" -> 1;
            case ")" -> -1;
            default -> 0;
        };
    }
}
