package dev.migtrue.gather.database;

import java.util.Collection;
import java.util.List;

/** Turns what drivers and servers say into one line that fits a message and holds no secret. */
final class Wording {

    private static final int LONGEST = 300;

    private final List<Secret> secrets;

    Wording(Collection<Secret> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    TableRead.NotRead clean(TableRead.NotRead unread) {
        return new TableRead.NotRead(unread.obstacle(), clean(unread.reason()));
    }

    private String clean(String text) {
        String struck = text;
        for (Secret secret : secrets) {
            struck = secret.strikeOut(struck);
        }
        String line = struck.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST).strip() + " …" : line;
    }

    /**
     * A sentence of a driver as part of a message: without its full stop and its capital letter, unless that begins
     * an abbreviation.
     */
    static String phrase(String sentence) {
        String text = sentence.strip().replaceFirst("[.!]+$", "");
        boolean isCapitalised =
                text.length() > 1 && Character.isUpperCase(text.charAt(0)) && !Character.isUpperCase(text.charAt(1));
        return isCapitalised ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
