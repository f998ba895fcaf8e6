package dev.migtrue.cli;

/**
 * Something that keeps a database from being read, and what is to come of it. Prints as its name.
 *
 * @param words what the reason must hold
 */
record Fault(String name, Meaning meaning, Waiting waiting, String words, Scene scene) {

    /** The class of a fault. */
    enum Meaning {
        UNREACHABLE,
        REFUSED
    }

    /** For how long a database is waited for: briefly where waiting is the test, for long where nobody should have to wait. */
    enum Waiting {
        LONG("20s", "20s"),
        BRIEF_FOR_ANSWERS("20s", "1s"),
        BRIEF("1s", "1s");

        private final String connect;
        private final String statement;

        Waiting(String connect, String statement) {
            this.connect = connect;
            this.statement = statement;
        }

        /** As the configuration has it. */
        String keys() {
            return "connectTimeout: " + connect + ", statementTimeout: " + statement;
        }
    }

    /** What is set up for a fault. */
    interface Scene {

        /** Sets it up; gives the address under which the fault is met. */
        String address(Stage stage) throws Exception;
    }

    static Fault unreachable(String name, Waiting waiting, String words, Scene scene) {
        return new Fault(name, Meaning.UNREACHABLE, waiting, words, scene);
    }

    static Fault refused(String name, String words, Scene scene) {
        return new Fault(name, Meaning.REFUSED, Waiting.LONG, words, scene);
    }

    @Override
    public String toString() {
        return name;
    }
}
