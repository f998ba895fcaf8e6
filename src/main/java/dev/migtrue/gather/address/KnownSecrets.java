package dev.migtrue.gather.address;

import dev.migtrue.gather.database.Secret;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** All that a run came to know and must not show. For several threads. */
public final class KnownSecrets {

    /** Shorter ones, and words, are too likely to stand in a text for what they mean. */
    private static final int DISTINCTIVE = 6;

    private static final int LONG = 16;

    /** Shorter ones stand in every other word. */
    private static final int SHORT = 4;

    private final List<Secret> secrets = new CopyOnWriteArrayList<>();

    /** Remembers secrets for the rest of the run. */
    public void add(Collection<Secret> more) {
        more.stream()
                .filter(secret -> !secret.value().isBlank())
                .filter(secret -> !secrets.contains(secret))
                .forEach(secrets::add);
    }

    /** Remembers what must not be shown of a text that may be an address, and gives it back. */
    public String remembering(String address) {
        add(SpokenAddress.secretsIn(address));
        return address;
    }

    /**
     * A text that a program may read, without what is known to be secret. A password that is a word stays where it stands for something
     * else: a path with {@code admin} in it would be wrong without, and tell what the password is.
     */
    public String withoutDistinctive(String text) {
        String struck = text;
        for (Secret secret : secrets) {
            struck = isDistinctive(secret.value()) ? secret.strikeOut(struck) : struck;
        }
        return struck;
    }

    /** A text that tells of a failure, without anything that is known to be secret, be it a word. */
    public String withoutAny(String text) {
        String struck = text;
        for (Secret secret : secrets) {
            struck = secret.value().length() < SHORT ? withoutWord(secret.value(), struck) : secret.strikeOut(struck);
        }
        return struck;
    }

    private static String withoutWord(String secret, String text) {
        return text.replaceAll("(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])", "***");
    }

    private static boolean isDistinctive(String secret) {
        long kinds = List.of("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]").stream()
                .filter(kind -> secret.matches("(?s).*" + kind + ".*"))
                .count();
        return secret.length() >= LONG || (secret.length() >= DISTINCTIVE && kinds > 1);
    }

    /** What is printed ends up in logs. */
    @Override
    public String toString() {
        return secrets.size() + " secrets";
    }
}
