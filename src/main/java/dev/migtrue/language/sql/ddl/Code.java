package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Place;
import java.util.List;

/**
 * What the body of a routine or of a block runs.
 *
 * @param handlers what happens instead of the rest when something goes wrong
 */
public record Code(List<Step> steps, List<Handler> handlers) {

    public Code {
        steps = List.copyOf(steps);
        handlers = List.copyOf(handlers);
    }

    /**
     * What is done about some errors.
     *
     * @param conditions which ones, in lower case as written: {@code duplicate_table}, {@code others}, {@code sqlstate
     * '42p07'}, {@code 1060}
     * @param goesOn whether the steps go on behind the one that went wrong, as MySQL's {@code CONTINUE HANDLER} has it
     * @param place all of it
     */
    public record Handler(List<String> conditions, boolean goesOn, List<Step> steps, Place place) {
        public Handler {
            conditions = List.copyOf(conditions);
            steps = List.copyOf(steps);
        }
    }
}
