package dev.migtrue.language.sql.rerun;

import java.util.List;
import java.util.TreeMap;

/** What functions make of objects of JSON. */
final class Documents {

    private Documents() {}

    static Value object(List<Value> given) {
        TreeMap<String, Value> members = new TreeMap<>();
        for (int index = 0; index + 1 < given.size(); index += 2) {
            members.put(given.get(index).text(), given.get(index + 1));
        }
        return new Value.Document(members);
    }

    static Value set(List<Value> given) {
        Value whole = Value.document(given.get(0));
        String path = given.get(1).text();
        boolean isPlain = path.startsWith("{") && path.endsWith("}") && path.indexOf(',') < 0;
        if (!(whole instanceof Value.Document document) || !isPlain) {
            throw new Value.Unknown("a path");
        }
        TreeMap<String, Value> members = new TreeMap<>(document.members());
        Value value = given.get(2);
        members.put(path.substring(1, path.length() - 1), value instanceof Value.Text ? Value.document(value) : value);
        return new Value.Document(members);
    }

    static Value stripped(Value value) {
        if (!(Value.document(value) instanceof Value.Document document)) {
            return value;
        }
        TreeMap<String, Value> members = new TreeMap<>(document.members());
        members.values().removeIf(Value::isNull);
        return new Value.Document(members);
    }

    static Value member(Value value, Value name) {
        return Value.document(value) instanceof Value.Document document
                ? document.members().getOrDefault(name.text(), new Value.Nothing())
                : new Value.Nothing();
    }
}
