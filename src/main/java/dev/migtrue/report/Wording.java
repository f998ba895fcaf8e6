package dev.migtrue.report;

import dev.migtrue.model.Finding;
import dev.migtrue.model.MigrationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The messages of several findings as what they share, said once, and what is left to each.
 *
 * @param shared the words that all have, {@code …} standing for each finding's own id and for what differs; empty when
 *     they share too little
 * @param own what differs, in the order of the findings; empty where nothing does
 */
record Wording(String shared, List<String> own) {

    private static final String HOLE = "…";

    /** With fewer words in common, a shared line would say less than the whole messages do. */
    private static final int WORTH_SHARING = 3;

    Wording {
        own = List.copyOf(own);
    }

    static Wording of(List<Finding> findings) {
        List<List<String>> plain =
                findings.stream().map(Finding::message).map(Wording::words).toList();
        List<List<String>> holed = findings.stream().map(Wording::holed).toList();
        int shortest = Stream.concat(plain.stream(), holed.stream())
                .mapToInt(List::size)
                .min()
                .orElse(0);
        List<String> head = agreed(plain, holed, shortest);
        List<String> tail =
                agreed(reversed(plain), reversed(holed), shortest - head.size()).reversed();
        return of(findings, plain, head, tail);
    }

    private static Wording of(List<Finding> findings, List<List<String>> plain, List<String> head, List<String> tail) {
        List<String> own = plain.stream()
                .map(words -> String.join(" ", words.subList(head.size(), words.size() - tail.size())))
                .toList();
        boolean differ = own.stream().anyMatch(words -> !words.isEmpty());
        List<String> shared = new ArrayList<>(head);
        if (differ) {
            shared.add(HOLE);
        }
        shared.addAll(tail);
        long said = shared.stream().filter(word -> !word.contains(HOLE)).count();
        return differ && said < WORTH_SHARING
                ? new Wording("", findings.stream().map(Finding::message).toList())
                : new Wording(String.join(" ", shared), own);
    }

    /** The words at the start that all messages have, as they are or but for their own id. */
    private static List<String> agreed(List<List<String>> plain, List<List<String>> holed, int limit) {
        return IntStream.range(0, limit)
                .mapToObj(position -> same(plain, position).or(() -> same(holed, position)))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> same(List<List<String>> messages, int position) {
        List<String> words = messages.stream()
                .map(message -> message.get(position))
                .distinct()
                .limit(2)
                .toList();
        return words.size() == 1 ? Optional.of(words.getFirst()) : Optional.empty();
    }

    private static List<List<String>> reversed(List<List<String>> messages) {
        return messages.stream().map(List::reversed).toList();
    }

    private static List<String> holed(Finding finding) {
        List<String> plain = words(finding.message());
        List<String> holed = words(finding.migration()
                .map(id -> whole(id).matcher(finding.message()).replaceAll(HOLE))
                .orElse(finding.message()));
        // An id with blanks in it makes fewer words, which could not be laid beside the others.
        return holed.size() == plain.size() ? holed : plain;
    }

    private static Pattern whole(MigrationId id) {
        return Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(id.value()) + "(?![\\p{L}\\p{N}_])");
    }

    private static List<String> words(String message) {
        return List.of(message.split(" ", -1));
    }
}
