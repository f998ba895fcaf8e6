package dev.migtrue.gather.git;

import dev.migtrue.model.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.util.RawParseUtils;
import org.jspecify.annotations.Nullable;

/**
 * One file of git's configuration, over what is weaker, with all that it includes. JGit knows nothing of includes under a condition and looks for what an
 * included file includes in the wrong folder; so it is given the text with conditions settled and paths in full.
 */
final class ConfigurationFile extends Config {

    private static final Pattern HEADER =
            Pattern.compile("\\s*\\[\\s*(?<section>[^\\]\\s\"]+)(?:\\s+\"(?<condition>.*)\")?\\s*\\](?<rest>.*)");
    private static final Pattern INCLUDED = Pattern.compile("(?i)\\s*path\\s*=\\s*(?<path>.*?)\\s*");
    private static final Pattern INCLUDE = Pattern.compile("(?i)\\[\\s*include");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** A section that nobody asks for anything. */
    private static final String PASSED_OVER = "[passed-over]";

    private final Environment environment;
    private final Conditions conditions;

    private ConfigurationFile(Config beneath, Environment environment, Conditions conditions) {
        super(beneath);
        this.environment = environment;
        this.conditions = conditions;
    }

    /** Reads a file; one that does not exist says nothing. */
    static Config load(Config beneath, Path file, Environment environment, Conditions conditions) {
        ConfigurationFile config = new ConfigurationFile(beneath, environment, conditions);
        try {
            if (Files.exists(file)) {
                config.fromText(config.settled(file));
            }
            return config;
        } catch (IOException | ConfigInvalidException invalid) {
            throw new Failure(
                    "git's configuration cannot be read: " + file + ": " + reason(invalid),
                    "mend the file; 'git config --list' names the line",
                    invalid);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    protected byte @Nullable [] readIncludedConfig(String path) throws ConfigInvalidException {
        Path file = Path.of(path);
        try {
            return Files.exists(file) ? settled(file).getBytes(StandardCharsets.UTF_8) : null;
        } catch (IOException unreadable) {
            throw new ConfigInvalidException(file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private String settled(Path file) throws IOException {
        String text = RawParseUtils.decode(Files.readAllBytes(file));
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        // Hardly any file includes another.
        return INCLUDE.matcher(content).find() ? settled(content, file) : content;
    }

    private String settled(String content, Path file) {
        StringBuilder settled = new StringBuilder(content.length());
        boolean includes = false;
        for (String line : content.lines().toList()) {
            Matcher header = HEADER.matcher(line);
            String setting = line;
            if (header.matches()) {
                String section = header.group("section");
                Optional<String> condition = Optional.ofNullable(header.group("condition"));
                boolean isConditional = section.equalsIgnoreCase("includeIf") && condition.isPresent();
                includes = isConditional || (section.equalsIgnoreCase("include") && condition.isEmpty());
                boolean holds = !isConditional
                        || condition
                                .filter(asked -> conditions.hold(asked, file))
                                .isPresent();
                setting = includes ? header.group("rest") : line;
                settled.append(includes ? (holds ? "[include]" : PASSED_OVER) + "\n" : "");
            }
            settled.append(includes ? inFull(setting, file) : setting).append('\n');
        }
        return settled.toString();
    }

    private String inFull(String setting, Path file) {
        Matcher included = INCLUDED.matcher(setting);
        if (!included.matches()) {
            return setting;
        }
        String path = included.group("path").replaceAll("^\"(.*)\"$", "$1").replace("\\\\", "\\");
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        String full = environment.expand(path, folder).toString();
        return "path = \"" + full.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
