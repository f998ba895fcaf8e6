package dev.migtrue.gather.scratch.replay;

import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The files that Flyway is shown, by path: those to be run now, and nothing else that lies beside them. */
final class FlywayFiles implements ResourceProvider {

    private final SequencedMap<String, String> scripts = new LinkedHashMap<>();
    private final Map<String, String> sideFiles = new HashMap<>();

    void hideAll() {
        scripts.clear();
        sideFiles.clear();
    }

    void show(String path, String text) {
        scripts.put(path, text);
    }

    /** What says how a script is run; Flyway asks for it by name. */
    void showBeside(String path, String text) {
        sideFiles.put(path, text);
    }

    @Override
    public @Nullable LoadableResource getResource(String path) {
        return Optional.ofNullable(sideFiles.get(path))
                .or(() -> Optional.ofNullable(scripts.get(path)))
                .map(text -> new File(path, text))
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.entrySet().stream()
                .<LoadableResource>map(script -> new File(script.getKey(), script.getValue()))
                .filter(file -> file.getFilename().startsWith(prefix)
                        && Arrays.stream(suffixes).anyMatch(suffix -> endsWith(file.getFilename(), suffix)))
                .toList();
    }

    private static boolean endsWith(String name, String suffix) {
        return name.toLowerCase(Locale.ROOT).endsWith(suffix.toLowerCase(Locale.ROOT));
    }

    private static final class File extends LoadableResource {

        private final String path;
        private final String text;

        File(String path, String text) {
            this.path = path;
            this.text = text;
        }

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public String getAbsolutePath() {
            return path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path;
        }

        @Override
        public String getFilename() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return path;
        }
    }
}
