package dev.migtrue.system.liquibase;

import dev.migtrue.model.FileText;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names in <code>${}</code> that Liquibase fills in, in lower case: it does not look at their case. */
final class Placeholders {

    private static final Pattern NAMED = Pattern.compile("\\$\\{\\s*([^{}]+?)\\s*}");

    /** Those of a file; a constant, as trees want it. */
    static final Function<FileText, Set<String>> READER = Placeholders::ofFile;

    private Placeholders() {}

    private static Set<String> ofFile(FileText file) {
        return file instanceof FileText.Decoded decoded ? in(Set.of(decoded.text())) : Set.of();
    }

    static Set<String> in(Collection<String> texts) {
        return texts.stream()
                .filter(text -> text.contains("${"))
                .flatMap(text -> NAMED.matcher(text).results())
                .map(found -> plain(found.group(1)))
                .collect(Collectors.toSet());
    }

    static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
