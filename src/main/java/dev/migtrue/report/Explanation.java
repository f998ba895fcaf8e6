package dev.migtrue.report;

import dev.migtrue.judge.rule.Need;
import dev.migtrue.judge.rule.RulePage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rule's page for a terminal. */
public final class Explanation {

    private final Style style;

    public Explanation(Style style) {
        this.style = style;
    }

    public String render(RulePage page) {
        Lines lines = new Lines(style);
        lines.add(new Piece(Ink.TITLE, page.id().value()), new Piece(Ink.FAINT, facts(page)));
        lines.gap();
        Markdown.addTo(lines, page.text());
        return lines.toString();
    }

    private static String facts(RulePage page) {
        Stream<String> roles = page.roles().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(role -> "%s for a %s database"
                        .formatted(role.getValue().label(), role.getKey().label()));
        Stream<String> kinds = page.kinds().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(kind -> "%s for a %s migration"
                        .formatted(kind.getValue().label(), kind.getKey().name().toLowerCase(Locale.ROOT)));
        Stream<String> promises = page.promises().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(promise -> "%s where %s is promised"
                        .formatted(promise.getValue().label(), promise.getKey().label()));
        Stream<String> aliases = page.aliases().stream().map(alias -> "formerly " + alias);
        return Stream.of(
                        Stream.of(page.level().label()),
                        roles,
                        kinds,
                        promises,
                        Stream.of("needs " + needs(page), "since " + page.since()),
                        aliases)
                .flatMap(part -> part)
                .collect(Collectors.joining(", ", "  ", ""));
    }

    /** {@code git and database}; {@code nothing} for a rule that can always run. */
    static String needs(RulePage page) {
        List<String> labels = page.needs().stream().sorted().map(Need::label).toList();
        return labels.isEmpty() ? "nothing" : String.join(" and ", labels);
    }
}
