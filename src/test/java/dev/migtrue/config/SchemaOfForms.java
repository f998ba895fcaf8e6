package dev.migtrue.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The forms of the file as JSON Schema, in maps and lists. */
final class SchemaOfForms {

    /** Words that are too many to be written down wherever they may stand. */
    private final SequencedMap<String, Object> lists = new LinkedHashMap<>();

    private SchemaOfForms() {}

    static Map<String, Object> of(Vocabulary vocabulary) {
        SequencedMap<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:migtrue:configuration:1");
        schema.put("title", "migtrue.yaml");
        schema.put(
                "description",
                "What a project tells migtrue of its migrations. Beyond this, no key may stand twice, and what 'hook' names"
                        + " as databases must be among 'databases'.");
        SchemaOfForms forms = new SchemaOfForms();
        schema.putAll(forms.of(new Grammar(vocabulary).file()));
        // An empty file is one that says nothing.
        schema.put("type", List.of("object", "null"));
        schema.put("$defs", forms.lists);
        return schema;
    }

    private Map<String, Object> of(Form<?> form) {
        return switch (form) {
            case Form.Choice<?> choice -> choice(choice);
            case Form.Text<?> text -> text(text);
            case Form.ListOf<?> list -> ordered("type", "array", "items", of(list.item()));
            case Form.MapOf<?, ?> map ->
                ordered("type", "object", "propertyNames", name(map.name()), "additionalProperties", of(map.member()));
            case Form.Split<?> split -> split(split);
            case Section<?> section -> section(section);
        };
    }

    private Map<String, Object> choice(Form.Choice<?> choice) {
        Map<String, Object> words = Map.of("enum", List.copyOf(choice.words().sequencedKeySet()));
        if (!choice.expected().equals(choice.noun())) {
            return words;
        }
        String name = choice.noun().replace(' ', '-');
        lists.put(name, words);
        return Map.of("$ref", "#/$defs/" + name);
    }

    /** A name is a text even where it looks like a number. */
    private Map<String, Object> name(Form<?> form) {
        return form instanceof Form.Text<?> text
                ? ordered("pattern", text.pattern().pattern())
                : of(form);
    }

    private static Map<String, Object> text(Form.Text<?> text) {
        boolean isNumberToo = text.numbers() == Form.Text.Numbers.AS_WRITTEN;
        Map<String, Object> schema = ordered(
                "type",
                isNumberToo ? List.of("string", "number") : "string",
                "pattern",
                text.pattern().pattern());
        text.format().ifPresent(format -> schema.put("format", format));
        return schema;
    }

    private Map<String, Object> split(Form.Split<?> split) {
        Object sign = ordered("type", "object", "required", List.of(split.sign().name()));
        return ordered("if", sign, "then", section(split.with()), "else", section(split.without()));
    }

    private Map<String, Object> section(Section<?> section) {
        SequencedMap<String, Object> properties = new LinkedHashMap<>();
        for (Key<?> key : section.keys()) {
            SequencedMap<String, Object> property = new LinkedHashMap<>();
            property.put("description", key.doc());
            property.putAll(of(key.form()));
            properties.put(key.name(), property);
        }
        SequencedMap<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        List<String> required = names(section.keys().stream()
                .filter(key -> key.presence() == Key.Presence.REQUIRED)
                .toList());
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (!section.oneOf().isEmpty()) {
            schema.put(
                    "oneOf",
                    names(section.oneOf()).stream()
                            .map(name -> Map.of("required", List.of(name)))
                            .toList());
        }
        schema.put("properties", properties);
        return schema;
    }

    private static List<String> names(Collection<? extends Key<?>> keys) {
        return keys.stream().<String>map(Key::name).toList();
    }

    private static SequencedMap<String, Object> ordered(Object... pairs) {
        SequencedMap<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i].toString(), pairs[i + 1]);
        }
        return map;
    }
}
