package dev.migtrue.language.sql.rerun;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads JSON that is written out in a script. */
final class DocumentText {

    private final String text;
    private int at;

    DocumentText(String text) {
        this.text = text;
    }

    Value read() {
        Value value = value();
        blanks();
        if (at != text.length()) {
            throw new Value.Unknown("JSON with something behind it");
        }
        return value;
    }

    private Value value() {
        blanks();
        return switch (next()) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> new Value.Text(string());
            default -> plain();
        };
    }

    private char next() {
        if (at >= text.length()) {
            throw new Value.Unknown("JSON without an end");
        }
        return text.charAt(at);
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean takes(char sign) {
        blanks();
        boolean isThere = next() == sign;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private Value members() {
        TreeMap<String, Value> members = new TreeMap<>();
        at++;
        while (!takes('}')) {
            String name = string();
            if (!takes(':')) {
                throw new Value.Unknown("JSON without a colon");
            }
            members.put(name, value());
            takes(',');
        }
        return new Value.Document(members);
    }

    private Value elements() {
        List<Value> elements = new ArrayList<>();
        at++;
        while (!takes(']')) {
            elements.add(value());
            takes(',');
        }
        return new Value.Many(elements);
    }

    private String string() {
        int end = text.indexOf('"', at + 1);
        boolean isPlain = next() == '"' && end >= 0 && text.substring(at, end).indexOf('\\') < 0;
        if (!isPlain) {
            throw new Value.Unknown("a string of JSON");
        }
        String content = text.substring(at + 1, end);
        at = end + 1;
        return content;
    }

    private Value plain() {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "null" -> new Value.Nothing();
            case "true" -> Value.of(true);
            case "false" -> Value.of(false);
            default -> {
                if (!Value.NUMBER.matcher(word).matches()) {
                    throw new Value.Unknown("JSON that is none");
                }
                yield new Value.Numeric(new BigDecimal(word));
            }
        };
    }
}
