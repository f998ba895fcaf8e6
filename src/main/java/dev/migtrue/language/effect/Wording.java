package dev.migtrue.language.effect;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An expression apart from how it is spelled: without parentheses, casts, qualifiers and quotes around names, which servers add and leave out as they
 * print it. Two that are equal say the same for all that matters here; of two that differ in nothing but values, each says something else.
 */
record Wording(List<Token> tokens) {

    private static final Set<String> OF_TYPES =
            Set.of("varying", "precision", "with", "without", "time", "zone", "[", "]", "[]");

    Wording {
        tokens = List.copyOf(tokens);
    }

    static Wording of(String text, Dialect dialect) {
        List<Token> all = all(text, dialect);
        List<Token> left = new ArrayList<>();
        int at = 0;
        while (at < all.size()) {
            Token token = all.get(at);
            if (token.is("::")) {
                at = behindType(all, at + 1);
                continue;
            }
            if (token.is(".") && !left.isEmpty()) {
                left.removeLast();
            } else if (!token.is("(") && !token.is(")")) {
                left.add(token);
            }
            at++;
        }
        return new Wording(plain(left, dialect));
    }

    /** The tokens of a text as they stand. */
    static List<Token> all(String text, Dialect dialect) {
        Tokens tokens = Script.of(text, dialect).tokens();
        List<Token> all = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (!tokens.isSilent(at)) {
                all.add(token(tokens, at, dialect));
            }
        }
        return all;
    }

    private static Token token(Tokens tokens, int at, Dialect dialect) {
        String text = tokens.text(at);
        return switch (tokens.kind(at)) {
            case STRING -> Token.string(text);
            case NUMBER -> Token.number(text);
            case NAME -> {
                String inner = text.length() > 1 ? text.substring(1, text.length() - 1) : text;
                yield new Token(
                        Token.Kind.WORD, dialect == Dialect.POSTGRESQL ? inner : inner.toLowerCase(Locale.ROOT));
            }
            case WORD -> new Token(Token.Kind.WORD, text.toLowerCase(Locale.ROOT));
            default -> new Token(Token.Kind.SIGN, text.equals("!=") ? "<>" : text);
        };
    }

    /** Where the type of a cast ends: {@code character varying(20)[]}. */
    private static int behindType(List<Token> all, int from) {
        int at = from + 1;
        while (at < all.size()) {
            Token token = all.get(at);
            if (token.is(".")) {
                at += 2;
            } else if (token.is("(")) {
                while (at < all.size() && !all.get(at).is(")")) {
                    at++;
                }
                at++;
            } else if (OF_TYPES.contains(token.text()) && token.kind() != Token.Kind.STRING) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /** As PostgreSQL prints it: lists as arrays, {@code BETWEEN} as two comparisons, {@code LIKE} as an operator. */
    private static List<Token> plain(List<Token> tokens, Dialect dialect) {
        List<Token> plain = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean isList = token.is("=") && isAt(tokens, at + 1, "any", "array");
            boolean isNoList = token.is("<>") && isAt(tokens, at + 1, "all", "array");
            if (isList || isNoList) {
                plain.addAll(isList ? words("in") : words("not", "in"));
                at += tokens.size() > at + 3 && tokens.get(at + 3).is("[") ? 3 : 2;
                at = list(tokens, at, plain);
            } else if (token.is("in")) {
                plain.add(token);
                at = list(tokens, at, plain);
            } else if (token.is("as")
                    && at > 0
                    && at + 1 < tokens.size()
                    && tokens.get(at + 1).equals(tokens.get(at - 1))) {
                at++;
            } else if (token.is("~~")) {
                plain.addAll(words("like"));
            } else if (dialect == Dialect.POSTGRESQL && token.is("between") && isRange(tokens, at)) {
                plain.addAll(List.of(sign(">="), tokens.get(at + 1), word("and"), tokens.get(at - 1), sign("<=")));
                at += 2;
            } else if (!(dialect == Dialect.POSTGRESQL && (token.is("[") || token.is("]")))) {
                plain.add(token);
            }
        }
        return plain;
    }

    /** Puts the values of a list together, so that a list is one value: of which the last one was read. */
    private static int list(List<Token> tokens, int from, List<Token> plain) {
        List<Token> values = new ArrayList<>();
        int at = from + 1;
        while (at < tokens.size() && isValue(tokens.get(at))) {
            values.add(tokens.get(at));
            boolean isMore = isAt(tokens, at + 1, ",") && at + 2 < tokens.size() && isValue(tokens.get(at + 2));
            at += isMore ? 2 : 1;
            if (!isMore) {
                break;
            }
        }
        boolean isOfOneKind = values.stream().map(Token::kind).distinct().count() == 1;
        if (!isOfOneKind) {
            return from;
        }
        String all = values.stream().map(Token::text).collect(java.util.stream.Collectors.joining("\n"));
        plain.add(new Token(values.getFirst().kind(), all));
        return at - 1;
    }

    private static boolean isValue(Token token) {
        return token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.NUMBER;
    }

    /** Whether both ends are single tokens, and what is compared is one as well. */
    private static boolean isRange(List<Token> tokens, int at) {
        boolean isWhole = at == 1
                || (at > 1
                        && Set.of("and", "or", "where")
                                .contains(tokens.get(at - 2).text()));
        return isWhole && isAt(tokens, at + 2, "and");
    }

    private static boolean isAt(List<Token> tokens, int at, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    private static List<Token> words(String... words) {
        return java.util.Arrays.stream(words).map(Wording::word).toList();
    }

    private static Token word(String text) {
        return new Token(Token.Kind.WORD, text);
    }

    private static Token sign(String text) {
        return new Token(Token.Kind.SIGN, text);
    }

    /** How two compare that stand in the same place. */
    Agreement with(Wording other) {
        if (tokens.equals(other.tokens)) {
            return Agreement.SAME;
        }
        if (tokens.size() != other.tokens.size()) {
            return Agreement.UNSURE;
        }
        for (int at = 0; at < tokens.size(); at++) {
            Token one = tokens.get(at);
            Token two = other.tokens.get(at);
            if (!one.equals(two) && !areValues(one, two)) {
                return Agreement.UNSURE;
            }
        }
        return Agreement.OTHER;
    }

    /** Numbers are printed as they are; of strings, those that may be dates, lengths of time, arrays and the like are not. */
    private static boolean areValues(Token one, Token two) {
        boolean areTexts = one.kind() == Token.Kind.STRING
                && isKept(one.text())
                && isKept(two.text())
                && !bare(one.text()).equals(bare(two.text()));
        return one.kind() == two.kind() && (one.kind() == Token.Kind.NUMBER || areTexts);
    }

    private static boolean isKept(String text) {
        return !hasDigits(text) && (text.isEmpty() || "{[(<$".indexOf(text.charAt(0)) < 0);
    }

    /** Of two that differ in blanks or case alone, one may be the way in which the other is printed. */
    private static String bare(String text) {
        String plain = text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
        return plain.isEmpty() ? text : plain;
    }

    static boolean hasDigits(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
