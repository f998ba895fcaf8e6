package dev.migtrue.gather.address;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the first expression of a Python text, as far as settings are written plainly. Nothing is run. */
final class PythonText {

    private static final Pattern STRING = Pattern.compile(
            "\\G[rRuU]?(?:\"\"\"(?<a>.*?)\"\"\"|'''(?<b>.*?)'''"
                    + "|\"(?<c>(?:[^\"\\\\\\n]|\\\\.)*)\"|'(?<d>(?:[^'\\\\\\n]|\\\\.)*)')",
            Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\G[A-Za-z_]\\w*(?:\\s*\\.\\s*[A-Za-z_]\\w*)*");
    private static final Pattern NUMBER = Pattern.compile("\\G[0-9][0-9_]*");
    private static final Pattern BLANK = Pattern.compile("\\G(?:\\s|#[^\\n]*|\\\\\\n)*");

    /** Deeper than people write. */
    private static final int DEEPEST = 30;

    private final String text;
    private int at;

    /** A value as it is written. */
    sealed interface Value {}

    /** A string, or a number as a string. */
    record Text(String value) implements Value {}

    record Dict(Map<String, Value> members) implements Value {}

    /** @param keywords what is given by name */
    record Call(String function, List<Value> arguments, Map<String, Value> keywords) implements Value {}

    /** {@code target[key]}. */
    record Item(String target, Value key) implements Value {}

    record Name(String dotted) implements Value {}

    /** {@code left / right}, which joins paths, or {@code left or right}. */
    record Operation(String operator, Value left, Value right) implements Value {}

    /** What only running the program gives. */
    record Other() implements Value {}

    private PythonText(String text) {
        this.text = text;
    }

    static Value read(String text) {
        return new PythonText(text).expression(DEEPEST);
    }

    private Value expression(int depth) {
        if (depth == 0) {
            return new Other();
        }
        Value left = postfix(primary(depth), depth);
        skip();
        for (String operator : List.of("/", "or ", "+")) {
            if (text.startsWith(operator, at)) {
                at += operator.length();
                return new Operation(operator.strip(), left, expression(depth - 1));
            }
        }
        return left;
    }

    private Value primary(int depth) {
        skip();
        Optional<String> string = string();
        if (string.isPresent()) {
            return new Text(string.get());
        }
        if (take("(")) {
            Value inner = expression(depth - 1);
            return take(")") ? inner : new Other();
        }
        if (take("{")) {
            return dict(depth);
        }
        Optional<String> number = match(NUMBER);
        if (number.isPresent()) {
            return new Text(number.get());
        }
        return match(WORD)
                .<Value>map(word -> new Name(word.replaceAll("\\s", "")))
                .orElseGet(Other::new);
    }

    /** What follows a name: a call or an item of it. A method of what a call gives is not looked into, but where it only changes its form. */
    private Value postfix(Value start, int depth) {
        Value value = start;
        while (true) {
            skip();
            if (value instanceof Name name && take("(")) {
                value = call(name.dotted(), depth);
            } else if (value instanceof Name name && take("[")) {
                Value key = expression(depth - 1);
                value = take("]") ? new Item(name.dotted(), key) : new Other();
            } else if (text.startsWith(".", at) && at + 1 < text.length()) {
                at++;
                Optional<String> method = match(WORD);
                boolean isEscaping = method.filter("replace"::equals).isPresent() && take("(");
                value = isEscaping && isDoubling(call("replace", depth)) ? value : new Other();
            } else {
                return value;
            }
        }
    }

    /** {@code .replace("%", "%%")}, as values of an ini file need it. */
    private static boolean isDoubling(Value call) {
        return call instanceof Call made && made.arguments().equals(List.of(new Text("%"), new Text("%%")));
    }

    private Value call(String function, int depth) {
        List<Value> arguments = new ArrayList<>();
        Map<String, Value> keywords = new LinkedHashMap<>();
        while (!take(")")) {
            int start = at;
            skip();
            Optional<String> word = match(WORD);
            if (word.isPresent() && take("=") && !text.startsWith("=", at)) {
                keywords.put(word.get(), expression(depth - 1));
            } else {
                at = start;
                arguments.add(expression(depth - 1));
            }
            if (!take(",") && !text.startsWith(")", at)) {
                return new Other();
            }
        }
        return new Call(function, arguments, keywords);
    }

    private Value dict(int depth) {
        Map<String, Value> members = new LinkedHashMap<>();
        while (!take("}")) {
            Value key = expression(depth - 1);
            if (!take(":")) {
                return new Other();
            }
            Value value = expression(depth - 1);
            if (key instanceof Text name) {
                members.put(name.value(), value);
            }
            if (!take(",") && !text.startsWith("}", at)) {
                return new Other();
            }
        }
        return new Dict(members);
    }

    /** One string, or several that stand side by side. */
    private Optional<String> string() {
        StringBuilder whole = new StringBuilder();
        boolean isThere = false;
        Matcher string = STRING.matcher(text);
        while (string.find(at)) {
            isThere = true;
            at = string.end();
            for (int group = 1; group <= string.groupCount(); group++) {
                whole.append(Optional.ofNullable(string.group(group)).orElse(""));
            }
            skip();
        }
        return isThere ? Optional.of(whole.toString().replaceAll("\\\\(['\"\\\\])", "$1")) : Optional.empty();
    }

    private Optional<String> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find(at)) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher.group());
    }

    private boolean take(String sign) {
        skip();
        boolean isThere = text.startsWith(sign, at);
        at += isThere ? sign.length() : 0;
        return isThere;
    }

    private void skip() {
        match(BLANK);
    }
}
