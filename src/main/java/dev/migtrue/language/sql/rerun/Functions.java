package dev.migtrue.language.sql.rerun;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** What functions give that depend on nothing but their arguments. */
final class Functions {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private static final Set<String> KNOWN = Set.of("""
            coalesce ifnull nvl nullif casewhen if iif decode greatest least concat concat_ws row jsonb_build_object json_build_object to_jsonb \
            to_json abs ceil ceiling floor round trunc sign mod length char_length character_length position strpos instr locate \
            jsonb_set jsonb_strip_nulls jsonb_exists lower upper trim btrim ltrim rtrim initcap replace reverse left \
            right substr substring lpad rpad split_part translate regexp_replace md5 sha256 hashtext quote_ident \
            quote_literal format""".split(" ", -1));

    /** Those that give one of their arguments as it is. */
    private static final Set<String> CHOOSING =
            Set.of("coalesce", "ifnull", "nvl", "nullif", "if", "iif", "casewhen", "decode");

    private Functions() {}

    static boolean isKnown(String function) {
        return KNOWN.contains(function);
    }

    static Value call(String name, List<Value> given) {
        boolean isChoice = CHOOSING.contains(name);
        if (!isChoice && given.stream().anyMatch(Value.Fresh.class::isInstance)) {
            return new Value.Fresh();
        }
        return switch (name) {
            case "coalesce", "ifnull", "nvl" ->
                given.stream().filter(one -> !one.isNull()).findFirst().orElse(new Value.Nothing());
            case "casewhen", "if", "iif" -> at(given, 0).isTrue() ? at(given, 1) : at(given, 2);
            case "decode" -> decoded(given);
            case "nullif" ->
                Operators.compared("=", at(given, 0), at(given, 1)).isTrue() ? new Value.Nothing() : at(given, 0);
            case "greatest", "least" -> extreme(given, name.equals("greatest"));
            case "concat" -> joined(given, "");
            case "concat_ws" ->
                joined(given.subList(1, given.size()), at(given, 0).text());
            case "row" -> new Value.Many(given);
            case "jsonb_build_object", "json_build_object" -> Documents.object(given);
            case "to_jsonb", "to_json" -> at(given, 0);
            default -> given.stream().anyMatch(Value::isNull) ? new Value.Nothing() : strict(name, given);
        };
    }

    /** {@code DECODE(value, one, result, other, result, otherwise)}. */
    private static Value decoded(List<Value> given) {
        if (given.size() < 3) {
            throw new Value.Unknown("what decode reads");
        }
        Value value = at(given, 0);
        int index = 1;
        for (; index + 1 < given.size(); index += 2) {
            Value one = given.get(index);
            boolean isIt = value.isNull()
                    ? one.isNull()
                    : Operators.compared("=", value, one).isTrue();
            if (isIt) {
                return given.get(index + 1);
            }
        }
        return index < given.size() ? given.get(index) : new Value.Nothing();
    }

    private static Value at(List<Value> given, int index) {
        if (index >= given.size()) {
            throw new Value.Unknown("an argument that is not there");
        }
        return given.get(index);
    }

    /** Those that give nothing where they get nothing. */
    private static Value strict(String name, List<Value> given) {
        return switch (name) {
            case "abs", "ceil", "ceiling", "floor", "round", "trunc", "sign", "mod" -> number(name, given);
            case "length", "char_length", "character_length" ->
                Value.of(at(given, 0).text().length());
            case "strpos", "instr" -> place(at(given, 0), at(given, 1));
            case "position", "locate" -> place(at(given, 1), at(given, 0));
            case "jsonb_set" -> Documents.set(given);
            case "jsonb_strip_nulls" -> Documents.stripped(at(given, 0));
            case "jsonb_exists" -> Operators.other("?", at(given, 0), at(given, 1));
            default -> new Value.Text(text(name, given));
        };
    }

    /** Where a text stands in another one, from 1 on; 0 where it does not. */
    private static Value place(Value whole, Value part) {
        return Value.of(whole.text().indexOf(part.text()) + 1L);
    }

    private static Value number(String name, List<Value> given) {
        BigDecimal value = at(given, 0).number();
        int places = given.size() > 1 && !name.equals("mod")
                ? Math.clamp(at(given, 1).number().intValue(), -50, 50)
                : 0;
        return switch (name) {
            case "abs" -> new Value.Numeric(value.abs());
            case "sign" -> Value.of(value.signum());
            case "floor" -> new Value.Numeric(value.setScale(0, RoundingMode.FLOOR));
            case "ceil", "ceiling" -> new Value.Numeric(value.setScale(0, RoundingMode.CEILING));
            case "trunc" -> new Value.Numeric(value.setScale(places, RoundingMode.DOWN));
            case "round" -> new Value.Numeric(value.setScale(places, RoundingMode.HALF_UP));
            case "mod" -> Operators.arithmetic("%", at(given, 0), at(given, 1));
            default -> throw new Value.Unknown(name);
        };
    }

    private static String text(String name, List<Value> given) {
        String text = at(given, 0).text();
        return switch (name) {
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "trim", "btrim" -> rightTrimmed(leftTrimmed(text, signs(given)), signs(given));
            case "ltrim" -> leftTrimmed(text, signs(given));
            case "rtrim" -> rightTrimmed(text, signs(given));
            case "initcap" ->
                WORD.matcher(text)
                        .replaceAll(word -> word.group().substring(0, 1).toUpperCase(Locale.ROOT)
                                + word.group().substring(1).toLowerCase(Locale.ROOT));
            case "replace" -> text.replace(at(given, 1).text(), at(given, 2).text());
            case "reverse" -> new StringBuilder(text).reverse().toString();
            case "left" -> left(text, at(given, 1).number().intValue());
            case "right" -> right(text, at(given, 1).number().intValue());
            case "substr", "substring" -> part(text, given);
            case "lpad" ->
                padding(text, given) + left(text, at(given, 1).number().intValue());
            case "rpad" -> left(text, at(given, 1).number().intValue()) + padding(text, given);
            case "split_part" ->
                split(text, at(given, 1).text(), at(given, 2).number().intValue());
            case "translate" ->
                translated(text, at(given, 1).text(), at(given, 2).text());
            case "regexp_replace" -> replaced(text, given);
            // As far as it matters here: another text, and not the same again of itself.
            case "md5", "sha256", "hashtext" -> name + Integer.toHexString(text.hashCode()) + text.length();
            case "quote_ident" -> text.matches("[a-z_][a-z0-9_]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
            case "quote_literal" -> "'" + text.replace("'", "''") + "'";
            case "format" -> formatted(text, given);
            default -> throw new Value.Unknown("what " + name + " gives");
        };
    }

    private static String signs(List<Value> given) {
        return given.size() > 1 ? given.get(1).text() : " ";
    }

    private static String leftTrimmed(String text, String signs) {
        int start = 0;
        while (start < text.length() && signs.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start);
    }

    private static String rightTrimmed(String text, String signs) {
        int end = text.length();
        while (end > 0 && signs.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String left(String text, int count) {
        return text.substring(0, Math.clamp(count < 0 ? text.length() + count : count, 0, text.length()));
    }

    private static String right(String text, int count) {
        return text.substring(Math.clamp(count < 0 ? -count : text.length() - count, 0, text.length()));
    }

    private static String part(String text, List<Value> given) {
        int from = at(given, 1).number().intValue() - 1;
        int to = given.size() > 2 ? from + given.get(2).number().intValue() : text.length();
        int start = Math.clamp(from, 0, text.length());
        return text.substring(start, Math.clamp(to, start, text.length()));
    }

    private static String padding(String text, List<Value> given) {
        int missing = at(given, 1).number().intValue() - text.length();
        String with = given.size() > 2 ? given.get(2).text() : " ";
        if (missing <= 0 || with.isEmpty() || missing > 1000) {
            return "";
        }
        return with.repeat(missing).substring(0, missing);
    }

    private static String split(String text, String by, int number) {
        String[] parts = by.isEmpty() ? new String[] {text} : text.split(Pattern.quote(by), -1);
        return number >= 1 && number <= parts.length ? parts[number - 1] : "";
    }

    private static String translated(String text, String from, String to) {
        StringBuilder result = new StringBuilder();
        for (int place = 0; place < text.length(); place++) {
            char sign = text.charAt(place);
            int at = from.indexOf(sign);
            if (at < 0) {
                result.append(sign);
            } else if (at < to.length()) {
                result.append(to.charAt(at));
            }
        }
        return result.toString();
    }

    private static String replaced(String text, List<Value> given) {
        String flags = given.size() > 3 ? given.get(3).text() : "";
        try {
            Pattern pattern = Pattern.compile(at(given, 1).text(), flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0);
            String with = at(given, 2).text().replace("$", "\\$").replaceAll("\\\\(\\d)", "\\$$1");
            return flags.contains("g")
                    ? pattern.matcher(text).replaceAll(with)
                    : pattern.matcher(text).replaceFirst(with);
        } catch (PatternSyntaxException | IndexOutOfBoundsException e) {
            throw new Value.Unknown("a pattern");
        }
    }

    /** As PostgreSQL's {@code format} does, for the plainest of its signs. */
    private static String formatted(String text, List<Value> given) {
        StringBuilder result = new StringBuilder();
        int next = 1;
        int at = 0;
        while (at < text.length()) {
            boolean isSign = text.charAt(at) == '%' && at + 1 < text.length();
            if (!isSign) {
                result.append(text.charAt(at));
                at++;
                continue;
            }
            at += 2;
            switch (text.charAt(at - 1)) {
                case '%' -> result.append('%');
                case 's' -> result.append(at(given, next++).text());
                case 'I' -> result.append(text("quote_ident", List.of(at(given, next++))));
                case 'L' -> result.append(text("quote_literal", List.of(at(given, next++))));
                default -> throw new Value.Unknown("a format");
            }
        }
        return result.toString();
    }

    private static Value extreme(List<Value> given, boolean isGreatest) {
        return given.stream()
                .filter(one -> !one.isNull())
                .reduce((one, other) -> (Value.compare(one, other) >= 0) == isGreatest ? one : other)
                .orElse(new Value.Nothing());
    }

    private static Value joined(List<Value> given, String by) {
        return new Value.Text(
                given.stream().filter(one -> !one.isNull()).map(Value::text).collect(Collectors.joining(by)));
    }
}
