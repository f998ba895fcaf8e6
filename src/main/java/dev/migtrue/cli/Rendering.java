package dev.migtrue.cli;

import dev.migtrue.model.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;

/**
 * One rendering of a report that the user asked for: {@code json}, {@code json=report.json}.
 *
 * @param file where to write it; absent means standard output
 */
record Rendering(Format format, Optional<Path> file) {

    /** What a report can be rendered as. */
    enum Format {
        TEXT,
        CONCISE,
        JSON,
        SARIF,
        JUNIT,
        GITHUB,
        GITLAB;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads the value of {@code --format}. */
    static final class Converter implements ITypeConverter<Rendering> {

        @Override
        public Rendering convert(String value) {
            int equals = value.indexOf('=');
            String name = equals < 0 ? value : value.substring(0, equals);
            Format format = Arrays.stream(Format.values())
                    .filter(known -> known.label().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("no format is called '" + name + "'; known are "
                            + Arrays.stream(Format.values()).map(Format::label).collect(Collectors.joining(", "))));
            return new Rendering(
                    format, equals < 0 ? Optional.empty() : Optional.of(path(value.substring(equals + 1))));
        }

        private static Path path(String text) {
            try {
                return Path.of(text);
            } catch (InvalidPathException problem) {
                throw new UsageException("--format: not a file name: '" + text + "'");
            }
        }
    }
}
