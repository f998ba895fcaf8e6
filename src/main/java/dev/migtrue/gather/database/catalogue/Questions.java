package dev.migtrue.gather.database.catalogue;

import dev.migtrue.model.Row;
import java.util.List;

/** Puts queries to a database. */
public interface Questions {

    /** All rows of a query, in its order. */
    List<Row> ask(String sql);
}
