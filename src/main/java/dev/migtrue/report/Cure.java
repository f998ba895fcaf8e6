package dev.migtrue.report;

import dev.migtrue.model.Finding;
import dev.migtrue.model.Fix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * One command that cures several findings.
 *
 * @param title what it does; absent where the findings do not agree on the words
 */
record Cure(Optional<String> title, List<String> argv) {

    Cure {
        argv = List.copyOf(argv);
    }

    /**
     * The commands that cure these findings; those that differ only in the one path after their {@code --} become one.
     */
    static List<Cure> of(List<Finding> findings) {
        SequencedMap<List<String>, List<Fix.Command>> alike = new LinkedHashMap<>();
        for (Finding finding : findings) {
            finding.command()
                    .ifPresent(command -> alike.computeIfAbsent(shared(command.argv()), words -> new ArrayList<>())
                            .add(command));
        }
        return alike.entrySet().stream()
                .map(entry -> merged(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The words up to and with {@code --} where one path follows it, else all words. */
    private static List<String> shared(List<String> argv) {
        boolean onePath = argv.size() >= 2 && argv.indexOf("--") == argv.size() - 2;
        return onePath ? argv.subList(0, argv.size() - 1) : argv;
    }

    private static Cure merged(List<String> shared, List<Fix.Command> commands) {
        SequencedSet<String> paths = new LinkedHashSet<>();
        commands.forEach(command -> paths.addAll(
                command.argv().subList(shared.size(), command.argv().size())));
        List<String> argv = new ArrayList<>(shared);
        argv.addAll(paths);
        List<String> titles = commands.stream().map(Fix::title).distinct().toList();
        return new Cure(titles.size() == 1 ? Optional.of(titles.getFirst()) : Optional.empty(), argv);
    }
}
