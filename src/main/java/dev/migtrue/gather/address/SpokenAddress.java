package dev.migtrue.gather.address;

import dev.migtrue.gather.database.DatabaseAddress;
import dev.migtrue.gather.database.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An address as somebody said it, in any of the notations that tools have. It may hold a login, and so it does not print.
 *
 * @param text in the notation that {@link DatabaseAddress} takes
 * @param folder what a relative path in it is relative to
 * @param secrets all that must not be shown of it
 */
public record SpokenAddress(Secret text, Path folder, List<Secret> secrets) {

    public SpokenAddress {
        secrets = List.copyOf(secrets);
    }

    /**
     * Reads an address in any notation.
     *
     * @throws dev.migtrue.model.UsageException when it is malformed, or leads nowhere from here; the message quotes nothing of it
     */
    public static SpokenAddress read(String text, Path folder) {
        String canonical = Notations.canonical(text);
        List<Secret> secrets = new ArrayList<>(secretsIn(text));
        secrets.addAll(secretsIn(canonical));
        return new SpokenAddress(new Secret(canonical, canonical), folder, secrets);
    }

    /** What must not be shown of a text that may be an address, even of one that cannot be read. */
    public static List<Secret> secretsIn(String text) {
        return Spoken.in(text);
    }

    /** This address with what libpq would know besides: service and password files, and its variables where {@code surroundings} have them. */
    public SpokenAddress completed(LibpqSurroundings surroundings) {
        String completed = new LibpqAddress(text.value(), surroundings).completed();
        List<Secret> all = new ArrayList<>(secrets);
        all.addAll(secretsIn(completed));
        return new SpokenAddress(new Secret(completed, completed), folder, all);
    }

    /** As libpq would complete it for a user who gave it, in an environment of these variables. */
    public SpokenAddress completed(Map<String, String> environment) {
        return completed(LibpqSurroundings.of(environment));
    }

    /**
     * Where that is.
     *
     * @throws dev.migtrue.model.UsageException when it is malformed, or of a kind of database that is not supported
     */
    public DatabaseAddress parse() {
        return DatabaseAddress.parse(text.value(), folder);
    }

    /** Whether a password stands in it. */
    public boolean holdsSecret() {
        return !secrets.isEmpty();
    }

    @Override
    public String toString() {
        return "an address that is not shown";
    }
}
