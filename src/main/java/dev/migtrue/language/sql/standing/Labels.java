package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.program.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The labels of enumerations, in order. */
final class Labels {

    private static final Pattern POSITION = Pattern.compile("(?i)\\b(BEFORE|AFTER)\\s+'((?:[^']|'')*)'");
    private static final String PROPERTY = "labels";

    private Labels() {}

    static List<String> of(Thing type) {
        String all = type.part(Thing.ITSELF).getOrDefault(PROPERTY, "");
        return all.isEmpty()
                ? List.of()
                : Arrays.stream(all.split(", ", -1))
                        .map(label -> label.substring(1, label.length() - 1))
                        .toList();
    }

    private static Thing with(Thing type, List<String> labels) {
        return type.with(
                Thing.ITSELF, PROPERTY, labels.stream().map("'%s'"::formatted).collect(Collectors.joining(", ")));
    }

    /** Beside which label the new one is to stand: {@code BEFORE} or {@code AFTER}, and its text. */
    static Optional<Map.Entry<String, String>> position(Change.AddLabel add, Passage passage) {
        Matcher matcher = POSITION.matcher(add.place().in(passage.excerpt().text()));
        return matcher.find()
                ? Optional.of(Map.entry(matcher.group(1).toUpperCase(java.util.Locale.ROOT), matcher.group(2)))
                : Optional.empty();
    }

    static Thing with(Thing type, Change.AddLabel add, Passage passage) {
        List<String> labels = new ArrayList<>(of(type));
        String label = add.label().value();
        if (labels.contains(label) && add.modifiers().has(Modifier.IF_NOT_EXISTS)) {
            return type;
        }
        Optional<Map.Entry<String, String>> position = position(add, passage);
        int beside = position.map(of -> labels.indexOf(of.getValue())).orElse(-1);
        if (position.isPresent() && beside < 0) {
            return type.doubted();
        }
        int index = position.map(of -> of.getKey().equals("AFTER") ? beside + 1 : beside)
                .orElse(labels.size());
        labels.add(index, label);
        return with(type, labels);
    }

    static Thing renamed(Thing type, Change.RenameLabel rename) {
        return with(
                type,
                of(type).stream()
                        .map(label -> label.equals(rename.from().value())
                                ? rename.to().value()
                                : label)
                        .toList());
    }
}
