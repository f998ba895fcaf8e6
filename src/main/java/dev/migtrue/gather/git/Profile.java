package dev.migtrue.gather.git;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What kind of repository it is, for people.
 *
 * @param folder git's folder; absent where there is none on disk
 * @param traits what is not as it usually is: {@code shallow}, {@code linked work tree}
 * @param readByGit what the program {@code git} reads because JGit cannot; mostly nothing
 */
public record Profile(Optional<Path> folder, List<String> traits, List<ReadByGit> readByGit) {

    /** A repository about which there is nothing to say. */
    static final Profile PLAIN = new Profile(Optional.empty(), List.of(), List.of());

    public Profile {
        traits = List.copyOf(traits);
        readByGit = List.copyOf(readByGit);
    }
}
