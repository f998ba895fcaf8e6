package dev.migtrue.gather.address;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What libpq knows of the user beside an address.
 *
 * @param trust whether what is the user's own may go wherever the address leads
 */
public record LibpqSurroundings(Map<String, String> environment, Trust trust) {

    /** Who gave the address. */
    public enum Trust {
        /** The user: it is completed as libpq would. */
        FULL,
        /** A file of the project: neither variables nor a password that is meant for any host are given away to where it leads. */
        OWN_HOSTS
    }

    public LibpqSurroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of an address that the user gave. */
    public static LibpqSurroundings of(Map<String, String> environment) {
        return new LibpqSurroundings(environment, Trust.FULL);
    }

    /** What a variable holds; absent where it is not set, or empty. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The home folder of the user. */
    Optional<Path> home() {
        return variable("HOME").or(() -> variable("USERPROFILE")).map(Path::of);
    }

    /** A file of libpq in its usual place: the first name is of the home folder, the second of Windows' folder for programs. */
    Optional<Path> usualFile(String name, String nameOnWindows) {
        Optional<Path> onWindows = variable("APPDATA").map(folder -> Path.of(folder, "postgresql", nameOnWindows));
        return onWindows.or(() -> home().map(home -> home.resolve(name)));
    }
}
