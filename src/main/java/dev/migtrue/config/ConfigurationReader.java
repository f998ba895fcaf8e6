package dev.migtrue.config;

import dev.migtrue.config.Problems.Problem;
import dev.migtrue.model.FileText;
import dev.migtrue.model.UsageException;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.stream.Collectors;

/** Reads configurations, and tells all that is wrong with one at once. */
public final class ConfigurationReader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Section<Configuration> file;

    public ConfigurationReader(Vocabulary vocabulary) {
        this.file = new Grammar(vocabulary).file();
    }

    /**
     * What a file says.
     *
     * @param name what messages call it
     * @throws UsageException when anything in it is wrong; {@code name:line:column: what} for each error
     */
    public Configuration read(String name, FileText text) {
        return switch (text) {
            case FileText.Decoded decoded -> read(name, decoded.text());
            case FileText.Unreadable unreadable ->
                throw new UsageException(name + " cannot be read: " + unreadable.reason());
        };
    }

    private Configuration read(String name, String text) {
        Problems problems = new Problems();
        String marked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        Optional<Value> value = YamlText.parse(marked, problems);
        Optional<Configuration> read = value.flatMap(whole -> file.read(name, whole, problems));
        if (!problems.all().isEmpty()) {
            throw new UsageException(told(name, problems.all()));
        }
        return read.orElse(Configuration.NONE);
    }

    private static String told(String name, SequencedCollection<Problem> problems) {
        return problems.size() == 1
                ? line(name, problems.getFirst())
                : problems.stream()
                        .map(problem -> "\n  " + line(name, problem))
                        .collect(Collectors.joining("", name + " has " + problems.size() + " errors", ""));
    }

    private static String line(String name, Problem problem) {
        return "%s:%d:%d: %s".formatted(name, problem.at().line(), problem.at().column(), problem.message());
    }
}
