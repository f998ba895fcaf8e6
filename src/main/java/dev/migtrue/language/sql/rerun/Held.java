package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object that migrations have left in a database.
 *
 * @param kind what its statement calls it; a column, a constraint and a label have kinds of their own
 * @param owner the table or type that it is a part of, with its schema unless that is the usual one; empty where it stands by itself
 * @param name as the database knows it, with its schema unless that is the usual one; of a routine with what tells it from others
 * @param definition what it was made from, all blanks alike
 * @param facets what else is known of it
 * @param columns those that it is over, sorted
 * @param certainty whether it is there
 * @param naming who gave the name
 * @param origin what made it
 * @param changed what gave it the form that it has; absent where it is as it was made
 */
public record Held(
        ObjectKind kind,
        String owner,
        String name,
        String definition,
        Map<String, String> facets,
        List<String> columns,
        Certainty certainty,
        Naming naming,
        Optional<Origin> origin,
        Optional<Origin> changed) {

    /** How much is known of an object. */
    public enum Certainty {
        /** It is there, and so is nothing in it but what is told. */
        WHOLE,
        /** It is there, and there may be more in it. */
        PARTLY,
        /** Nobody knows whether it is there. */
        DOUBTFUL
    }

    /** Who gave a name. */
    public enum Naming {
        /** It stands in the statement. */
        WRITTEN,
        /** The server made it up, mostly so. */
        MADE_UP
    }

    public Held {
        facets = Map.copyOf(facets);
        columns = List.copyOf(columns);
    }

    /** Something set on it; empty where it is not. */
    public String facet(String name) {
        return facets.getOrDefault(name, "");
    }

    public boolean isDoubtful() {
        return certainty == Certainty.DOUBTFUL;
    }
}
