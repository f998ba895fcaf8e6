package dev.migtrue.gather.address;

import java.util.List;

/**
 * Where an address was said.
 *
 * @param words for messages: {@code environment variable FLYWAY_URL}, {@code sqlalchemy.url in 'alembic.ini'}
 * @param authority who said it
 */
public record Origin(String words, Authority authority) {

    /** Variables that nobody but a migration tool reads; those of a framework are there for the application. */
    private static final List<String> OF_TOOLS = List.of("FLYWAY_", "LIQUIBASE_", "GOOSE_", "SQITCH_");

    /** Who says where the database is. */
    public enum Authority {
        /** The user, to us: the database must answer as if it were named on the command line. */
        USER,
        /** The user, to the tool: as the other, once it is known to be of a kind that can be read. */
        TOOL,
        /** A file, or variables for all programs: a hint that is followed where it leads somewhere, and nobody is to blame where not. */
        HINT
    }

    static Origin variable(String name) {
        boolean isOfTool = OF_TOOLS.stream().anyMatch(name::startsWith);
        return new Origin("environment variable " + name, isOfTool ? Authority.TOOL : Authority.HINT);
    }

    @Override
    public String toString() {
        return words;
    }
}
