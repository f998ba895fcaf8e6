package dev.migtrue.language.schema;

/** A way to find out which schema the applied migrations of a database build. Declared in the order in which they are tried. */
public enum Road {
    /** The user names a database that is as it should be, or a file that says what is in one. */
    PEER("what --against names"),
    /** They are run on an empty database. */
    REPLAY("a replay on a throw-away database"),
    /** Somebody kept it when it was known to be right. */
    SNAPSHOT("a snapshot of the schema"),
    /** Their texts are followed, and nothing is run. */
    SYMBOLIC("the texts of the migrations");

    private final String words;

    Road(String words) {
        this.words = words;
    }

    /** What messages call it. */
    public String words() {
        return words;
    }
}
