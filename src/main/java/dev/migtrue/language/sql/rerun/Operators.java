package dev.migtrue.language.sql.rerun;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What stands between the values of an expression. */
final class Operators {

    private static final Set<String> OTHERS =
            Set.of("||", "->", "->>", "?", "&", "|", "#", "~", "~*", "!~", "!~*", "@>", "<@", "&&");

    /** Types that write a value in their own way, so that it is not known what becomes of one. */
    private static final Set<String> REWRITING = Set.of(
            "date",
            "time",
            "timetz",
            "timestamp",
            "timestamptz",
            "datetime",
            "interval",
            "year",
            "char",
            "nchar",
            "bpchar",
            "binary",
            "varbinary",
            "bytea",
            "blob",
            "clob",
            "signed",
            "unsigned",
            "uuid",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "money",
            "xml",
            "bit",
            "varbit",
            "oid",
            "tsvector",
            "tsquery",
            "hstore",
            "ltree",
            "geometry",
            "geography",
            "point",
            "box",
            "circle",
            "line",
            "lseg",
            "path",
            "polygon",
            "float4",
            "real",
            "jsonpath",
            "regclass",
            "regtype",
            "regproc",
            "regnamespace",
            "regrole",
            "int4range",
            "int8range",
            "numrange",
            "daterange",
            "tsrange",
            "tstzrange",
            "vector",
            "nvarchar");

    private Operators() {}

    static boolean isOther(String sign) {
        return OTHERS.contains(sign);
    }

    static Value either(Value left, Supplier<Value> right) {
        if (left.isNull()) {
            return right.get().isTrue() ? Value.of(true) : new Value.Nothing();
        }
        return left.truth() ? left : right.get();
    }

    static Value both(Value left, Supplier<Value> right) {
        if (left.isNull()) {
            Value other = right.get();
            return !other.isNull() && !other.truth() ? Value.of(false) : new Value.Nothing();
        }
        return left.truth() ? right.get() : left;
    }

    static Value negated(Value value) {
        return value.isNull() ? value : Value.of(!value.truth());
    }

    static Value compared(String sign, Value left, Value right) {
        if (left.isNull() || right.isNull()) {
            return new Value.Nothing();
        }
        return Value.of(
                switch (sign) {
                    case "=", "==" -> Value.areSame(left, right);
                    case "<>", "!=" -> !Value.areSame(left, right);
                    case "<" -> Value.compare(left, right) < 0;
                    case ">" -> Value.compare(left, right) > 0;
                    case "<=" -> Value.compare(left, right) <= 0;
                    default -> Value.compare(left, right) >= 0;
                });
    }

    static Value in(Value value, List<Value> all) {
        boolean isThere = all.stream().anyMatch(one -> compared("=", value, one).isTrue());
        boolean isOpen = value.isNull() || all.stream().anyMatch(Value::isNull);
        return isThere || !isOpen ? Value.of(isThere) : new Value.Nothing();
    }

    static Value like(Value value, Value pattern, boolean isExact) {
        if (value.isNull() || pattern.isNull()) {
            return new Value.Nothing();
        }
        StringBuilder regex = new StringBuilder();
        for (char sign : pattern.text().toCharArray()) {
            regex.append(sign == '%' ? ".*" : sign == '_' ? "." : Pattern.quote(String.valueOf(sign)));
        }
        int flags = Pattern.DOTALL | (isExact ? 0 : Pattern.CASE_INSENSITIVE);
        return Value.of(
                Pattern.compile(regex.toString(), flags).matcher(value.text()).matches());
    }

    static Value arithmetic(String sign, Value left, Value right) {
        if (left.isNull() || right.isNull()) {
            return new Value.Nothing();
        }
        if (left instanceof Value.Fresh || right instanceof Value.Fresh) {
            return new Value.Fresh();
        }
        if (left instanceof Value.Document document && sign.equals("-")) {
            TreeMap<String, Value> members = new TreeMap<>(document.members());
            Value.list(right).forEach(name -> members.remove(name.text()));
            return new Value.Document(members);
        }
        BigDecimal one = left.number();
        BigDecimal other = right.number();
        return new Value.Numeric(
                switch (sign) {
                    case "+" -> one.add(other);
                    case "-" -> one.subtract(other);
                    case "*" -> one.multiply(other);
                    default -> divided(sign, one, other);
                });
    }

    private static BigDecimal divided(String sign, BigDecimal one, BigDecimal other) {
        if (other.signum() == 0) {
            throw new Value.Unknown("a division by zero");
        }
        if (sign.equals("%") || sign.equals("MOD")) {
            return one.remainder(other);
        }
        boolean isWhole = sign.equals("DIV") || (one.scale() <= 0 && other.scale() <= 0);
        return isWhole ? one.divideToIntegralValue(other) : one.divide(other, MathContext.DECIMAL64);
    }

    static Value other(String sign, Value left, Value right) {
        if (left.isNull() || right.isNull()) {
            return new Value.Nothing();
        }
        return switch (sign) {
            case "||" -> joined(left, right);
            case "->", "->>" -> Documents.member(left, right);
            case "?" ->
                Value.of(left instanceof Value.Document has && has.members().containsKey(right.text()));
            case "&&" -> Value.of(Arrays.overlap(Arrays.of(left), Arrays.of(right)));
            case "@>" -> Value.of(holds(left, right));
            case "<@" -> Value.of(holds(right, left));
            case "&" -> Value.of(whole(left) & whole(right));
            case "|" -> Value.of(whole(left) | whole(right));
            case "#" -> Value.of(whole(left) ^ whole(right));
            default -> Value.of(isFound(sign, left.text(), right.text()) == !sign.startsWith("!"));
        };
    }

    private static long whole(Value value) {
        return value.number().setScale(0, RoundingMode.HALF_UP).longValue();
    }

    private static boolean holds(Value left, Value right) {
        if (left instanceof Value.Many || right instanceof Value.Many) {
            return Arrays.holds(Arrays.of(left), Arrays.of(right));
        }
        Value whole = Value.document(left);
        Value part = Value.document(right);
        if (whole instanceof Value.Document large && part instanceof Value.Document small) {
            return small.members().entrySet().stream()
                    .allMatch(one -> one.getValue().equals(large.members().get(one.getKey())));
        }
        throw new Value.Unknown("what holds what");
    }

    private static boolean isFound(String sign, String text, String regex) {
        try {
            int flags = sign.endsWith("*") ? Pattern.CASE_INSENSITIVE : 0;
            return Pattern.compile(regex, flags).matcher(text).find();
        } catch (PatternSyntaxException e) {
            throw new Value.Unknown("a pattern");
        }
    }

    private static Value joined(Value left, Value right) {
        if (left instanceof Value.Fresh || right instanceof Value.Fresh) {
            return new Value.Fresh();
        }
        if (left instanceof Value.Document || right instanceof Value.Document) {
            Value one = Value.document(left);
            Value other = Value.document(right);
            if (one instanceof Value.Document first && other instanceof Value.Document second) {
                TreeMap<String, Value> members = new TreeMap<>(first.members());
                members.putAll(second.members());
                return new Value.Document(members);
            }
        }
        if (left instanceof Value.Many || right instanceof Value.Many) {
            return Arrays.joined(elements(left), elements(right));
        }
        return new Value.Text(left.text() + right.text());
    }

    /** Those of an array, also of one that is written out; another value is an element. */
    private static List<Value> elements(Value value) {
        boolean isArray = value instanceof Value.Many
                || (value instanceof Value.Text text && text.text().startsWith("{"));
        return isArray ? Arrays.of(value).values() : List.of(value);
    }

    /** A value as one of a type; lengths that follow the type are kept to. */
    static Value cast(Value value, String type) {
        if (value.isNull() || value instanceof Value.Fresh) {
            return value;
        }
        if (type.endsWith("[]")) {
            return Arrays.of(value);
        }
        String[] parts = type.split(" ", 2);
        return switch (parts[0]) {
            case "text", "varchar", "character", "citext", "name" -> new Value.Text(value.text());
            case "int", "integer", "int4", "int8", "bigint", "smallint", "int2" ->
                new Value.Numeric(value.number().setScale(0, RoundingMode.HALF_UP));
            case "numeric", "decimal", "real", "float8", "double", "float" -> new Value.Numeric(value.number());
            case "bool", "boolean" ->
                value instanceof Value.Numeric number
                        ? Value.of(number.number().signum() != 0)
                        : Value.of(value.truth());
            case "json", "jsonb" -> Value.document(value);
            default -> {
                // A type that somebody made keeps what is written, such as the labels of an enumeration.
                if (value instanceof Value.Text && !REWRITING.contains(parts[0])) {
                    yield value;
                }
                throw new Value.Unknown("the type " + type);
            }
        };
    }
}
