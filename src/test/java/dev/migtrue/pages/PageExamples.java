package dev.migtrue.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The examples of a rule page, whose grammar stands in contributing.md. */
final class PageExamples {

    /** Which headings there may be and in which order, one letter each: see {@link #letter}. */
    private static final Pattern ORDER = Pattern.compile("WB+G+F?IL?");

    private record Section(String heading, List<String> lines) {}

    private PageExamples() {}

    /**
     * The examples in their order.
     *
     * @param text the page after its front matter
     * @throws IllegalArgumentException when the page is not as it must be
     */
    static List<Example> parse(String text) {
        List<String> lines = text.lines().toList();
        if (!lines.getFirst().matches("# \\S.*[^.]")) {
            throw new IllegalArgumentException("a page starts with its title, without a full stop");
        }
        List<Section> sections = sections(lines);
        String order =
                sections.stream().map(section -> letter(section.heading())).collect(Collectors.joining());
        if (!ORDER.matcher(order).matches()) {
            throw new IllegalArgumentException(
                    "headings are Why, Bad: …, Good: …, Fix (optional), When to ignore, Limits"
                            + " (optional), in this order, but here: "
                            + sections.stream().map(Section::heading).toList());
        }
        List<Example> examples = sections.stream()
                .filter(section -> section.heading().matches("(Bad|Good): .*"))
                .map(PageExamples::example)
                .toList();
        refuseDuplicates(examples);
        return examples;
    }

    private static List<Section> sections(List<String> lines) {
        List<Section> sections = new ArrayList<>();
        boolean isInFence = false;
        List<String> section = new ArrayList<>();
        for (String line : lines) {
            isInFence ^= line.startsWith("```");
            if (!isInFence && line.startsWith("## ")) {
                section = new ArrayList<>();
                sections.add(new Section(line.substring(3), section));
            } else {
                section.add(line);
            }
        }
        return sections;
    }

    private static String letter(String heading) {
        return switch (heading) {
            case "Why" -> "W";
            case "Fix" -> "F";
            case "When to ignore" -> "I";
            case "Limits" -> "L";
            default -> heading.startsWith(Example.BAD) ? "B" : heading.startsWith("Good: ") ? "G" : "?";
        };
    }

    private static Example example(Section section) {
        List<Fence> fences = Fence.in(section.lines());
        List<String> findings = fences.stream()
                .filter(fence -> fence.kind().equals("findings"))
                .map(Fence::text)
                .toList();
        if (findings.size() != (section.heading().startsWith(Example.BAD) ? 1 : 0)) {
            throw new IllegalArgumentException(
                    "a bad example has one block of findings, a good one has none: " + section.heading());
        }
        SequencedMap<String, String> fixed = new LinkedHashMap<>();
        fences.stream()
                .filter(fence -> fence.kind().equals("fixed"))
                .forEach(fence -> fixed.put(fence.words().get(1), fence.text()));
        Scenario scenario = Scenario.of(fences.stream()
                .filter(fence -> !Set.of("findings", "fixed").contains(fence.kind()))
                .toList());
        return new Example(section.heading(), scenario, String.join("", findings), fixed);
    }

    private static void refuseDuplicates(List<Example> examples) {
        Set<Object> seen = new HashSet<>();
        for (Example example : examples) {
            if (!seen.add(example.heading()) || !seen.add(example.scenario())) {
                throw new IllegalArgumentException("the same example twice: " + example.heading());
            }
        }
    }
}
