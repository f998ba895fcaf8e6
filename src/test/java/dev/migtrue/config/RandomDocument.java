package dev.migtrue.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Documents that are mostly as the forms say, and here and there are not. */
final class RandomDocument {

    private static final List<@Nullable Object> ANYTHING = Arrays.asList(
            "main",
            "two words",
            "",
            " ",
            "-x",
            "014",
            14,
            1.5,
            -2,
            true,
            null,
            "..",
            "1..3",
            "1..",
            "..1",
            "2026-12-31",
            "2026-02-30",
            "2026-2-1",
            "alembic",
            "../x",
            "/x",
            "a/b",
            "a//b",
            "a/../b",
            ".",
            "a.b",
            "a.b.c",
            "A_B",
            "1A",
            "$A",
            "error",
            "off",
            "warn",
            "private",
            "x://y",
            "pre-commit",
            "ends ",
            "two\nlines",
            "harbor",
            "12h",
            "500ms",
            "SELECT a FROM b",
            "t_%",
            "0d",
            "(?<key>[0-9]+)_(?<words>.*)[.]sql",
            "(?<key>[0-9]+",
            "\u00fc",
            List.of(),
            Map.of(),
            List.of("x"),
            Map.of("x", 1));

    private final Random random;

    RandomDocument(Random random) {
        this.random = random;
    }

    @Nullable Object of(Form<?> form) {
        if (random.nextInt(40) == 0) {
            return anything();
        }
        return switch (form) {
            case Form.Choice<?> choice -> any(List.copyOf(choice.words().sequencedKeySet()));
            case Form.Text<?> text -> text(text);
            case Form.ListOf<?> list -> list(list.item());
            case Form.MapOf<?, ?> map -> map(map);
            case Form.Split<?> split -> section(random.nextBoolean() ? split.with() : split.without());
            case Section<?> section -> section(section);
        };
    }

    private @Nullable Object anything() {
        return any(ANYTHING);
    }

    private <T extends @Nullable Object> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** One that fits, as far as one of ours does. */
    private @Nullable Object text(Form.Text<?> text) {
        return random.nextInt(6) == 0
                ? anything()
                : any(ANYTHING.stream()
                        .filter(each -> each instanceof String word
                                && text.pattern().matcher(word).find())
                        .toList());
    }

    private List<@Nullable Object> list(Form<?> item) {
        List<@Nullable Object> items = new ArrayList<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            items.add(of(item));
        }
        return items;
    }

    private Map<String, @Nullable Object> map(Form.MapOf<?, ?> form) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            members.put(String.valueOf(of(form.name())), of(form.member()));
        }
        return members;
    }

    private Map<String, @Nullable Object> section(Section<?> section) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (Key<?> key : section.keys()) {
            boolean isChosen =
                    key.presence() == Key.Presence.REQUIRED ? random.nextInt(15) > 0 : random.nextInt(3) == 0;
            if (isChosen) {
                members.put(key.name(), of(key.form()));
            }
        }
        if (!section.oneOf().isEmpty() && random.nextInt(10) > 0) {
            Key<?> one = any(section.oneOf());
            section.oneOf().forEach(other -> members.remove(other.name()));
            members.put(one.name(), of(one.form()));
        }
        if (random.nextInt(25) == 0) {
            members.put(any(List.of("url", "colour", "folders", "Base")), anything());
        }
        return members;
    }
}
